locals {
  vpn     = one(values(module.site_to_site_vpn))
  private = one(values(module.private_link))

  tunnel_inside_cidrs = local.vpn == null ? {} : local.vpn.tunnel_inside_cidrs

  # A VPC whose tables do not lead to the Transit Gateway has a link that nothing uses.
  vpc_routes = {
    route_table_ids    = module.aws_network.vpc_route_table_ids
    destinations       = module.aws_network.routed_remote_cidrs
    transit_gateway_id = module.aws_network.transit_gateway_id
  }
}

output "link_kind" {
  description = "What links the clouds: vpn or private."
  value       = var.link_kind
}

output "vpc_route_table_ids" {
  description = "Every route table of the VPC by name (public, control-plane, private-<zone>); the Hybrid Nodes gateway writes pod routes into them."
  value       = module.aws_network.vpc_route_table_ids
}

output "vpn_gateway_public_ips" {
  description = "Public addresses of the Azure VPN gateway by instance; empty with a private link."
  value       = local.vpn == null ? {} : local.vpn.gateway_public_ips
}

output "tunnel_expectations" {
  description = "What a healthy link looks like, tunnel by tunnel, from both clouds; read by the tunnel check. Holds no secret. Null with a private link."
  value       = local.vpn == null ? null : merge(local.vpn.tunnel_expectations, { vpc_routes = local.vpc_routes })
}

output "link_expectations" {
  description = "What a healthy private link looks like from both clouds: gateways, attachment, circuit and what each side must learn. Holds no secret. Null with a VPN."
  value       = local.private == null ? null : merge(local.private.link_expectations, { vpc_routes = local.vpc_routes })
}
