# Proves that every validation of this module's variables refuses what it is there to refuse. A run fails when the value
# it gives is accepted.

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
  suite_refs           = ["refs/tags/v1.2.3"]
  state                = { bucket = "acme-terraform-state", key_prefix = "hybrid-dev/" }
  azure_location       = "germanywestcentral"
  azure_resource_groups = {
    network = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/hybrid-dev-network"
  }
}

run "name_in_capitals" {
  command = plan

  variables {
    name = "Hybrid"
  }

  expect_failures = [var.name]
}

run "tag_that_decides_rights" {
  command = plan

  variables {
    tags = { environment = "hybrid-dev" }
  }

  expect_failures = [var.tags]
}

run "owner_with_a_wildcard" {
  command = plan

  variables {
    github_owner = "acme*"
  }

  expect_failures = [var.github_owner]
}

run "owner_id_that_is_a_name" {
  command = plan

  variables {
    github_owner_id = "acme"
  }

  expect_failures = [var.github_owner_id]
}

run "repository_with_a_wildcard" {
  command = plan

  variables {
    github_repository = "platform*"
  }

  expect_failures = [var.github_repository]
}

run "repository_id_that_is_a_name" {
  command = plan

  variables {
    github_repository_id = "platform"
  }

  expect_failures = [var.github_repository_id]
}

run "unknown_subject_format" {
  command = plan

  variables {
    subject_format = "any"
  }

  expect_failures = [var.subject_format]
}

run "suite_with_a_wildcard" {
  command = plan

  variables {
    suite_repository = "eks-hybrid-actions/*"
  }

  expect_failures = [var.suite_repository]
}

run "suite_at_a_branch" {
  command = plan

  variables {
    suite_refs = ["refs/heads/main"]
  }

  expect_failures = [var.suite_refs]
}

run "unknown_environment" {
  command = plan

  variables {
    environments = { admin = {} }
  }

  expect_failures = [var.environments]
}

run "environment_with_a_wildcard" {
  command = plan

  variables {
    environments = { plan = { github_environment = "*" } }
  }

  expect_failures = [var.environments]
}

run "two_identities_of_one_environment" {
  command = plan

  variables {
    environments = { plan = { github_environment = "production" }, apply = { github_environment = "Production" } }
  }

  expect_failures = [var.environments]
}

run "session_of_a_minute" {
  command = plan

  variables {
    environments = { plan = { max_session_seconds = 60 } }
  }

  expect_failures = [var.environments]
}

run "workflow_with_a_wildcard" {
  command = plan

  variables {
    environments = { plan = { further_workflow_refs = ["acme/platform/.github/workflows/*@refs/heads/main"] } }
  }

  expect_failures = [var.environments]
}

run "provider_of_another_issuer" {
  command = plan

  variables {
    oidc_provider_arn = "arn:aws:iam::123456789012:oidc-provider/gitlab.com"
  }

  expect_failures = [var.oidc_provider_arn]
}

run "boundary_that_is_a_role" {
  command = plan

  variables {
    permissions_boundary_arn = "arn:aws:iam::123456789012:role/boundary"
  }

  expect_failures = [var.permissions_boundary_arn]
}

run "bucket_by_its_arn" {
  command = plan

  variables {
    state = { bucket = "arn:aws:s3:::acme", key_prefix = "hybrid-dev/" }
  }

  expect_failures = [var.state]
}

run "prefix_without_a_slash" {
  command = plan

  variables {
    state = { bucket = "acme-terraform-state", key_prefix = "hybrid" }
  }

  expect_failures = [var.state]
}

run "state_key_by_its_alias" {
  command = plan

  variables {
    state = { bucket = "acme-terraform-state", key_prefix = "hybrid-dev/", kms_key_arn = "arn:aws:kms:eu-central-1:123456789012:alias/state" }
  }

  expect_failures = [var.state]
}

run "plan_key_by_its_alias" {
  command = plan

  variables {
    plan_kms_key_arn = "arn:aws:kms:eu-central-1:123456789012:alias/plans"
  }

  expect_failures = [var.plan_kms_key_arn]
}

run "location_by_its_long_name" {
  command = plan

  variables {
    azure_location = "Germany West Central"
  }

  expect_failures = [var.azure_location]
}

run "identity_group_with_a_slash" {
  command = plan

  variables {
    azure_identity_resource_group_name = "a/b"
  }

  expect_failures = [var.azure_identity_resource_group_name]
}

run "whole_subscription" {
  command = plan

  variables {
    azure_resource_groups = { all = "/subscriptions/00000000-0000-0000-0000-000000000000" }
  }

  expect_failures = [var.azure_resource_groups]
}

run "apply_reads_the_subscription" {
  command = plan

  variables {
    azure_subscription_readers = ["apply"]
  }

  expect_failures = [var.azure_subscription_readers]
}

# A state's name is no part of the policies, the environment's is: with the longest name they come nearest to the limit.
run "longest_name_fits" {
  command = plan

  variables {
    name = "abcdefghijklmnopqrstuvwxyz123456"
  }

  assert {
    condition     = alltrue([for policy in aws_iam_policy.this : length(policy.policy) <= 6144])
    error_message = "IAM takes every policy."
  }
}
