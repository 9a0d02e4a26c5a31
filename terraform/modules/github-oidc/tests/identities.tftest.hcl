# Proves whom each role and identity trusts, word for word, and how far each reaches.

provider "aws" {
  region = "eu-central-1"
}

provider "azurerm" {
  resource_provider_registrations = "none"

  features {}
}

variables {
  name                 = "hybrid-dev"
  github_owner         = "acme"
  github_owner_id      = "1234"
  github_repository    = "platform"
  github_repository_id = "987654"
  suite_refs           = ["refs/tags/v1.2.3", "0123456789abcdef0123456789abcdef01234567"]
  state                = { bucket = "acme-terraform-state", key_prefix = "hybrid-dev/" }
  azure_location       = "germanywestcentral"
  azure_resource_groups = {
    network = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/hybrid-dev-network"
  }
}

run "immutable" {
  command = apply

  assert {
    condition = jsondecode(aws_iam_role.this["apply"].assume_role_policy).Statement == [{
      Action    = "sts:AssumeRoleWithWebIdentity"
      Effect    = "Allow"
      Principal = { Federated = aws_iam_openid_connect_provider.this["created"].arn }
      Condition = {
        StringEquals = {
          "token.actions.githubusercontent.com:aud"              = "sts.amazonaws.com"
          "token.actions.githubusercontent.com:sub"              = "repo:acme@1234/platform@987654:environment:apply"
          "token.actions.githubusercontent.com:repository_id"    = "987654"
          "token.actions.githubusercontent.com:job_workflow_ref" = jsondecode(aws_iam_role.this["apply"].assume_role_policy).Statement[0].Condition.StringEquals["token.actions.githubusercontent.com:job_workflow_ref"]
        }
      }
    }]
    error_message = "The role apply trusts one environment of one repository."
  }

  assert {
    condition = toset(jsondecode(aws_iam_role.this["apply"].assume_role_policy).Statement[0].Condition.StringEquals["token.actions.githubusercontent.com:job_workflow_ref"]) == toset([
      "eks-hybrid-actions/eks-hybrid-actions/.github/workflows/terraform-apply.yml@refs/tags/v1.2.3",
      "eks-hybrid-actions/eks-hybrid-actions/.github/workflows/terraform-apply.yml@0123456789abcdef0123456789abcdef01234567",
    ])
    error_message = "And in the suite's apply alone."
  }

  assert {
    condition     = alltrue([for role in aws_iam_role.this : !strcontains(role.assume_role_policy, "*") && !strcontains(role.assume_role_policy, "StringLike")])
    error_message = "No trust has a wildcard."
  }

  assert {
    condition     = { for key, role in aws_iam_role.this : key => role.max_session_duration } == { verify = 3600, plan = 3600, cleanup = 3600, apply = 14400, destroy = 14400 }
    error_message = "Sessions last as long as the work."
  }

  assert {
    condition     = { for key, credential in azurerm_federated_identity_credential.this : key => credential.subject } == { for key in ["plan", "cleanup", "apply", "destroy"] : "${key}-immutable" => "repo:acme@1234/platform@987654:environment:${key}" }
    error_message = "Azure has the same subjects."
  }

  assert {
    condition     = alltrue([for credential in azurerm_federated_identity_credential.this : credential.audience == tolist(["api://AzureADTokenExchange"]) && credential.issuer == "https://token.actions.githubusercontent.com"])
    error_message = "And its own audience."
  }

  assert {
    condition     = toset(keys(aws_iam_role_policy.state)) == toset(["plan", "apply", "destroy"]) && [for statement in jsondecode(aws_iam_role_policy.state["plan"].policy).Statement : statement.Action if statement.Sid == "State"] == ["s3:GetObject"]
    error_message = "verify and cleanup see no state, plan only reads it."
  }

  assert {
    condition = [for statement in jsondecode(aws_iam_role_policy.state["plan"].policy).Statement : statement.Resource if statement.Sid == "Lock"] == [
      "arn:aws:s3:::acme-terraform-state/hybrid-dev/*.tflock"
    ]
    error_message = "The lock of this environment's states alone."
  }

  # What a role with a path can do must not reach roles with that path.
  assert {
    condition = alltrue([for role in aws_iam_role.this : role.path == "/github/"]) && !anytrue(flatten([
      for policy in aws_iam_policy.this : [
        for statement in jsondecode(policy.policy).Statement : [
          for resource in flatten([statement.Resource]) : strcontains(resource, ":role/github") || strcontains(resource, ":role/*")
          # To ask what it may do itself changes nothing.
        ] if toset(flatten([statement.Action])) != toset(["iam:SimulatePrincipalPolicy"])
      ]
    ]))
    error_message = "No role reaches a role of this module."
  }

  assert {
    condition     = !anytrue([for policy in aws_iam_policy.this : strcontains(policy.policy, "$${")]) && !contains(keys(aws_iam_policy.this), "plan-optional")
    error_message = "Every name in the policies is filled in, and no key is named where there is none."
  }

  assert {
    condition     = alltrue([for assignment in azurerm_role_assignment.this : assignment.scope == var.azure_resource_groups.network]) && length(azurerm_role_assignment.this) == 4
    error_message = "One role each, in the resource group."
  }

  assert {
    condition     = { for key, assignment in azurerm_role_assignment.reader : key => "${assignment.role_definition_name} of ${assignment.scope}" } == { for key in ["plan", "destroy"] : key => "Reader of /subscriptions/${data.azurerm_client_config.current.subscription_id}" }
    error_message = "Who lists what environments have reads the subscription, and nobody else."
  }

  assert {
    condition     = alltrue([for key, assignment in azurerm_role_assignment.this : (assignment.condition == null || assignment.condition == "") == contains(["plan-network", "cleanup-network"], key)])
    error_message = "Who may assign roles may assign only some."
  }

  assert {
    condition     = alltrue([for action in ["getBgpPeerStatus", "getLearnedRoutes", "getAdvertisedRoutes"] : contains(azurerm_role_definition.this["plan"].permissions[0].actions, "Microsoft.Network/virtualNetworkGateways/${action}/action")])
    error_message = "The plan's identity sees BGP sessions and routes."
  }

  assert {
    condition = [for statement in jsondecode(aws_iam_policy.this["verify-cluster"].policy).Statement : [statement.Action, statement.Resource[0]]] == [
      [["eks:DescribeCluster"], "arn:aws:eks:eu-central-1:123456789012:cluster/hybrid-dev"]
    ] && [for key in keys(aws_iam_policy.this) : key if startswith(key, "verify")] == ["verify-cluster"]
    error_message = "Who looks at pods finds the API server, and no more."
  }

  assert {
    condition     = output.github_variables.verify == { AWS_VERIFY_ROLE_ARN = output.role_arns.verify, AWS_REGION = "eu-central-1" } && !contains(keys(azurerm_user_assigned_identity.this), "verify")
    error_message = "It is nobody in Azure."
  }

  assert {
    condition     = output.github_variables.plan == { AWS_PLAN_ROLE_ARN = output.role_arns.plan, AWS_REGION = "eu-central-1", AZURE_CLIENT_ID = azurerm_user_assigned_identity.this["plan"].client_id, AZURE_TENANT_ID = data.azurerm_client_config.current.tenant_id, AZURE_SUBSCRIPTION_ID = data.azurerm_client_config.current.subscription_id }
    error_message = "What the workflows read."
  }
}

run "legacy_with_given_provider_boundary_and_keys" {
  command = plan

  variables {
    subject_format           = "legacy"
    oidc_provider_arn        = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"
    permissions_boundary_arn = "arn:aws:iam::123456789012:policy/boundary"
    plan_kms_key_arn         = "arn:aws:kms:eu-central-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    state                    = { bucket = "acme-terraform-state", key_prefix = "hybrid-dev/", kms_key_arn = "arn:aws:kms:eu-central-1:123456789012:key/state" }
    environments             = { plan = { github_environment = "plan:dev", max_session_seconds = 7200, further_workflow_refs = ["acme/platform/.github/workflows/check.yml@refs/heads/main"] } }
  }

  assert {
    condition     = length(aws_iam_openid_connect_provider.this) == 0 && keys(aws_iam_role.this) == ["plan"] && aws_iam_role.this["plan"].permissions_boundary == var.permissions_boundary_arn && aws_iam_role.this["plan"].max_session_duration == 7200
    error_message = "What is given is used."
  }

  assert {
    condition     = output.subjects == { plan = { legacy = "repo:acme/platform:environment:plan%3Adev" } }
    error_message = "The old form, with the colon as GitHub writes it."
  }

  assert {
    condition     = contains(output.workflow_refs.plan, "acme/platform/.github/workflows/check.yml@refs/heads/main")
    error_message = "A workflow of your own."
  }

  assert {
    condition     = [for statement in jsondecode(aws_iam_policy.this["plan-optional"].policy).Statement : [statement.Action, statement.Resource]] == [[["kms:GenerateDataKey"], [var.plan_kms_key_arn]]]
    error_message = "A plan may seal its bundle, not open another's."
  }

  assert {
    condition     = [for statement in jsondecode(aws_iam_role_policy.state["plan"].policy).Statement : statement.Resource if statement.Sid == "StateKey"] == [var.state.kms_key_arn]
    error_message = "The key of the state."
  }
}

run "both_forms" {
  command = plan

  variables {
    subject_format = "both"
  }

  assert {
    condition     = output.subjects.destroy == { immutable = "repo:acme@1234/platform@987654:environment:destroy", legacy = "repo:acme/platform:environment:destroy" } && length(azurerm_federated_identity_credential.this) == 8
    error_message = "Both while one changes to the other."
  }
}
