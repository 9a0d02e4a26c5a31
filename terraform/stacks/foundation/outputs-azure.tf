output "azure_resource_group_name" {
  description = "Resource group of everything in Azure."
  value       = module.azure_network.resource_group_name
}

output "node_subnets" {
  description = "Azure subnets of the nodes: name => id and range."
  value       = module.azure_network.node_subnets
}

output "node_identity_id" {
  description = "Id of the nodes' managed identity."
  value       = module.azure_network.node_identity_id
}

output "node_identity_client_id" {
  description = "Client id of the nodes' managed identity."
  value       = module.azure_network.node_identity_client_id
}

output "key_vault_id" {
  description = "Id of the Key Vault."
  value       = module.azure_network.key_vault_id
}

output "key_vault_uri" {
  description = "URL of the Key Vault."
  value       = module.azure_network.key_vault_uri
}

output "activation_secret_name" {
  description = "Name of the secret from which nodes read their SSM activation."
  value       = module.azure_network.activation_secret_name
}

output "azure_egress_public_ips" {
  description = "Addresses from which nodes in Azure reach the internet, by NAT gateway."
  value       = module.azure_network.egress_public_ips
}

output "azure_log_workspace_id" {
  description = "Log Analytics workspace of Azure's logs, or null where there is none."
  value       = module.azure_network.log_workspace_id
}

output "route_server_subnet_id" {
  description = "Id of the subnet RouteServerSubnet, or null where there is none."
  value       = module.azure_network.route_server_subnet_id
}

output "route_server_id" {
  description = "Id of the Azure Route Server, or null unless `pod_routing` is bgp."
  value       = one([for server in azurerm_route_server.this : server.id])
}

output "route_server_ips" {
  description = "The two addresses with which Cilium on each node speaks BGP; empty unless `pod_routing` is bgp."
  value       = flatten([for server in azurerm_route_server.this : sort(server.virtual_router_ips)])
}

output "pod_route_table_ids" {
  description = "Azure route tables into which routes to pods are written: `nodes` and `gateway`; empty unless `pod_routing` is udr."
  value       = module.azure_network.pod_route_table_ids
}
