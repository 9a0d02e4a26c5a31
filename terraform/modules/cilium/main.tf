# Cilium on the hybrid nodes, from AWS's own chart and images. EC2 nodes keep the VPC CNI; no part of Cilium runs there.

locals {
  pods_keep_their_address = contains(["bgp", "udr"], var.pod_routing)

  # Cilium takes the tunnels' overhead off this by itself: 50 bytes for VXLAN, 80 for WireGuard.
  mtu = var.mtu == null ? { vpn = 1400, private = 1500 }[var.link_kind] : var.mtu

  values = templatefile("${path.module}/templates/cilium-values.yaml.tftpl", {
    pod_cidrs         = var.pod_cidrs
    pod_cidr_mask     = var.pod_cidr_mask_size
    mtu               = local.mtu
    gateway           = var.pod_routing == "gateway"
    bgp               = var.pod_routing == "bgp"
    native_cidr       = local.pods_keep_their_address ? var.vpc_cidr : null
    wireguard         = var.wireguard
    hubble            = var.hubble
    operator_replicas = var.operator_replicas
  })
}

resource "helm_release" "this" {
  name       = "cilium"
  namespace  = "kube-system"
  repository = "oci://public.ecr.aws/eks/cilium"
  chart      = "cilium"
  version    = var.chart_version

  values = concat([local.values], var.extra_values)

  # Before the first hybrid node the operator has nowhere to run, and a release that waits for it would fail. Whether
  # Cilium works is what the actions node-readiness and cilium-connectivity find out.
  wait = false

  # Enough to go back to; each kept revision is a secret.
  max_history = 5
}
