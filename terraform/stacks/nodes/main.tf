# The hybrid nodes of one environment, in the network that the stack `foundation` made.

locals {
  name = coalesce(var.name, var.foundation.cluster_name)

  # Each node speaks BGP with the Route Server; the keys are known before any address is.
  bgp_nodes = var.foundation.pod_routing == "bgp" ? toset(keys(module.azure_nodes.node_addresses)) : toset([])
}

module "azure_nodes" {
  source = "../../modules/azure-nodes"

  name                       = local.name
  location                   = var.foundation.address_plan.azure.location
  resource_group_name        = var.foundation.azure_resource_group_name
  node_subnets               = var.foundation.node_subnets
  cluster_name               = var.foundation.cluster_name
  aws_region                 = var.foundation.address_plan.aws.region
  cluster_kubernetes_version = var.foundation.kubernetes_version
  hybrid_pod_identity        = var.foundation.hybrid_pod_identity
  pod_routing                = var.foundation.pod_routing
  remote_pod_cidrs           = var.foundation.address_plan.remote_pod_cidrs
  identity_id                = var.foundation.node_identity_id
  identity_client_id         = var.foundation.node_identity_client_id
  key_vault_uri              = var.foundation.key_vault_uri
  activation_secret_name     = var.foundation.activation_secret_name

  pools                = var.pools
  kubernetes_version   = var.kubernetes_version
  pod_cidr_mask_size   = var.pod_cidr_mask_size
  nodeadm_version      = var.nodeadm_version
  nodeadm_sha256       = var.nodeadm_sha256
  admin_username       = var.admin_username
  admin_ssh_public_key = var.admin_ssh_public_key
  expires_at           = var.expires_at
  tags                 = merge(var.tags, { project = "eks-hybrid", environment = local.name })
}

resource "azurerm_route_server_bgp_connection" "nodes" {
  for_each = local.bgp_nodes

  name            = each.key
  route_server_id = var.foundation.route_server_id
  peer_asn        = var.foundation.address_plan.asns.node_bgp
  peer_ip         = module.azure_nodes.node_addresses[each.key]
}
