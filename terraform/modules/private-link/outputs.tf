output "link_expectations" {
  description = "What a healthy private link looks like from both clouds. Holds no secret."
  value = {
    aws = {
      transit_gateway_id        = var.transit_gateway_id
      cloud_route_table_id      = aws_ec2_transit_gateway_route_table_propagation.this.transit_gateway_route_table_id
      link_route_table_id       = aws_ec2_transit_gateway_route_table_association.this.transit_gateway_route_table_id
      asn                       = var.transit_gateway_asn
      attachment_id             = data.aws_ec2_transit_gateway_dx_gateway_attachment.this.id
      direct_connect_gateway_id = var.direct_connect_gateway_id
      association_id            = aws_dx_gateway_association.this.dx_gateway_association_id
      learns                    = var.prefixes_from_azure
    }
    azure = {
      resource_group_name = var.resource_group_name
      gateway_name        = azurerm_virtual_network_gateway.this.name
      gateway_id          = azurerm_virtual_network_gateway.this.id
      connection_name     = azurerm_virtual_network_gateway_connection.this.name
      circuit_id          = var.express_route_circuit_id
      learns              = var.prefixes_from_aws
    }
  }
}

output "gateway_id" {
  description = "Id of the ExpressRoute gateway."
  value       = azurerm_virtual_network_gateway.this.id
}

output "attachment_id" {
  description = "Id of the Transit Gateway attachment of the Direct Connect gateway."
  value       = data.aws_ec2_transit_gateway_dx_gateway_attachment.this.id
}
