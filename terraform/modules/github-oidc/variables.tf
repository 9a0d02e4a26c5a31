variable "name" {
  description = "Name of the environment as in the stacks (their variable `name`): the AWS roles may change what carries it in the tag `environment`."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,30}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 32 lower-case letters, digits or hyphens, begin with a letter and not end with a hyphen."
  }
}

variable "tags" {
  description = "Tags of every resource, beside `Name` in AWS."
  type        = map(string)
  default     = {}
  nullable    = false

  # An identity that carried its own environment's tags could be changed by it.
  validation {
    condition     = length(setintersection([for key in keys(var.tags) : lower(key)], ["name", "environment"])) == 0 && alltrue([for key in keys(var.tags) : length(key) <= 128 && !startswith(lower(key), "aws:")])
    error_message = "tags must not set Name or environment and must have keys of at most 128 characters that do not begin with aws:."
  }
}

# ---------------------------------------------------------------------------------------------------------------------
# GitHub
# ---------------------------------------------------------------------------------------------------------------------

variable "github_owner" {
  description = "Organisation or user that owns the repository with the stacks."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9](-?[A-Za-z0-9]){0,38}$", var.github_owner))
    error_message = "github_owner must be the login of an organisation or user: no slash and no wildcard."
  }
}

variable "github_owner_id" {
  description = "Number of that owner: `gh api users/<owner> --jq .id`."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[1-9][0-9]*$", var.github_owner_id))
    error_message = "github_owner_id must be a number, as text."
  }
}

variable "github_repository" {
  description = "Name of the repository, without its owner."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9_.-]{1,100}$", var.github_repository))
    error_message = "github_repository must be the name of one repository: no owner and no wildcard."
  }
}

variable "github_repository_id" {
  description = "Number of that repository: `gh api repos/<owner>/<name> --jq .id`."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[1-9][0-9]*$", var.github_repository_id))
    error_message = "github_repository_id must be a number, as text."
  }
}

variable "subject_format" {
  description = <<-EOT
    Form of the token's subject: `immutable` (with numbers: repositories made, renamed or transferred after 15 July 2026,
    or opted in), `legacy` (older ones) or `both` (while one changes to the other).
  EOT
  type        = string
  default     = "immutable"
  nullable    = false

  validation {
    condition     = contains(["immutable", "legacy", "both"], var.subject_format)
    error_message = "subject_format must be immutable, legacy or both."
  }
}

variable "suite_repository" {
  description = "Repository of this suite, or your mirror of it, as the callers' `uses:` has it."
  type        = string
  default     = "eks-hybrid-actions/eks-hybrid-actions"
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9-]+/[A-Za-z0-9_.-]+$", var.suite_repository))
    error_message = "suite_repository must be owner/name: no wildcard."
  }
}

variable "suite_refs" {
  description = "Commits (40 hexadecimal digits) or tags (`refs/tags/v1.2.3`) at which the callers use the suite's workflows, just as after `@`. During an upgrade the old and the new."
  type        = list(string)
  nullable    = false

  # A branch moves with every push, a wildcard matches whatever someone tags.
  validation {
    condition     = length(var.suite_refs) > 0 && alltrue([for ref in var.suite_refs : can(regex("^([0-9a-f]{40}|refs/tags/[A-Za-z0-9._-]+)$", ref))])
    error_message = "suite_refs must name at least one commit (40 hexadecimal digits) or tag (refs/tags/…); branches and wildcards are not taken."
  }
}

variable "environments" {
  description = <<-EOT
    Which identities to make: any of `verify`, `plan`, `cleanup`, `apply` and `destroy`. For each the name of the GitHub environment
    (default: the same), the longest session in seconds (default: an hour for verify, plan and cleanup, four for the others), and
    workflows beside the suite's that may use it, as `owner/name/.github/workflows/file.yml@ref`.
  EOT
  type = map(object({
    github_environment    = optional(string)
    max_session_seconds   = optional(number)
    further_workflow_refs = optional(list(string), [])
  }))
  default = {
    verify  = {}
    plan    = {}
    cleanup = {}
    apply   = {}
    destroy = {}
  }
  nullable = false

  validation {
    condition     = length(var.environments) > 0 && length(setsubtract(keys(var.environments), ["verify", "plan", "cleanup", "apply", "destroy"])) == 0
    error_message = "environments must have at least one of the keys verify, plan, cleanup, apply and destroy, and no other."
  }

  validation {
    condition     = alltrue([for environment in values(var.environments) : environment.github_environment == null || can(regex("^[^*?/]{1,255}$", environment.github_environment))])
    error_message = "environments[*].github_environment must be 1 to 255 characters without *, ? or /."
  }

  # One environment with two identities would be as strong as the stronger of them.
  validation {
    condition     = length(distinct([for key, environment in var.environments : lower(coalesce(environment.github_environment, key))])) == length(var.environments)
    error_message = "environments[*].github_environment must differ from each other."
  }

  validation {
    condition     = alltrue([for environment in values(var.environments) : environment.max_session_seconds == null || try(environment.max_session_seconds >= 3600 && environment.max_session_seconds <= 43200, false)])
    error_message = "environments[*].max_session_seconds must be 3600 to 43200."
  }

  validation {
    condition     = alltrue(flatten([for environment in values(var.environments) : [for ref in environment.further_workflow_refs : can(regex("^[A-Za-z0-9-]+/[A-Za-z0-9_.-]+/\\.github/workflows/[A-Za-z0-9_.-]+\\.ya?ml@([0-9a-f]{40}|refs/(heads|tags)/[A-Za-z0-9._/-]+)$", ref))]]))
    error_message = "environments[*].further_workflow_refs must be owner/name/.github/workflows/file.yml@ with a commit, refs/heads/… or refs/tags/…, without wildcards."
  }
}

# ---------------------------------------------------------------------------------------------------------------------
# AWS
# ---------------------------------------------------------------------------------------------------------------------

variable "oidc_provider_arn" {
  description = "The account's identity provider for GitHub; an account has at most one. Null: it is made here."
  type        = string
  default     = null

  validation {
    condition     = var.oidc_provider_arn == null || can(regex("^arn:[a-z-]+:iam::[0-9]{12}:oidc-provider/token\\.actions\\.githubusercontent\\.com$", var.oidc_provider_arn))
    error_message = "oidc_provider_arn must be the ARN of an identity provider for token.actions.githubusercontent.com."
  }
}

variable "permissions_boundary_arn" {
  description = "Policy that bounds the rights of these roles, whatever they have. Null: none."
  type        = string
  default     = null

  validation {
    condition     = var.permissions_boundary_arn == null || can(regex("^arn:[a-z-]+:iam::([0-9]{12}|aws):policy/", var.permissions_boundary_arn))
    error_message = "permissions_boundary_arn must be the ARN of an IAM policy."
  }
}

variable "state" {
  description = "Where the stacks' states are: S3 bucket, beginning of their keys (`hybrid-dev/` for `hybrid-dev/foundation.tfstate`), and the KMS key that encrypts them, null for S3's own."
  type = object({
    bucket      = string
    key_prefix  = string
    kms_key_arn = optional(string)
  })
  nullable = false

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", var.state.bucket))
    error_message = "state.bucket must be the name of an S3 bucket, not its ARN."
  }

  validation {
    condition     = can(regex("^([A-Za-z0-9_.-]+/)+$", var.state.key_prefix))
    error_message = "state.key_prefix must be one or more folders and end with a slash: without, it would also match states of others."
  }

  validation {
    condition     = var.state.kms_key_arn == null || can(regex("^arn:[a-z-]+:kms:[a-z0-9-]+:[0-9]{12}:key/", var.state.kms_key_arn))
    error_message = "state.kms_key_arn must be the ARN of a KMS key; of an alias IAM knows nothing."
  }
}

variable "plan_kms_key_arn" {
  description = "KMS key that seals plan bundles (input `kms-key-arn` of the workflows): plan may seal, apply and destroy may open. Null: none."
  type        = string
  default     = null

  validation {
    condition     = var.plan_kms_key_arn == null || can(regex("^arn:[a-z-]+:kms:[a-z0-9-]+:[0-9]{12}:key/", var.plan_kms_key_arn))
    error_message = "plan_kms_key_arn must be the ARN of a KMS key; of an alias IAM knows nothing."
  }
}

# ---------------------------------------------------------------------------------------------------------------------
# Azure
# ---------------------------------------------------------------------------------------------------------------------

variable "azure_location" {
  description = "Azure region of the identities by its short name."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z]+[a-z0-9]*$", var.azure_location))
    error_message = "azure_location must be the region's short name, for example germanywestcentral, not \"Germany West Central\"."
  }
}

variable "azure_identity_resource_group_name" {
  description = "Resource group of the identities, made here; nothing else belongs into it. Null: `<name>-github`."
  type        = string
  default     = null

  validation {
    condition     = var.azure_identity_resource_group_name == null || can(regex("^[A-Za-z0-9_().-]{0,89}[A-Za-z0-9_()-]$", var.azure_identity_resource_group_name))
    error_message = "azure_identity_resource_group_name must be 1 to 90 letters, digits, underscores, parentheses, hyphens or periods, and not end with a period."
  }
}

variable "azure_resource_groups" {
  description = "Resource groups of the stacks, which must be there already: a name of your choice => id. The identities have rights in them and nowhere else, but for `azure_subscription_readers`."
  type        = map(string)
  nullable    = false

  validation {
    condition     = length(var.azure_resource_groups) > 0 && alltrue([for id in values(var.azure_resource_groups) : can(regex("^/subscriptions/[0-9a-f-]{36}/resourceGroups/[^/]+$", id))])
    error_message = "azure_resource_groups must hold ids of resource groups (/subscriptions/…/resourceGroups/…), at least one; whole subscriptions are not taken."
  }
}

variable "azure_subscription_readers" {
  description = "Environments whose identity also has the built-in role Reader on the subscription: plan finds expired environments and asks the activity log who changed what drifted, destroy proves that nothing is left. Empty: none, and both say that they do not know."
  type        = set(string)
  default     = ["plan", "destroy"]
  nullable    = false

  validation {
    condition     = length(setsubtract(var.azure_subscription_readers, ["plan", "destroy"])) == 0
    error_message = "azure_subscription_readers can hold plan and destroy: no other environment lists a subscription."
  }
}
