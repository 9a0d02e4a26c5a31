# What runs in the cluster before anyone's workload: the pod network of hybrid nodes, the way to their pods, and rights
# for the actions.

locals {
  # Both are in the cluster's ARN: arn:aws:eks:<region>:<account>:cluster/<name>.
  aws_region     = split(":", var.foundation.cluster_arn)[3]
  aws_account_id = split(":", var.foundation.cluster_arn)[4]

  tags = merge(var.tags, { project = "eks-hybrid", environment = var.foundation.cluster_name })

  plan         = var.foundation.address_plan
  route_server = var.foundation.pod_routing == "bgp" ? toset(["bgp"]) : toset([])
}

module "cilium" {
  source = "../../modules/cilium"

  pod_routing        = var.foundation.pod_routing
  pod_cidrs          = local.plan.remote_pod_cidrs
  vpc_cidr           = local.plan.aws.vpc_cidr
  chart_version      = var.cilium_version
  pod_cidr_mask_size = var.pod_cidr_mask_size
  link_kind          = var.foundation.link_kind
  mtu                = var.mtu
  wireguard          = var.wireguard
  hubble             = var.hubble
  operator_replicas  = var.cilium_operator_replicas
  extra_values       = var.cilium_extra_values
}

# Cilium's operator tells the cluster its BGP resources when it starts on the first hybrid node; until then there is
# nothing that could take them. See README.md.
data "kubernetes_resources" "bgp_kinds" {
  for_each = local.route_server

  api_version    = "apiextensions.k8s.io/v1"
  kind           = "CustomResourceDefinition"
  field_selector = "metadata.name=ciliumbgpclusterconfigs.cilium.io"
}

locals {
  bgp_kinds_registered = anytrue([for found in data.kubernetes_resources.bgp_kinds : length(found.objects) > 0])
}

module "pod_routing" {
  source = "../../modules/pod-routing"

  cluster_name          = var.foundation.cluster_name
  pod_routing           = var.foundation.pod_routing
  pod_cidrs             = local.plan.remote_pod_cidrs
  vpc_cidr              = local.plan.aws.vpc_cidr
  pod_cidr_mask_size    = var.pod_cidr_mask_size
  route_table_ids       = values(var.foundation.vpc_route_table_ids)
  gateway_chart_version = var.gateway_version
  bgp_kinds_registered  = local.bgp_kinds_registered
  cilium_release        = module.cilium.release.name

  bgp = var.foundation.pod_routing != "bgp" ? null : {
    local_asn = local.plan.asns.node_bgp
    peers     = var.foundation.route_server_ips
  }
}

check "bgp_announced" {
  assert {
    condition     = var.foundation.pod_routing != "bgp" || local.bgp_kinds_registered
    error_message = "No hybrid node announces its pods yet: Cilium's operator has not run, because no hybrid node has joined. Apply this stack again once the first has."
  }
}
