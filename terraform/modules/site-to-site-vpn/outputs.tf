output "gateway_id" {
  description = "Id of the Azure VPN gateway."
  value       = azurerm_virtual_network_gateway.this.id
}

output "gateway_public_ips" {
  description = "Public addresses of the Azure VPN gateway by instance."
  value       = { for instance, address in azurerm_public_ip.gateway : instance => address.ip_address }
}

output "vpn_connection_ids" {
  description = "Ids of the AWS VPN connections by instance of the Azure gateway."
  value       = { for instance, connection in aws_vpn_connection.azure : instance => connection.id }
}

output "vpn_attachment_ids" {
  description = "Ids of the Transit Gateway attachments of the VPN connections by instance of the Azure gateway."
  value       = { for instance, connection in aws_vpn_connection.azure : instance => connection.transit_gateway_attachment_id }
}

output "tunnel_expectations" {
  description = "What a healthy link looks like, tunnel by tunnel, from both clouds; read by the tunnel check. Holds no secret."
  value = {
    aws = {
      transit_gateway_id   = var.transit_gateway_id
      cloud_route_table_id = var.cloud_route_table_id
      link_route_table_id  = var.link_route_table_id
      asn                  = var.transit_gateway_asn
      learns               = var.prefixes_from_azure
    }
    azure = {
      resource_group_name = var.resource_group_name
      gateway_name        = azurerm_virtual_network_gateway.this.name
      gateway_id          = azurerm_virtual_network_gateway.this.id
      asn                 = var.azure_gateway_asn
      learns              = var.prefixes_from_aws
    }
    tunnels = {
      for name, tunnel in local.tunnels : name => {
        inside_cidr           = tunnel.inside_cidr
        aws_vpn_connection_id = local.aws_endpoints[name].connection_id
        aws_outside_address   = local.aws_endpoints[name].address
        aws_inside_address    = tunnel.aws_inside
        aws_asn               = var.transit_gateway_asn
        azure_instance        = local.instances[tunnel.instance].number
        azure_public_ip       = azurerm_public_ip.gateway[tunnel.instance].ip_address
        azure_inside_address  = tunnel.azure_inside
        azure_asn             = var.azure_gateway_asn
        azure_connection_name = azurerm_virtual_network_gateway_connection.aws[name].name
        aws_learns            = var.prefixes_from_azure
        azure_learns          = var.prefixes_from_aws
      }
    }
  }
}

output "tunnel_inside_cidrs" {
  description = "Inside range of each tunnel."
  value       = { for name, tunnel in local.tunnels : name => tunnel.inside_cidr }
}

output "tunnel_log_group_name" {
  description = "CloudWatch log group of the tunnels, or null where their logs are off."
  value       = one([for group in aws_cloudwatch_log_group.tunnels : group.name])
}
