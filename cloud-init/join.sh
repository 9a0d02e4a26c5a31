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

NODEADM="$ROOT_DIR/usr/local/bin/nodeadm"
NODE_CONFIG="$RUN_DIR/node-config.json"
TRACKER="$ROOT_DIR/opt/nodeadm/tracker"
STARTED_AT="$(date +%s)"

# Before 1.0.19 the key that checks the SSM installer is an expired one; install ends with a signature error.
NODEADM_FLOOR=1.0.19

main() {
  umask 077
  mkdir -p "$STATE_DIR" "$RUN_DIR"
  load_settings CLUSTER_NAME REGION KUBERNETES_VERSION NODEADM_VERSION KEY_VAULT_URI ACTIVATION_SECRET_NAME
  # The configuration for nodeadm holds the activation code: it goes with this program, whatever ends it.
  trap 'rm -rf "$RUN_DIR"' EXIT
  trap 'fail J70 "Interrupted; it goes on at the next start."' INT TERM
  if is_joined; then
    finish "Already joined"
    return
  fi
  write_status joining '' ''
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

is_joined() {
  [ -n "$(node_name)" ] && [ -f "$STATE_DIR/initialized" ] && kubelet_healthy
}

kubelet_healthy() {
  [ "$(curl --silent --noproxy '*' --max-time 5 "${KUBELET_HEALTH_URL:-http://127.0.0.1:10248/healthz}" || true)" = ok ]
}

# ---------------------------------------------------------------------------------------------------------------------
# Machine
# ---------------------------------------------------------------------------------------------------------------------

# True when version $1 is not older than $2 (numbers separated by dots).
not_older() {
  [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1)" = "$2" ]
}

os_release() {
  sed -nE "s/^$1=\"?([^\"]*)\"?\$/\\1/p" "$ROOT_DIR/etc/os-release"
}

check_machine() {
  OS_ID="$(os_release ID)"
  OS_VERSION="$(os_release VERSION_ID)"
  case "$OS_ID-$OS_VERSION" in
    ubuntu-20.04 | ubuntu-22.04 | ubuntu-24.04 | amzn-2023* | rhel-8* | rhel-9*) ;;
    *) fail J11 "$OS_ID $OS_VERSION is none of Ubuntu 20.04, 22.04, 24.04, RHEL 8, 9, Amazon Linux 2023." ;;
  esac
  case "${MACHINE:-$(uname -m)}" in
    x86_64) ARCHITECTURE=amd64 ;;
    aarch64) ARCHITECTURE=arm64 ;;
    *) fail J11 "The processor $(uname -m) is neither amd64 nor arm64." ;;
  esac
  if grep -q ' partition ' "$ROOT_DIR/proc/swaps" 2>/dev/null; then
    fail J13 "A partition is used as swap, which nodeadm cannot turn off: remove it from /etc/fstab and waagent.conf."
  fi
  check_kernel
}

# Cilium 1.18.3 and newer need Linux 5.10, or RHEL's 4.18 from 8.10. Older ones join, but may have no pod network.
check_kernel() {
  local kernel
  kernel="$(cat "$ROOT_DIR/proc/sys/kernel/osrelease")"
  if not_older "${kernel%%-*}" 5.10; then return; fi
  if [ "$OS_ID" = rhel ] && not_older "$OS_VERSION" 8.10; then return; fi
  log "warning: Linux $kernel is older than current Cilium needs (5.10); use a newer image."
}

prepare_machine() {
  if [ "$OS_ID" = ubuntu ] && ! command -v snap >/dev/null; then
    fail J14 "snapd is missing, through which nodeadm installs the SSM agent: use a full image, not a minimal one."
  fi
  printf 'overlay\nbr_netfilter\n' | replace_file "$ROOT_DIR/etc/modules-load.d/eks-hybrid.conf" 0644
  printf '%s = 1\n' net.ipv4.ip_forward net.bridge.bridge-nf-call-iptables \
    | replace_file "$ROOT_DIR/etc/sysctl.d/90-eks-hybrid.conf" 0644
  if [ -z "$ROOT_DIR" ]; then
    modprobe --all overlay br_netfilter || fail J15 "The kernel modules overlay and br_netfilter cannot be loaded."
    sysctl --quiet --system
    open_firewall
  fi
}

# nodeadm refuses to join behind a host firewall that closes the overlay's port.
open_firewall() {
  if command -v firewall-cmd >/dev/null && firewall-cmd --state >/dev/null 2>&1; then
    firewall-cmd --quiet --permanent --add-port=8472/udp
    firewall-cmd --quiet --reload
  elif command -v ufw >/dev/null && ufw status | grep -q '^Status: active'; then
    ufw allow 8472/udp >/dev/null
  fi
}

# ---------------------------------------------------------------------------------------------------------------------
# nodeadm
# ---------------------------------------------------------------------------------------------------------------------

install_nodeadm() {
  local version="${NODEADM_VERSION#v}" base wanted
  [[ "$version" =~ ^[0-9]+\.[0-9]+\.[0-9]+$ ]] || fail J30 "NODEADM_VERSION is $NODEADM_VERSION; a full version such as v1.0.20 is needed."
  not_older "$version" "$NODEADM_FLOOR" || fail J34 "nodeadm $version cannot install the SSM agent any more; the oldest that can is $NODEADM_FLOOR."
  base="${NODEADM_BASE_URL:-https://hybrid-assets.eks.amazonaws.com/releases}/v$version/bin/linux/$ARCHITECTURE/nodeadm"
  retry 5 5 download "$base.sha256" "$RUN_DIR/nodeadm.sha256" || fail J31 "$base.sha256 could not be downloaded."
  read -r wanted _ <"$RUN_DIR/nodeadm.sha256" || true
  [[ "$wanted" =~ ^[0-9a-f]{64}$ ]] || fail J32 "$base.sha256 holds no SHA-256."
  check_pin "$wanted" "$base"
  if [ -x "$NODEADM" ] && [ "$(sha256_of "$NODEADM")" = "$wanted" ]; then return; fi
  retry 5 5 download "$base" "$RUN_DIR/nodeadm" || fail J31 "$base could not be downloaded."
  [ "$(sha256_of "$RUN_DIR/nodeadm")" = "$wanted" ] || fail J32 "The SHA-256 of $base is not that of the release."
  install -D -m 0755 "$RUN_DIR/nodeadm" "$NODEADM"
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
  curl --silent --show-error --fail --location --compressed --connect-timeout 10 --max-time 300 --output "$2" "$1"
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
  "$@" 2>&1 | tee "$file" >&2
}

# What nodeadm said last, on one line; it does not print the activation code.
last_lines() {
  tail -n 3 "$RUN_DIR/$1.log" 2>/dev/null | tr '\n' ' ' | cut -c 1-400
}

# ---------------------------------------------------------------------------------------------------------------------
# Activation: a secret of Key Vault that this machine's identity may read; never in custom data or Terraform's state
# ---------------------------------------------------------------------------------------------------------------------

fetch_activation() {
  # A machine that is registered keeps its identity; nodeadm would ignore another activation.
  if [ -n "$(node_name)" ]; then return; fi
  retry 10 3 fetch_token || fail J20 "The metadata service gives no token for Key Vault: is the identity $IDENTITY_CLIENT_ID assigned to this VM?"
  retry 8 5 fetch_secret || secret_failure
  read_activation
}

fetch_token() {
  local identity=''
  if [ -n "${IDENTITY_CLIENT_ID:-}" ]; then identity="&client_id=$IDENTITY_CLIENT_ID"; fi
  TOKEN="$(metadata_get "/metadata/identity/oauth2/token?api-version=2018-02-01&resource=${KEY_VAULT_RESOURCE:-https://vault.azure.net}$identity" | json_get access_token)"
}

# A role assignment takes minutes to be known everywhere, so that "denied" and "missing" are tried again as well.
fetch_secret() {
  SECRET_STATUS="$(bearer_get "${KEY_VAULT_URI%/}/secrets/$ACTIVATION_SECRET_NAME?api-version=7.4" "$TOKEN" "$RUN_DIR/secret.json")"
  [ "$SECRET_STATUS" = 200 ]
}

secret_failure() {
  local secret="the secret $ACTIVATION_SECRET_NAME of $KEY_VAULT_URI"
  case "$SECRET_STATUS" in
    401 | 403) fail J23 "Reading $secret is denied ($SECRET_STATUS): role assignment, vault firewall, or the secret is expired or disabled." ;;
    404) fail J24 "There is no $secret: the activation was never minted or is revoked already." ;;
    000) fail J22 "Key Vault does not answer: $KEY_VAULT_URI." ;;
    *) fail J22 "Reading $secret gives status $SECRET_STATUS." ;;
  esac
}

read_activation() {
  local value
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
  local location zone vm
  location="$(metadata_get '/metadata/instance/compute/location?api-version=2021-02-01&format=text')" || fail J20 "The metadata service does not answer."
  zone="$(metadata_get '/metadata/instance/compute/zone?api-version=2021-02-01&format=text')" || zone=''
  vm="$(metadata_get '/metadata/instance/compute/name?api-version=2021-02-01&format=text')" || vm=''
  # The code goes by the environment, not by arguments: only root reads that of another process.
  CODE="${ACTIVATION_CODE:-}" ID="${ACTIVATION_ID:-}" LOCATION="$location" ZONE="${zone:-0}" VM="$vm" \
    CLUSTER="$CLUSTER_NAME" REGION="$REGION" POOL="${POOL:-}" LABELS="${NODE_LABELS:-}" TAINTS="${NODE_TAINTS:-}" PODS="${MAX_PODS:-}" \
    "$(find_python)" - <<'PYTHON' | replace_file "$NODE_CONFIG" 0600
import json, os
env = os.environ
labels = ["topology.kubernetes.io/region=azure-" + env["LOCATION"],
          "topology.kubernetes.io/zone=azure-" + env["LOCATION"] + "-" + env["ZONE"]]
if env["POOL"]:
    labels.append("eks-hybrid-actions.io/pool=" + env["POOL"])
if env["VM"]:
    labels.append("eks-hybrid-actions.io/vm=" + env["VM"])
labels += [label for label in env["LABELS"].split(",") if label]
flags = ["--node-labels=" + ",".join(labels)]
if env["TAINTS"]:
    flags.append("--register-with-taints=" + env["TAINTS"])
kubelet = {"flags": flags}
if env["PODS"]:
    kubelet["config"] = {"maxPods": int(env["PODS"])}
# nodeadm wants an activation even where the machine is registered and it will not use it.
ssm = {"activationId": env["ID"] or "00000000-0000-4000-8000-000000000000", "activationCode": env["CODE"] or "already-registered-unused"}
spec = {"cluster": {"name": env["CLUSTER"], "region": env["REGION"]}, "hybrid": {"ssm": ssm}, "kubelet": kubelet}
print(json.dumps({"apiVersion": "node.eks.aws/v1alpha1", "kind": "NodeConfig", "spec": spec}, indent=2))
PYTHON
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
  retry "${KUBELET_ATTEMPTS:-12}" "${KUBELET_WAIT:-5}" kubelet_healthy || fail J60 "kubelet does not answer its health check; see journalctl -u kubelet."
}

main "$@"
