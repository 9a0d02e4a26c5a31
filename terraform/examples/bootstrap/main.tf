# Applied once by an administrator, with a state of its own: where states are kept, the resource group of the platform, and
# the identities of the GitHub environments.

terraform {
  required_version = ">= 1.10"

  # Where this state itself goes: begin with a local one, then `terraform init -migrate-state` into a bucket that the roles
  # made here cannot reach.

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 7.0"
    }
    azurerm = {
      source  = "hashicorp/azurerm"
      version = ">= 5.0, < 6.0"
    }
  }
}

provider "aws" {
  region = var.aws_region
}

provider "azurerm" {
  resource_provider_registrations = "none"

  features {}
}

resource "aws_s3_bucket" "state" {
  bucket = var.state_bucket

  lifecycle {
    prevent_destroy = true
  }
}

# A state that was overwritten can be fetched back.
resource "aws_s3_bucket_versioning" "state" {
  bucket = aws_s3_bucket.state.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_public_access_block" "state" {
  bucket = aws_s3_bucket.state.id

  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "azurerm_resource_group" "platform" {
  name     = "${var.name}-network"
  location = var.azure_location
}

# In your repository: git::https://github.com/eks-hybrid-actions/eks-hybrid-actions.git//terraform/modules/github-oidc?ref=v0.1.0
module "github_oidc" {
  source = "../../modules/github-oidc"

  name                 = var.name
  github_owner         = var.github_owner
  github_owner_id      = var.github_owner_id
  github_repository    = var.github_repository
  github_repository_id = var.github_repository_id
  suite_refs           = var.suite_refs
  state                = { bucket = aws_s3_bucket.state.bucket, key_prefix = "${var.name}/" }
  azure_location       = var.azure_location
  azure_resource_groups = {
    platform = azurerm_resource_group.platform.id
  }
}
