# Where nodes get their activation from: a vault, the identity of the nodes, and who may do what with the one secret. The
# secret itself is written by whoever mints activations, so that its value is never in Terraform's state.

data "azurerm_client_config" "current" {}

locals {
  # Names of vaults are the world's, at most 24 characters. The sum keeps two subscriptions from wanting the same.
  key_vault_suffix = substr(sha256("${data.azurerm_client_config.current.subscription_id}/${var.resource_group_name}/${var.name}"), 0, 6)
  key_vault_prefix = trimsuffix(substr(replace(var.name, "/-+/", "-"), 0, 14), "-")
  key_vault_name   = coalesce(var.key_vault_name, "${local.key_vault_prefix}-kv-${local.key_vault_suffix}")

  activation_secret_scope = "${azurerm_key_vault.this.id}/secrets/${var.activation_secret_name}"
}

resource "azurerm_key_vault" "this" {
  name                = local.key_vault_name
  resource_group_name = local.resource_group_name
  location            = var.location
  tenant_id           = data.azurerm_client_config.current.tenant_id
  sku_name            = "standard"
  tags                = var.tags

  rbac_authorization_enabled = true
  purge_protection_enabled   = var.key_vault_purge_protection
  soft_delete_retention_days = var.key_vault_soft_delete_days

  # Nodes come by the service endpoint of their subnets; runners from the addresses named.
  network_acls {
    default_action             = "Deny"
    bypass                     = "None"
    ip_rules                   = var.key_vault_allowed_cidrs
    virtual_network_subnet_ids = [for subnet in azurerm_subnet.nodes : subnet.id]
  }
}

resource "azurerm_user_assigned_identity" "nodes" {
  name                = "${var.name}-nodes"
  resource_group_name = local.resource_group_name
  location            = var.location
  tags                = var.tags
}

# On the one secret, not on the vault: a node can read nothing else that someone may put there.
resource "azurerm_role_assignment" "nodes" {
  scope                = local.activation_secret_scope
  role_definition_name = "Key Vault Secrets User"
  principal_id         = azurerm_user_assigned_identity.nodes.principal_id
  description          = "Nodes read their activation at boot."

  # Known to be one, so that Azure does not look for it in a directory that may not have it yet.
  principal_type = "ServicePrincipal"
}

resource "azurerm_role_assignment" "secret_writers" {
  for_each = var.activation_secret_writers

  scope                = local.activation_secret_scope
  role_definition_name = "Key Vault Secrets Officer"
  principal_id         = each.value
  description          = "Writes the nodes' activation and deletes it afterwards."
}
