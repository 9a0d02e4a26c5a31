# What examples/bootstrap makes beforehand.

terraform {
  required_version = ">= 1.10"

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
  region = "eu-central-1"
}

provider "azurerm" {
  resource_provider_registrations = "none"

  features {}
}

data "aws_caller_identity" "this" {}

resource "azurerm_resource_group" "this" {
  name     = "example-minimal"
  location = "germanywestcentral"
}

output "name" {
  description = "Name of the resource group."
  value       = azurerm_resource_group.this.name
}

output "account_id" {
  description = "Account of the simulated world."
  value       = data.aws_caller_identity.this.account_id
}
