# shellcheck shell=bash
# What join.sh needs of the machine before nodeadm runs: a system that nodeadm knows, no swap partition, kernel modules
# and settings for pods, and a host firewall that lets the overlay through. Sourced by join.sh, never run.
# Limits of each system: cloud-init/README.md.

# What was found; for join.sh.
OS_ID=''
OS_VERSION=''
# shellcheck disable=SC2034 # for join.sh
ARCHITECTURE=''

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
  # shellcheck disable=SC2034 # for join.sh
  case "${MACHINE:-$(uname -m)}" in
    x86_64) ARCHITECTURE=amd64 ;;
    aarch64) ARCHITECTURE=arm64 ;;
    *) fail J12 "The processor ${MACHINE:-$(uname -m)} is neither amd64 nor arm64." ;;
  esac
  if grep -qE '[[:space:]]partition[[:space:]]' "$ROOT_DIR/proc/swaps" 2>/dev/null; then
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
  if [ "$OS_ID" = ubuntu ] && [ ! -x "$ROOT_DIR/usr/bin/snap" ]; then
    fail J14 "snapd is missing, through which nodeadm installs the SSM agent: use a full image, not a minimal one."
  fi
  printf 'overlay\nbr_netfilter\n' | replace_file "$ROOT_DIR/etc/modules-load.d/eks-hybrid.conf" 0644
  printf '%s = 1\n' net.ipv4.ip_forward net.bridge.bridge-nf-call-iptables \
    | replace_file "$ROOT_DIR/etc/sysctl.d/90-eks-hybrid.conf" 0644
  if [ -z "$ROOT_DIR" ]; then
    modprobe --all overlay br_netfilter || fail J15 "The kernel modules overlay and br_netfilter cannot be loaded."
    sysctl --quiet --system || fail J15 "The kernel refuses the settings of /etc/sysctl.d/90-eks-hybrid.conf."
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
