# What Azure's gateway did: tunnels, routes and IKE, beside what the modules log themselves.

locals {
  link_gateway_id = var.link_kind == "vpn" ? one(values(module.site_to_site_vpn)).gateway_id : one(values(module.private_link)).gateway_id
}

resource "azurerm_monitor_diagnostic_setting" "gateway" {
  for_each = var.azure_diagnostics ? toset(["gateway"]) : toset([])

  name                       = "${var.name}-logs"
  target_resource_id         = local.link_gateway_id
  log_analytics_workspace_id = module.azure_network.log_workspace_id

  enabled_log {
    category_group = "allLogs"
  }
}
