#!/usr/bin/env bash
# Takes this machine out of the cluster for good: stops kubelet and deregisters it from AWS Systems Manager, so that its
# identity ends with it. The Node object stays, a kubelet may not delete it: node-cleanup removes it, and only then AWS
# stops billing. With --quick it takes at most 15 seconds, of the 30 that the eviction of a spot VM gives. Nothing here may
# hold up the machine: what lasts too long is ended, a failure is said and passed over.
set -uo pipefail
export HOME="${HOME:-/root}"
# shellcheck disable=SC2034 # read by log
PROGRAM=eks-hybrid-leave
# shellcheck source=cloud-init/lib.sh
. "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"

NODEADM="$ROOT_DIR/usr/local/bin/nodeadm"

main() {
  local mode="${1:-all}" node
  load_settings CLUSTER_NAME
  node="$(node_name)"
  PHASE=leave
  if [ -z "$node" ]; then
    write_status left '' 'This machine was no node.'
    log "RESULT left: this machine was no node"
    return
  fi
  write_status leaving '' "Leaving as $node."
  if [ "$mode" = --quick ]; then set -- 15; else set -- 180; fi
  # The pods were evicted before; nodeadm would refuse because of those of DaemonSets or an unreachable API.
  if timeout "$1" "$NODEADM" uninstall --skip node-validation,pod-validation >&2 && [ -z "$(node_name)" ]; then
    rm -rf "$STATE_DIR/initialized" "$ROOT_DIR/etc/cni/net.d"
    write_status left '' "$node is deregistered."
    log "RESULT left node=$node"
  else
    write_status failed J80 "nodeadm uninstall failed or took longer than $1 seconds; $node is still registered."
    log "RESULT failed code=J80 phase=leave: $node is still registered; node-cleanup removes it"
  fi
}

main "$@"
