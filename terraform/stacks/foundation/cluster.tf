# The EKS cluster over both networks.

locals {
  # Nodes of both clouds come to a public endpoint from their NAT addresses, so these are let in beside the ranges asked for.
  api_public_access_cidrs = concat(
    var.cluster_public_access_cidrs,
    [for zone in local.nat_zones : "${module.aws_network.nat_public_ips[zone]}/32"],
    [for address in values(module.azure_network.egress_public_ips) : "${address}/32"],
  )

  nat_zones = { none = [], one = slice(var.availability_zones, 0, 1), per_zone = var.availability_zones }[var.nat_mode]
}

module "eks_cluster" {
  source = "../../modules/eks-cluster"

  name                     = var.name
  kubernetes_version       = var.kubernetes_version
  support_type             = var.cluster_support_type
  vpc_id                   = module.aws_network.vpc_id
  control_plane_subnet_ids = [for zone in var.availability_zones : module.aws_network.control_plane_subnets[zone].id]
  node_subnet_ids          = [for zone in var.availability_zones : module.aws_network.private_subnets[zone].id]
  remote_node_cidrs        = local.remote_node_cidrs
  remote_pod_cidrs         = var.remote_pod_cidrs
  service_cidr             = var.service_cidr
  pod_routing              = var.pod_routing

  endpoint            = var.cluster_endpoint
  public_access_cidrs = var.cluster_endpoint == "public" ? local.api_public_access_cidrs : []
  api_client_cidrs    = var.cluster_api_client_cidrs
  access_entries      = var.cluster_access_entries

  secrets_kms_key_arn = var.cluster_secrets_kms_key_arn
  log_retention_days  = var.log_retention_days
  log_kms_key_arn     = var.log_kms_key_arn

  node_group              = var.cloud_node_group
  dedicated_gateway_nodes = var.dedicated_gateway_nodes
  addon_versions          = var.addon_versions
  hybrid_pod_identity     = var.hybrid_pod_identity
  webhook_ports           = var.webhook_ports
  pod_ports               = var.pod_ports
}
