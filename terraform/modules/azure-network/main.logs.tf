# What the vault and the security group did, kept in a Log Analytics workspace, and who talked to whom, kept in a storage
# account.

locals {
  # Known at plan time, as ids of what is yet to be made are not.
  creates_workspace = var.diagnostics && var.log_workspace_id == null
  log_workspace_id  = local.creates_workspace ? azurerm_log_analytics_workspace.this["created"].id : var.log_workspace_id

  watched = {
    key-vault      = azurerm_key_vault.this.id
    security-group = azurerm_network_security_group.nodes.id
  }
}

resource "azurerm_log_analytics_workspace" "this" {
  for_each = local.creates_workspace ? toset(["created"]) : toset([])

  name                = "${var.name}-logs"
  resource_group_name = local.resource_group_name
  location            = var.location
  sku                 = "PerGB2018"
  retention_in_days   = var.log_retention_days
  tags                = var.tags

  # Its shared keys stand in the state; without local authentication nobody can do anything with them.
  local_authentication_enabled = false
}

resource "azurerm_monitor_diagnostic_setting" "this" {
  for_each = var.diagnostics ? toset(["key-vault", "security-group"]) : toset([])

  name                       = "${var.name}-logs"
  target_resource_id         = local.watched[each.key]
  log_analytics_workspace_id = local.log_workspace_id

  enabled_log {
    category_group = "allLogs"
  }
}

# Of the virtual network: Azure makes no new ones of security groups since July 2025.
resource "azurerm_network_watcher_flow_log" "this" {
  for_each = var.flow_logs == null ? toset([]) : toset(["virtual-network"])

  name                 = "${var.name}-flow-logs"
  network_watcher_name = coalesce(var.flow_logs.network_watcher_name, "NetworkWatcher_${var.location}")
  resource_group_name  = var.flow_logs.network_watcher_resource_group_name
  target_resource_id   = azurerm_virtual_network.this.id
  storage_account_id   = var.flow_logs.storage_account_id
  enabled              = true
  version              = 2
  tags                 = var.tags

  retention_policy {
    enabled = true
    days    = var.flow_logs.retention_days
  }
}
