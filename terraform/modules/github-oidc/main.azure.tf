# Azure: a managed identity for each environment, in a resource group that none of them may touch, with a custom role in
# the resource groups of the platform.

data "azurerm_client_config" "current" {}

locals {
  # verify looks at pods through the Kubernetes API, and at nothing in Azure.
  azure_environments = { for key, environment in var.environments : key => environment if key != "verify" }

  azure_roles = { for key in keys(local.azure_environments) : key => jsondecode(file("${path.module}/policies/azure-${key}.json")) }

  # Who assigns roles can give itself any. So only these, which the modules assign, and only to identities.
  assignable_roles = {
    "Key Vault Secrets User"    = "4633458b-17de-408a-b874-0445c86b69e6"
    "Key Vault Secrets Officer" = "b86a8fe4-44ce-4948-aee5-eccb2c155cd7"
  }
  role_ids = join(", ", values(local.assignable_roles))

  assignment_condition = join(" AND ", [
    for action, source in { write = "@Request", delete = "@Resource" } : join("", [
      "((!(ActionMatches{'Microsoft.Authorization/roleAssignments/${action}'})) OR ",
      "(${source}[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {${local.role_ids}} AND ",
      "${source}[Microsoft.Authorization/roleAssignments:PrincipalType] ForAnyOfAnyValues:StringEqualsIgnoreCase {'ServicePrincipal'}))",
    ])
  ])

  federated = merge([
    for key, forms in local.subjects : key == "verify" ? {} : { for form, subject in forms : "${key}-${form}" => { environment = key, subject = subject } }
  ]...)

  assigned = { for pair in setproduct(keys(local.azure_environments), keys(var.azure_resource_groups)) : "${pair[0]}-${pair[1]}" => { environment = pair[0], scope = var.azure_resource_groups[pair[1]] } }
}

resource "azurerm_resource_group" "this" {
  name     = coalesce(var.azure_identity_resource_group_name, "${var.name}-github")
  location = var.azure_location
  tags     = var.tags
}

resource "azurerm_user_assigned_identity" "this" {
  for_each = local.azure_environments

  name                = "${var.name}-${each.key}"
  resource_group_name = azurerm_resource_group.this.name
  location            = var.azure_location
  tags                = var.tags
}

# Azure compares issuer, audience and subject, and nothing else of the token.
resource "azurerm_federated_identity_credential" "this" {
  for_each = local.federated

  name                      = each.key
  user_assigned_identity_id = azurerm_user_assigned_identity.this[each.value.environment].id
  issuer                    = "https://token.actions.githubusercontent.com"
  audience                  = ["api://AzureADTokenExchange"]
  subject                   = each.value.subject
}

resource "azurerm_role_definition" "this" {
  for_each = local.azure_environments

  name              = "${var.name}-${each.key}"
  description       = "GitHub environment ${coalesce(each.value.github_environment, each.key)} of ${var.github_owner}/${var.github_repository}; generated from what Terraform and the actions call."
  scope             = values(var.azure_resource_groups)[0]
  assignable_scopes = values(var.azure_resource_groups)

  permissions {
    actions      = local.azure_roles[each.key].actions
    data_actions = local.azure_roles[each.key].dataActions
  }
}

resource "azurerm_role_assignment" "this" {
  for_each = local.assigned

  scope              = each.value.scope
  role_definition_id = azurerm_role_definition.this[each.value.environment].role_definition_resource_id
  principal_id       = azurerm_user_assigned_identity.this[each.value.environment].principal_id
  principal_type     = "ServicePrincipal"
  description        = "GitHub environment ${each.value.environment}"

  # Of effect where the role may assign roles, which apply and destroy alone may.
  condition         = contains(["apply", "destroy"], each.value.environment) ? local.assignment_condition : null
  condition_version = contains(["apply", "destroy"], each.value.environment) ? "2.0" : null
}

# Lists of a subscription show only what the caller may read, so a role in the resource groups could not prove that nothing
# is left elsewhere, and the activity log is one of the subscription.
resource "azurerm_role_assignment" "reader" {
  for_each = setintersection(var.azure_subscription_readers, keys(var.environments))

  scope                = "/subscriptions/${data.azurerm_client_config.current.subscription_id}"
  role_definition_name = "Reader"
  principal_id         = azurerm_user_assigned_identity.this[each.value].principal_id
  principal_type       = "ServicePrincipal"
  description          = "GitHub environment ${each.value} lists what environments have, and reads the activity log"
}
