output "oidc_provider_arn" {
  description = "ARN of the account's identity provider for GitHub."
  value       = local.oidc_provider_arn
}

output "role_arns" {
  description = "IAM roles: environment => ARN."
  value       = { for key, role in aws_iam_role.this : key => role.arn }
}

output "azure_principal_ids" {
  description = "Managed identities: environment => object id (all but `verify`), as role assignments and `activation_secret_writers` name it."
  value       = { for key, identity in azurerm_user_assigned_identity.this : key => identity.principal_id }
}

output "subjects" {
  description = "Subjects that are let in: environment => form => subject. Compare them with the token when GitHub is refused."
  value       = local.subjects
}

output "workflow_refs" {
  description = "Workflows that AWS lets in: environment => `job_workflow_ref`."
  value       = local.workflow_refs
}

output "github_variables" {
  description = "Variables to set in each GitHub environment: environment => variable => value. None is a secret."
  value = {
    for key, environment in var.environments : coalesce(environment.github_environment, key) => merge(
      {
        "AWS_${upper(key)}_ROLE_ARN" = aws_iam_role.this[key].arn
        AWS_REGION                   = local.region
      },
      {
        for name, value in {
          AZURE_CLIENT_ID       = try(azurerm_user_assigned_identity.this[key].client_id, null)
          AZURE_TENANT_ID       = data.azurerm_client_config.current.tenant_id
          AZURE_SUBSCRIPTION_ID = data.azurerm_client_config.current.subscription_id
        } : name => value if contains(keys(local.azure_environments), key)
      },
    )
  }
}
