#!/usr/bin/env bash
# Watches Azure's scheduled events and takes the node out of service before the machine goes: cordon, evict, and, when
# it will not come back, deregister. Runs as eks-hybrid-events.service. Notice: 30 seconds for Preempt, 5 to 15 minutes
# for Terminate (where the VM asks for it), 15 minutes for Reboot, 10 for Redeploy.
# Source: https://learn.microsoft.com/azure/virtual-machines/linux/scheduled-events
set -euo pipefail
export HOME="${HOME:-/root}"
# shellcheck disable=SC2034 # read by log
PROGRAM=eks-hybrid-events
# shellcheck source=cloud-init/lib.sh
. "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"

EVENTS_PATH='/metadata/scheduledevents?api-version=2020-07-01'
KUBECONFIG_FILE="$ROOT_DIR/var/lib/kubelet/kubeconfig"
KUBECTL="${KUBECTL:-$ROOT_DIR/usr/bin/kubectl}"
KUBECTL_SECONDS=20
CORDONED_FILE="$STATE_DIR/cordoned"

main() {
  load_settings CLUSTER_NAME
  mkdir -p "$STATE_DIR"
  local name polls=0
  name="$(metadata_get '/metadata/instance/compute/name?api-version=2021-02-01&format=text')" || fail J20 "The metadata service does not answer."
  while [ "$polls" -lt "${EVENTS_POLLS:-2147483647}" ]; do
    polls=$((polls + 1))
    check_events "$name" || log "phase=events the metadata service does not answer; asked again"
    sleep "${EVENTS_SECONDS:-5}"
  done
}

# Events that concern this VM, one a line: id, type, status.
events_for() {
  "$(find_python)" -c '
import json, sys
for event in json.load(sys.stdin).get("Events", []):
    if sys.argv[1] in event.get("Resources", []):
        print(event["EventId"], event["EventType"], event["EventStatus"])
' "$1"
}

check_events() {
  local id type status events
  events="$(metadata_get "$EVENTS_PATH" | events_for "$1")" || return 1
  if [ -z "$events" ]; then
    back_in_service
    return
  fi
  while read -r id type status; do
    # One that is under way cannot be prepared for any more.
    if [ "$status" = Scheduled ]; then handle_event "$id" "$type"; fi
  done <<<"$events"
}

# Freeze pauses the machine for seconds: nothing to do. Handling an event once is enough, the list repeats it.
handle_event() {
  local id="$1" type="$2" handled="$STATE_DIR/events"
  if grep -qxF -- "$id" "$handled" 2>/dev/null; then return; fi
  log "phase=events $type announced (event $id)"
  case "$type" in
    Preempt)
      leave_service 8
      "$LIB_DIR/leave.sh" --quick
      ;;
    Terminate)
      leave_service 240
      "$LIB_DIR/leave.sh"
      ;;
    Reboot | Redeploy) leave_service 240 ;;
    *) ;;
  esac
  printf '%s\n' "$id" >>"$handled"
  # Azure waits for the end of the notice unless told that it need not.
  if [ "$type" != Freeze ]; then approve_event "$id" || log "phase=events event $id could not be acknowledged"; fi
}

approve_event() {
  printf '{"StartRequests":[{"EventId":"%s"}]}' "$1" \
    | curl --silent --show-error --fail --noproxy '*' --max-time 10 --header 'Metadata: true' --header 'Content-Type: application/json' \
      --data @- --output /dev/null "${IMDS_URL:-http://169.254.169.254}$EVENTS_PATH"
}

kubectl_node() {
  timeout "$KUBECTL_SECONDS" "$KUBECTL" --kubeconfig "$KUBECONFIG_FILE" --request-timeout="${KUBECTL_SECONDS}s" "$@"
}

# Cordons this node and evicts its pods, with the node's own rights: a kubelet may evict the pods bound to it. Budgets
# are respected (429: asked again) until $1 seconds are over; the machine goes then in any case.
leave_service() {
  local node deadline=$(($(date +%s) + $1)) left
  node="$(node_name)"
  if [ -z "$node" ] || [ ! -r "$KUBECONFIG_FILE" ]; then return; fi
  # Of half a minute no single call may take most.
  if [ "$1" -lt 60 ]; then KUBECTL_SECONDS=3; fi
  if is_cordoned "$node"; then
    log "phase=drain the node is cordoned already and stays so"
  elif kubectl_node patch node "$node" --type merge --patch '{"spec":{"unschedulable":true}}' >/dev/null; then
    date -u +%Y-%m-%dT%H:%M:%SZ | replace_file "$CORDONED_FILE" 0644
  else
    log "phase=drain the node could not be cordoned; evicting all the same"
  fi
  while :; do
    left="$(evict_all "$node")" || left=unknown
    log "phase=drain pods left: $left"
    if [ "$left" = 0 ] || [ "$(date +%s)" -ge "$deadline" ]; then break; fi
    sleep "${DRAIN_SECONDS:-3}"
  done
}

# Asks for the eviction of each pod that is no DaemonSet's, no mirror and not finished; prints how many are left.
evict_all() {
  local namespace name pods left=0
  pods="$(kubectl_node get pods --all-namespaces --field-selector "spec.nodeName=$1" --output json | movable_pods)" || return 1
  while read -r namespace name; do
    if [ -z "$namespace" ]; then continue; fi
    left=$((left + 1))
    json_eviction "$namespace" "$name" \
      | kubectl_node create --raw "/api/v1/namespaces/$namespace/pods/$name/eviction" -f - >/dev/null 2>&1 || true
  done <<<"$pods"
  printf '%s' "$left"
}

movable_pods() {
  "$(find_python)" -c '
import json, sys
for pod in json.load(sys.stdin)["items"]:
    meta = pod["metadata"]
    owners = {owner["kind"] for owner in meta.get("ownerReferences", [])}
    mirror = "kubernetes.io/config.mirror" in meta.get("annotations", {})
    finished = pod.get("status", {}).get("phase") in ("Succeeded", "Failed")
    if not (owners & {"DaemonSet", "Node"} or mirror or finished):
        print(meta["namespace"], meta["name"])
'
}

json_eviction() {
  "$(find_python)" -c '
import json, sys
meta = {"namespace": sys.argv[1], "name": sys.argv[2]}
print(json.dumps({"apiVersion": "policy/v1", "kind": "Eviction", "metadata": meta}))
' "$1" "$2"
}

is_cordoned() {
  [ "$(kubectl_node get node "$1" --output 'jsonpath={.spec.unschedulable}' 2>/dev/null)" = true ]
}

# When no event concerns this VM any more, after a reboot or because Azure took it back: a node that this program
# cordoned takes pods again; one that a person cordoned stays as it is.
back_in_service() {
  local node
  node="$(node_name)"
  if [ ! -f "$CORDONED_FILE" ] || [ -z "$node" ]; then return; fi
  if kubectl_node patch node "$node" --type merge --patch '{"spec":{"unschedulable":false}}' >/dev/null; then
    rm -f "$CORDONED_FILE"
    log "phase=events the node takes pods again"
  else
    log "phase=events the node could not be put back into service; tried again"
  fi
}

main "$@"
