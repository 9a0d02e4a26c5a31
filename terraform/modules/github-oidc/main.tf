# The identities of the GitHub environments: an IAM role for each of verify, plan, cleanup, apply and destroy, and a
# managed identity for all but verify, which asks nothing of Azure. Made once, by an administrator and in a state of its
# own: an identity that could change itself would limit nothing.

data "aws_caller_identity" "this" {}
data "aws_partition" "this" {}
data "aws_region" "this" {}

locals {
  partition  = data.aws_partition.this.partition
  account_id = data.aws_caller_identity.this.account_id
  region     = data.aws_region.this.name

  # The suite's workflows whose jobs name each environment.
  workflows = {
    # plan also looks at the link after an apply and every night, verify at the pods.
    plan    = ["terraform-plan.yml", "nightly.yml", "terraform-apply.yml"]
    verify  = ["terraform-apply.yml", "nightly.yml"]
    cleanup = ["node-cleanup.yml"]
    apply   = ["terraform-apply.yml"]
    destroy = ["teardown.yml"]
  }

  # GitHub writes a colon in an environment's name so, lest it pass for another part of the subject.
  environment_names = { for key, environment in var.environments : key => replace(coalesce(environment.github_environment, key), ":", "%3A") }

  subject_prefixes = merge(
    contains(["immutable", "both"], var.subject_format) ? { immutable = "repo:${var.github_owner}@${var.github_owner_id}/${var.github_repository}@${var.github_repository_id}" } : {},
    contains(["legacy", "both"], var.subject_format) ? { legacy = "repo:${var.github_owner}/${var.github_repository}" } : {},
  )

  # Environment => form => subject, word for word: a pattern such as repo:owner/name* would let owner/name-of-someone in.
  subjects = {
    for key in keys(var.environments) : key => {
      for form, prefix in local.subject_prefixes : form => "${prefix}:environment:${local.environment_names[key]}"
    }
  }

  workflow_refs = {
    for key in keys(var.environments) : key => concat(
      [for pair in setproduct(local.workflows[key], var.suite_refs) : "${var.suite_repository}/.github/workflows/${pair[0]}@${pair[1]}"],
      var.environments[key].further_workflow_refs,
    )
  }
}
