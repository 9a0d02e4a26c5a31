# The link between the clouds: four VPN tunnels, or circuits that are there already.

locals {
  # What AWS must learn from Azure. Pods' ranges are among it where they belong to the virtual network; with a Route Server
  # each node's slice comes and goes with the node.
  prefixes_from_azure = concat([var.vnet_cidr], var.pod_routing == "udr" ? var.remote_pod_cidrs : [])
}

module "site_to_site_vpn" {
  source   = "../../modules/site-to-site-vpn"
  for_each = var.link_kind == "vpn" ? toset(["vpn"]) : toset([])

  name                 = var.name
  transit_gateway_id   = module.aws_network.transit_gateway_id
  transit_gateway_asn  = var.transit_gateway_asn
  cloud_route_table_id = module.aws_network.cloud_route_table_id
  link_route_table_id  = module.aws_network.link_route_table_id
  resource_group_name  = module.azure_network.resource_group_name
  location             = var.azure_location
  gateway_subnet_id    = module.azure_network.gateway_subnet_id
  azure_gateway_asn    = var.azure_gateway_asn
  gateway_sku          = var.vpn_gateway_sku
  prefixes_from_aws    = [var.vpc_cidr]
  prefixes_from_azure  = local.prefixes_from_azure
  tunnel_logs          = var.tunnel_logs
  log_retention_days   = var.log_retention_days
  log_kms_key_arn      = var.log_kms_key_arn
  azure_tags           = local.tags
}

module "private_link" {
  source   = "../../modules/private-link"
  for_each = var.link_kind == "private" ? toset(["private"]) : toset([])

  name                            = var.name
  transit_gateway_id              = module.aws_network.transit_gateway_id
  transit_gateway_asn             = var.transit_gateway_asn
  cloud_route_table_id            = module.aws_network.cloud_route_table_id
  link_route_table_id             = module.aws_network.link_route_table_id
  direct_connect_gateway_id       = var.direct_connect_gateway_id
  direct_connect_gateway_asn      = var.direct_connect_gateway_asn
  resource_group_name             = module.azure_network.resource_group_name
  location                        = var.azure_location
  gateway_subnet_id               = module.azure_network.gateway_subnet_id
  express_route_circuit_id        = var.express_route_circuit_id
  express_route_authorization_key = var.express_route_authorization_key
  gateway_sku                     = var.express_route_gateway_sku
  prefixes_from_aws               = [var.vpc_cidr]
  prefixes_from_azure             = local.prefixes_from_azure
  azure_tags                      = local.tags
}
