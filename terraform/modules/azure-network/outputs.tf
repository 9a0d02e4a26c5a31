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

output "egress_public_ips" {
  description = "Addresses from which nodes reach the internet, by NAT gateway; empty where they have a way of their own."
  value       = { for name, address in azurerm_public_ip.nat : name => address.ip_address }

  # Who is told the addresses may let them in: not before nodes have them.
  depends_on = [azurerm_nat_gateway_public_ip_association.this, azurerm_subnet_nat_gateway_association.nodes]
}

output "key_vault_id" {
  description = "Id of the Key Vault."
  value       = azurerm_key_vault.this.id
}

output "key_vault_uri" {
  description = "URL of the Key Vault."
  value       = azurerm_key_vault.this.vault_uri
}

output "activation_secret_name" {
  description = "Name of the secret that holds the nodes' activation."
  value       = var.activation_secret_name
}

output "node_identity_id" {
  description = "Id of the nodes' identity."
  value       = azurerm_user_assigned_identity.nodes.id

  # A node that boots before it may read the secret has to wait.
  depends_on = [azurerm_role_assignment.nodes]
}

output "node_identity_client_id" {
  description = "Client id of the nodes' identity, by which a node asks for its token."
  value       = azurerm_user_assigned_identity.nodes.client_id
}

output "log_workspace_id" {
  description = "Id of the Log Analytics workspace, or null where there are no diagnostics."
  value       = local.log_workspace_id
}

output "pod_route_table_ids" {
  description = "Route tables for routes to pods: `nodes` and `gateway`; empty where there are none."
  value       = { for name, table in azurerm_route_table.pods : name => table.id }
}
