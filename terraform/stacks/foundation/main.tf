# The ground of the cluster: a network in each cloud and the link between them.

locals {
  tags = merge(var.tags, { project = "eks-hybrid", environment = var.name })

  # The end of the virtual network's range: its last /26 is GatewaySubnet and RouteServerSubnet, a /27 each.
  vnet_prefix_length  = tonumber(split("/", var.vnet_cidr)[1])
  gateway_subnet      = cidrsubnet(var.vnet_cidr, 27 - local.vnet_prefix_length, pow(2, 27 - local.vnet_prefix_length) - 2)
  route_server_subnet = var.pod_routing == "bgp" ? cidrsubnet(var.vnet_cidr, 27 - local.vnet_prefix_length, pow(2, 27 - local.vnet_prefix_length) - 1) : null

  remote_node_cidrs = values(var.node_subnets)

  # Whether packets to pods cross the link by their own addresses. The Hybrid Nodes gateway wraps them and writes the VPC's
  # routes itself; masquerade has none.
  link_routes_pods = contains(["bgp", "udr"], var.pod_routing)

  route_servers = var.pod_routing == "bgp" ? toset(["pods"]) : toset([])
}

# ---------------------------------------------------------------------------------------------------------------------
# Address plan: no two of these may overlap
# ---------------------------------------------------------------------------------------------------------------------

locals {
  # EKS takes remote networks and services in private address space alone.
  private_ranges = [
    { first = "10.0.0.0", prefix = 8 },
    { first = "172.16.0.0", prefix = 12 },
    { first = "192.168.0.0", prefix = 16 },
  ]

  ranges = concat(
    [
      { name = "vpc_cidr", cidr = var.vpc_cidr },
      { name = "service_cidr", cidr = var.service_cidr },
      { name = "vnet_cidr", cidr = var.vnet_cidr },
    ],
    [for cidr in var.remote_pod_cidrs : { name = "remote_pod_cidrs", cidr = cidr }],
  )

  # Two ranges overlap when they are equal after both are cut to the shorter of their prefixes. A malformed range is
  # refused by its own validation and does not count here.
  overlaps = flatten([
    for index, one in local.ranges : [
      for other in slice(local.ranges, index + 1, length(local.ranges)) :
      "${one.name} ${one.cidr} and ${other.name} ${other.cidr}" if try(
        cidrhost("${split("/", one.cidr)[0]}/${min(split("/", one.cidr)[1], split("/", other.cidr)[1])}", 0) ==
        cidrhost("${split("/", other.cidr)[0]}/${min(split("/", one.cidr)[1], split("/", other.cidr)[1])}", 0),
        false,
      )
    ]
  ])
}

# ---------------------------------------------------------------------------------------------------------------------
# Networks
# ---------------------------------------------------------------------------------------------------------------------

module "aws_network" {
  source = "../../modules/aws-network"

  name                = var.name
  vpc_cidr            = var.vpc_cidr
  availability_zones  = var.availability_zones
  nat_mode            = var.nat_mode
  remote_node_cidrs   = local.remote_node_cidrs
  remote_pod_cidrs    = var.remote_pod_cidrs
  route_remote_pods   = local.link_routes_pods
  transit_gateway_asn = var.transit_gateway_asn
  flow_logs           = var.flow_logs
  flow_log_traffic    = var.flow_log_traffic
  log_retention_days  = var.log_retention_days
  log_kms_key_arn     = var.log_kms_key_arn
}

module "azure_network" {
  source = "../../modules/azure-network"

  name                       = var.name
  location                   = var.azure_location
  resource_group_name        = coalesce(var.azure_resource_group_name, "${var.name}-network")
  create_resource_group      = var.create_azure_resource_group
  vnet_cidr                  = var.vnet_cidr
  gateway_subnet_cidr        = local.gateway_subnet
  route_server_subnet_cidr   = local.route_server_subnet
  node_subnets               = var.node_subnets
  remote_pod_cidrs           = var.remote_pod_cidrs
  advertised_cidrs           = var.pod_routing == "udr" ? var.remote_pod_cidrs : []
  pod_route_tables           = var.pod_routing == "udr"
  ssh_client_cidrs           = var.ssh_client_cidrs
  nat_mode                   = var.azure_nat_mode
  nat_sku                    = var.azure_nat_sku
  nat_zones                  = var.azure_nat_zones
  key_vault_name             = var.key_vault_name
  key_vault_allowed_cidrs    = var.key_vault_allowed_cidrs
  key_vault_soft_delete_days = var.key_vault_soft_delete_days
  key_vault_purge_protection = var.key_vault_purge_protection
  activation_secret_name     = var.activation_secret_name
  activation_secret_writers  = var.activation_secret_writers
  diagnostics                = var.azure_diagnostics
  log_workspace_id           = var.azure_log_workspace_id
  log_retention_days         = min(max(var.log_retention_days, 30), 730)
  flow_logs                  = var.azure_flow_logs
  webhook_ports              = var.webhook_ports
  pod_ports                  = var.pod_ports
  aws_cidrs                  = [var.vpc_cidr]
  control_plane_cidrs        = [for zone in var.availability_zones : module.aws_network.control_plane_subnets[zone].cidr]
  metrics_client_cidrs       = [for zone in var.availability_zones : module.aws_network.private_subnets[zone].cidr]
  tags                       = local.tags
}
