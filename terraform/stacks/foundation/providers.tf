provider "aws" {
  region = var.aws_region

  # A wrong account is refused before anything is read.
  allowed_account_ids = var.aws_account_id == null ? null : [var.aws_account_id]

  default_tags {
    tags = local.tags
  }
}

provider "azurerm" {
  # Null leaves it to ARM_SUBSCRIPTION_ID.
  subscription_id = var.azure_subscription_id

  # A plan runs with read-only rights, which registering would exceed; see README.md for the providers to register once.
  resource_provider_registrations = "none"

  features {}
}
