#!/usr/bin/env bash
# Stands in for nodeadm on a simulated VM: the same commands, files and exit codes; what the real one does with AWS is
# asked of the simulated world at NODEADM_WORLD. Everything on disk is below ROOT_DIR.
set -euo pipefail

VERSION='v0.0.0'
# Everything that changes a machine needs it; checks do not.
ROOT_DIR="${ROOT_DIR:-/nonexistent}"
TRACKER="$ROOT_DIR/opt/nodeadm/tracker"
REGISTRATION="$ROOT_DIR/var/lib/amazon/ssm/registration"

say() {
  printf '{"level":"%s","msg":"%s"}\n' "$1" "$2" >&2
}

# Sends standard input to the world; prints its answer, a first line with ok or error and more.
ask() {
  curl --silent --show-error --noproxy '*' --max-time 20 --data-binary @- "$NODEADM_WORLD/$1"
}

# Takes the answer of the world in $1: a message for people, and the exit code 1 for an error.
settle() {
  local verdict="${1%%$'\n'*}"
  if [ "$verdict" = ok ]; then return 0; fi
  say error "${1#*$'\n'}"
  return 1
}

install_node() {
  local version="$1" answer
  shift
  answer="$(printf '%s\n' "$version" "$@" | ask install)"
  settle "$answer"
  if [ "${answer#*$'\n'}" = 'without tracker' ]; then return 0; fi
  mkdir -p "$(dirname "$TRACKER")"
  printf 'Artifacts:\n  Kubelet: true\n  Ssm: true\n' >"$TRACKER"
  say info "Finished installing $version"
}

init_node() {
  local config='' answer id
  while [ "$#" -gt 0 ]; do
    if [ "$1" = --config-source ] || [ "$1" = -c ]; then config="${2#file://}"; fi
    shift
  done
  if [ ! -f "$TRACKER" ]; then
    say info "nodeadm components are not installed"
    return 0
  fi
  id="$(sed -n 's/.*"ManagedInstanceID":"\([^"]*\)".*/\1/p' "$REGISTRATION" 2>/dev/null || true)"
  if [ -z "$id" ]; then
    answer="$(ask register <"$config")"
    settle "$answer"
    id="${answer#*$'\n'}"
    mkdir -p "$(dirname "$REGISTRATION")"
    printf '{"ManagedInstanceID":"%s","Region":""}' "$id" >"$REGISTRATION"
    chmod 0600 "$REGISTRATION"
  else
    say info "Instance is already registered with SSM, skipping registration"
  fi
  answer="$(ask "init/$id" <"$config")"
  settle "$answer"
  mkdir -p "$ROOT_DIR/var/lib/kubelet"
  printf 'apiVersion: v1\nkind: Config\n' >"$ROOT_DIR/var/lib/kubelet/kubeconfig"
  say info "Finished init"
}

uninstall_node() {
  local answer
  if [ ! -f "$TRACKER" ]; then
    say info "nodeadm components are already uninstalled"
    return 0
  fi
  answer="$(ask uninstall </dev/null)"
  settle "$answer"
  rm -rf "$TRACKER" "$REGISTRATION" "$ROOT_DIR/var/lib/kubelet/kubeconfig"
  say info "Finished uninstall"
}

# Like the real one it wants systemd, here the world, although it changes nothing.
check_config() {
  local config='' answer
  while [ "$#" -gt 0 ]; do
    if [ "$1" = --config-source ] || [ "$1" = -c ]; then config="${2#file://}"; fi
    shift
  done
  if [ -z "${NODEADM_WORLD:-}" ]; then
    say fatal "dial unix /var/run/dbus/system_bus_socket: connect: no such file or directory"
    return 1
  fi
  answer="$(ask config-check <"$config")"
  settle "$answer"
  say info "Configuration is valid"
}

command="${1:-help}"
if [ "$#" -gt 0 ]; then shift; fi
case "$command" in
  install) install_node "$@" ;;
  init) init_node "$@" ;;
  uninstall) uninstall_node ;;
  config)
    if [ "${1:-}" != check ]; then exit 1; fi
    shift
    check_config "$@"
    ;;
  version | --version) printf 'Version: %s\n' "$VERSION" ;;
  *)
    printf 'usage: nodeadm install|init|uninstall|config check|version\n' >&2
    exit 1
    ;;
esac
