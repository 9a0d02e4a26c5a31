output "github_variables" {
  description = "Variables to set in each GitHub environment; none is a secret."
  value       = module.github_oidc.github_variables
}

output "azure_resource_group_name" {
  description = "Resource group for the stacks: their `azure_resource_group_name`, with `create_azure_resource_group = false`."
  value       = azurerm_resource_group.platform.name
}
