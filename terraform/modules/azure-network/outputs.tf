output "resource_group_name" {
  description = "Resource group of the network; everything else in Azure depends on it through this value."
  value       = local.resource_group_name
}

output "location" {
  description = "Azure region of the network."
  value       = azurerm_virtual_network.this.location
}

output "vnet_id" {
  description = "Id of the virtual network."
  value       = azurerm_virtual_network.this.id
}

output "vnet_name" {
  description = "Name of the virtual network."
  value       = azurerm_virtual_network.this.name
}

output "gateway_subnet_id" {
  description = "Id of the subnet GatewaySubnet."
  value       = azurerm_subnet.gateway.id
}

output "route_server_subnet_id" {
  description = "Id of the subnet RouteServerSubnet, or null where there is none."
  value       = one(azurerm_subnet.route_server[*].id)
}

output "node_subnets" {
  description = "Subnets of the hybrid nodes: name => id and range."
  value       = { for name, subnet in azurerm_subnet.nodes : name => { id = subnet.id, cidr = var.node_subnets[name] } }
}

output "node_security_group_id" {
  description = "Id of the security group of the nodes' subnets."
  value       = azurerm_network_security_group.nodes.id
}
