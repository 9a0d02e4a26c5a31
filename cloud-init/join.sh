#!/usr/bin/env bash
# Makes this machine a node of the EKS cluster named in /etc/eks-hybrid/join.env. Started at every boot by
# eks-hybrid-join.service: what is done already is not done again, so that it goes on where a reboot cut it off.
# Failure codes: cloud-init/README.md.
set -euo pipefail
# cloud-init and systemd start programs without one.
export HOME="${HOME:-/root}"
PROGRAM=eks-hybrid-join
# shellcheck source=cloud-init/lib.sh
. "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"
# shellcheck source=cloud-init/machine.sh
. "$(dirname -- "${BASH_SOURCE[0]}")/machine.sh"

NODEADM="$ROOT_DIR/usr/local/bin/nodeadm"
NODE_CONFIG="$RUN_DIR/node-config.json"
TRACKER="$ROOT_DIR/opt/nodeadm/tracker"
STARTED_AT="$(date +%s)"
ACTIVATION_ID=''
ACTIVATION_CODE=''

# Before 1.0.19 the key that checks the SSM installer is an expired one; install ends with a signature error.
NODEADM_FLOOR=1.0.19

main() {
  umask 077
  install -d -m 0755 "$STATE_DIR"
  mkdir -p "$RUN_DIR"
  load_settings CLUSTER_NAME REGION KUBERNETES_VERSION NODEADM_VERSION KEY_VAULT_URI ACTIVATION_SECRET_NAME
  # The configuration for nodeadm holds the activation code: it goes with this program, whatever ends it.
  trap 'rm -rf "$RUN_DIR"' EXIT
  trap 'fail J70 "Interrupted; it goes on at the next start."' INT TERM
  if is_joined; then
    finish "Already joined"
    return
  fi
  phase machine check_machine
  phase prerequisites prepare_machine
  phase nodeadm install_nodeadm
  phase install run_install
  phase activation fetch_activation
  phase init run_init
  phase verify wait_for_kubelet
  finish "Joined"
}

phase() {
  PHASE="$1"
  log "phase=$PHASE"
  write_status joining '' ''
  "$2"
}

finish() {
  PHASE='done'
  write_status joined '' "$1 the cluster $CLUSTER_NAME."
  log "RESULT ok node=$(node_name) cluster=$CLUSTER_NAME seconds=$(($(date +%s) - STARTED_AT))"
}

# After a reboot kubelet needs a moment; only when it stays away is the machine joined anew.
is_joined() {
  [ -n "$(node_name)" ] && [ -f "$STATE_DIR/initialized" ] && kubelet_comes_up
}

kubelet_comes_up() {
  retry "${KUBELET_ATTEMPTS:-12}" 5 kubelet_healthy
}

kubelet_healthy() {
  [ "$(curl --silent --noproxy '*' --max-time 5 "${KUBELET_HEALTH_URL:-http://127.0.0.1:10248/healthz}" || true)" = ok ]
}

# ---------------------------------------------------------------------------------------------------------------------
# nodeadm
# ---------------------------------------------------------------------------------------------------------------------

install_nodeadm() {
  local version="${NODEADM_VERSION#v}" base wanted
  [[ "$version" =~ ^[0-9]+\.[0-9]+\.[0-9]+$ ]] || fail J30 "NODEADM_VERSION is $NODEADM_VERSION; a full version such as v1.0.20 is needed."
  not_older "$version" "$NODEADM_FLOOR" || fail J34 "nodeadm $version cannot install the SSM agent any more; the oldest that can is $NODEADM_FLOOR."
  base="${NODEADM_BASE_URL:-https://hybrid-assets.eks.amazonaws.com/releases}/v$version/bin/linux/$ARCHITECTURE/nodeadm"
  # Checked by an earlier start: a reboot must not depend on the release host.
  if nodeadm_is "$(cat "$STATE_DIR/nodeadm" 2>/dev/null || true)" "$version"; then return; fi
  retry 5 5 download "$base.sha256" "$RUN_DIR/nodeadm.sha256" || fail J31 "$base.sha256 could not be downloaded."
  read -r wanted _ <"$RUN_DIR/nodeadm.sha256" || true
  [[ "${wanted:-}" =~ ^[0-9a-f]{64}$ ]] || fail J32 "$base.sha256 holds no SHA-256."
  check_pin "$wanted" "$base"
  retry 5 5 download "$base" "$RUN_DIR/nodeadm" || fail J31 "$base could not be downloaded."
  [ "$(sha256_of "$RUN_DIR/nodeadm")" = "$wanted" ] || fail J32 "The SHA-256 of $base is not that of the release."
  install -D -m 0755 "$RUN_DIR/nodeadm" "$NODEADM"
  printf '%s %s' "$version" "$wanted" | replace_file "$STATE_DIR/nodeadm" 0644
}

# True when the program in place is version $2 with the sum of record $1 (version, sum), and not another than pinned.
nodeadm_is() {
  local sum="${1#* }"
  [ "${1%% *}" = "$2" ] && [ -x "$NODEADM" ] && [ "$(sha256_of "$NODEADM")" = "$sum" ] || return 1
  check_pin "$sum" "$NODEADM"
}

# The release's own sum comes from the same host as the program; a pinned one does not. $1: sum of the release.
check_pin() {
  local pin="${NODEADM_SHA256_AMD64:-}"
  if [ "$ARCHITECTURE" = arm64 ]; then pin="${NODEADM_SHA256_ARM64:-}"; fi
  if [ -n "$pin" ] && [ "$pin" != "$1" ]; then fail J33 "The SHA-256 of $2 is $1, pinned is $pin."; fi
}

sha256_of() {
  sha256sum "$1" | cut -d ' ' -f 1
}

download() {
  curl --silent --show-error --fail --location --proto-redir =https --compressed --connect-timeout 10 --max-time 300 --output "$2" "$1"
}

run_install() {
  if [ -f "$TRACKER" ] && [ "$(cat "$STATE_DIR/installed" 2>/dev/null || true)" = "$KUBERNETES_VERSION" ]; then return; fi
  retry 5 15 nodeadm_install || fail J40 "nodeadm install $KUBERNETES_VERSION failed five times; the last lines: $(last_lines install)"
  [ -f "$TRACKER" ] || fail J40 "nodeadm install ended well but installed nothing."
  printf '%s' "$KUBERNETES_VERSION" | replace_file "$STATE_DIR/installed" 0644
}

# Without --region nodeadm takes us-west-2's bucket for the SSM agent. On RHEL containerd comes from Docker's packages.
nodeadm_install() {
  local containerd=distro
  if [ "$OS_ID" = rhel ]; then containerd=docker; fi
  logged install "$NODEADM" install "$KUBERNETES_VERSION" --credential-provider ssm --region "$REGION" \
    --containerd-source "${CONTAINERD_SOURCE:-$containerd}" --timeout 20m
}

# Runs a program with its output in the journal and in a file that failures quote. $1: name of the file.
logged() {
  local file="$RUN_DIR/$1.log"
  shift
  "$@" 2>&1 | without_code | tee "$file" >&2
}

# nodeadm does not print the activation code, but hands it to the SSM agent, whose messages it passes on.
without_code() {
  local line
  while IFS= read -r line || [ -n "$line" ]; do
    if [ -n "$ACTIVATION_CODE" ]; then line="${line//"$ACTIVATION_CODE"/***}"; fi
    printf '%s\n' "$line"
  done
}

# What nodeadm said last, on one line.
last_lines() {
  tail -n 3 "$RUN_DIR/$1.log" 2>/dev/null | tr '\n' ' ' | cut -c 1-400
}

# ---------------------------------------------------------------------------------------------------------------------
# Activation: a secret of Key Vault that this machine's identity may read; never in custom data or Terraform's state
# ---------------------------------------------------------------------------------------------------------------------

fetch_activation() {
  # A machine that is registered keeps its identity; nodeadm would ignore another activation.
  if [ -n "$(node_name)" ]; then return; fi
  retry 10 3 fetch_token || token_failure "$?"
  retry 8 5 fetch_secret || secret_failure
  read_activation
  rm -f "$RUN_DIR/secret.json"
}

fetch_token() {
  local query="api-version=2018-02-01&resource=${KEY_VAULT_RESOURCE:-https://vault.azure.net}" answer
  if [ -n "${IDENTITY_CLIENT_ID:-}" ]; then query="$query&client_id=$IDENTITY_CLIENT_ID"; fi
  answer="$(metadata_get "/metadata/identity/oauth2/token?$query")" || return "$?"
  TOKEN="$(json_get access_token <<<"$answer")"
}

# $1: curl's exit status, 22 for an answer that is an error.
token_failure() {
  if [ "$1" = 22 ]; then
    fail J21 "The metadata service refuses a token for Key Vault: is the identity ${IDENTITY_CLIENT_ID:-of the system} assigned to this VM?"
  fi
  fail J20 "The metadata service gives no token for Key Vault (status $1)."
}

# A role assignment takes minutes to be known everywhere, so that "denied" and "missing" are tried again as well.
fetch_secret() {
  SECRET_STATUS="$(bearer_get "${KEY_VAULT_URI%/}/secrets/$ACTIVATION_SECRET_NAME?api-version=7.4" "$TOKEN" "$RUN_DIR/secret.json")"
  [ "$SECRET_STATUS" = 200 ]
}

secret_failure() {
  local secret="the secret $ACTIVATION_SECRET_NAME of $KEY_VAULT_URI"
  case "$SECRET_STATUS" in
    401 | 403) fail J23 "Reading $secret is denied ($SECRET_STATUS): role assignment, vault firewall, or the secret is disabled." ;;
    404) fail J24 "There is no $secret: the activation was never minted or is revoked already." ;;
    000) fail J22 "Key Vault does not answer: $KEY_VAULT_URI." ;;
    *) fail J22 "Reading $secret gives status $SECRET_STATUS." ;;
  esac
}

read_activation() {
  local value expiry
  # Key Vault gives out a secret after its end all the same; the activation in it ends with it.
  expiry="$(json_get attributes.exp <"$RUN_DIR/secret.json" || echo 0)"
  if [ "$expiry" != 0 ] && [ "$expiry" -le "$(date +%s)" ]; then
    fail J26 "The secret $ACTIVATION_SECRET_NAME expired at $(date -u -d "@$expiry" +%Y-%m-%dT%H:%M:%SZ), and its activation with it."
  fi
  value="$(json_get value <"$RUN_DIR/secret.json")" || fail J25 "The secret $ACTIVATION_SECRET_NAME has no value."
  ACTIVATION_ID="$(json_get activationId <<<"$value")" || fail J25 "The secret $ACTIVATION_SECRET_NAME has no activationId."
  ACTIVATION_CODE="$(json_get activationCode <<<"$value")" || fail J25 "The secret $ACTIVATION_SECRET_NAME has no activationCode."
  [[ "$ACTIVATION_ID" =~ ^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$ ]] || fail J25 "The activation id in $ACTIVATION_SECRET_NAME is malformed."
  [[ "${#ACTIVATION_CODE}" -ge 20 && "${#ACTIVATION_CODE}" -le 250 ]] || fail J25 "The activation code in $ACTIVATION_SECRET_NAME is malformed."
}

# ---------------------------------------------------------------------------------------------------------------------
# Join
# ---------------------------------------------------------------------------------------------------------------------

run_init() {
  [ -f "$TRACKER" ] || fail J40 "nodeadm installed nothing, and would say so with success at init."
  if [ ! -f "$STATE_DIR/initialized" ]; then
    # Left by a former life of this machine, it makes a node Ready without a pod network.
    rm -rf "$ROOT_DIR/etc/cni/net.d"
  fi
  write_node_config
  retry 3 20 nodeadm_init || init_failure
  rm -f "$NODE_CONFIG"
  [ -n "$(node_name)" ] || fail J55 "nodeadm init ended well but this machine is not registered."
  printf '%s' "$CLUSTER_NAME" | replace_file "$STATE_DIR/initialized" 0644
}

# What cannot heal is not tried again: an activation stays expired.
nodeadm_init() {
  if logged init "$NODEADM" init --config-source "file://$NODE_CONFIG"; then return; fi
  case "$(last_lines init)" in *'activation expired'* | *'invalid SSM activation'*) init_failure ;; esac
  return 1
}

# JSON is YAML. Names of the zone tell failure domains apart between clouds: CoreDNS spreads over them.
write_node_config() {
  retry 5 2 fetch_compute || fail J20 "The metadata service does not answer."
  # The code goes by the environment, not by arguments: only root reads that of another process.
  CODE="$ACTIVATION_CODE" ID="$ACTIVATION_ID" CLUSTER="$CLUSTER_NAME" REGION="$REGION" \
    POOL="${POOL:-}" LABELS="${NODE_LABELS:-}" TAINTS="${NODE_TAINTS:-}" PODS="${MAX_PODS:-}" POD_IDENTITY="${POD_IDENTITY:-}" \
    "$(find_python)" - "$RUN_DIR/compute.json" <<'PYTHON' | replace_file "$NODE_CONFIG" 0600
import json, os, sys
env = os.environ
with open(sys.argv[1]) as file:
    compute = json.load(file)
zone = "azure-" + compute["location"] + "-" + (compute.get("zone") or "0")
labels = ["topology.kubernetes.io/region=azure-" + compute["location"], "topology.kubernetes.io/zone=" + zone,
          "eks-hybrid-actions.io/vm=" + compute["name"]]
if env["POOL"]:
    labels.append("eks-hybrid-actions.io/pool=" + env["POOL"])
labels += [label for label in env["LABELS"].split(",") if label]
flags = ["--node-labels=" + ",".join(labels)]
if env["TAINTS"]:
    flags.append("--register-with-taints=" + env["TAINTS"])
kubelet = {"flags": flags}
if env["PODS"]:
    kubelet["config"] = {"maxPods": int(env["PODS"])}
# nodeadm wants an activation even where the machine is registered and it will not use it.
ssm = {"activationId": env["ID"] or "00000000-0000-4000-8000-000000000000", "activationCode": env["CODE"] or "already-registered-unused"}
hybrid = {"ssm": ssm}
if env["POD_IDENTITY"] == "true":
    # The Pod Identity agent reads the machine's credentials from this file.
    hybrid["enableCredentialsFile"] = True
spec = {"cluster": {"name": env["CLUSTER"], "region": env["REGION"]}, "hybrid": hybrid, "kubelet": kubelet}
print(json.dumps({"apiVersion": "node.eks.aws/v1alpha1", "kind": "NodeConfig", "spec": spec}, indent=2))
PYTHON
}

fetch_compute() {
  metadata_get '/metadata/instance/compute?api-version=2021-02-01&format=json' >"$RUN_DIR/compute.json"
}

# nodeadm's own sentences, as of 1.0.20, told apart for people who see only the console.
init_failure() {
  local said
  said="$(last_lines init)"
  case "$said" in
    *'activation expired'*) fail J50 "The activation is expired: $said" ;;
    *'invalid SSM activation'* | *'registration limit'*) fail J51 "The activation is used up, deleted or wrong: $said" ;;
    *'remote network CIDR'*) fail J52 "This node's address is outside the cluster's remote node networks: $said" ;;
    *'access entry'* | *'access entries'*) fail J53 "The cluster has no HYBRID_LINUX access entry for the node role: $said" ;;
    *'no such host'* | *'i/o timeout'* | *'connection refused'*) fail J54 "The cluster's endpoint or an AWS service cannot be reached: $said" ;;
    *skew* | *'version of kubelet'*) fail J56 "Kubernetes $KUBERNETES_VERSION does not fit the control plane: $said" ;;
    *) fail J55 "nodeadm init failed: $said" ;;
  esac
}

wait_for_kubelet() {
  kubelet_comes_up || fail J60 "kubelet does not answer its health check; see journalctl -u kubelet."
}

main "$@"
