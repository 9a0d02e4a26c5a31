# What only passes through to the module is checked there.

variable "name" {
  description = "Name of the environment, the same as the stacks' `name`."
  type        = string
  default     = "hybrid-dev"
  nullable    = false
}

variable "aws_region" {
  description = "AWS region of the stacks and of their state."
  type        = string
  default     = "eu-central-1"
  nullable    = false
}

variable "azure_location" {
  description = "Azure region of the stacks."
  type        = string
  default     = "germanywestcentral"
  nullable    = false
}

variable "state_bucket" {
  description = "Name of the bucket that the states go into; it is made here."
  type        = string
  nullable    = false
}

variable "github_owner" {
  description = "Owner of the repository with the stacks."
  type        = string
  nullable    = false
}

variable "github_owner_id" {
  description = "Number of that owner: `gh api users/<owner> --jq .id`."
  type        = string
  nullable    = false
}

variable "github_repository" {
  description = "Name of that repository."
  type        = string
  nullable    = false
}

variable "github_repository_id" {
  description = "Number of that repository: `gh api repos/<owner>/<name> --jq .id`."
  type        = string
  nullable    = false
}

variable "suite_refs" {
  description = "Commits or tags at which the callers use the suite's workflows."
  type        = list(string)
  nullable    = false
}
