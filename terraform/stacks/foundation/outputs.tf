output "vpc_id" {
  description = "Id of the VPC."
  value       = module.aws_network.vpc_id
}

output "private_subnets" {
  description = "Private subnets of the VPC: zone => id and range."
  value       = module.aws_network.private_subnets
}

output "control_plane_subnets" {
  description = "Subnets of the control plane's network interfaces: zone => id and range."
  value       = module.aws_network.control_plane_subnets
}

output "nat_public_ips" {
  description = "Addresses from which the VPC's private subnets reach the internet."
  value       = module.aws_network.nat_public_ips
}

output "address_plan" {
  description = "Every range and autonomous system number by its role; read by the address check. Known at plan time."
  value = {
    aws = {
      region                = var.aws_region
      vpc_cidr              = var.vpc_cidr
      service_cidr          = var.service_cidr
      private_subnets       = { for zone, subnet in module.aws_network.private_subnets : zone => subnet.cidr }
      public_subnets        = { for zone, subnet in module.aws_network.public_subnets : zone => subnet.cidr }
      control_plane_subnets = { for zone, subnet in module.aws_network.control_plane_subnets : zone => subnet.cidr }
    }
    azure = {
      location            = var.azure_location
      vnet_cidr           = var.vnet_cidr
      gateway_subnet      = local.gateway_subnet
      route_server_subnet = local.route_server_subnet
      node_subnets        = var.node_subnets
    }
    remote_node_cidrs   = local.remote_node_cidrs
    remote_pod_cidrs    = var.remote_pod_cidrs
    tunnel_inside_cidrs = local.tunnel_inside_cidrs
    asns = {
      transit_gateway = var.transit_gateway_asn
      azure_gateway   = var.azure_gateway_asn
      node_bgp        = var.node_bgp_asn
    }
  }

  precondition {
    condition     = length(local.overlaps) == 0
    error_message = "Ranges of the address plan must not overlap: ${join(", ", local.overlaps)}."
  }
}
