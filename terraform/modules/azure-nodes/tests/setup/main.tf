# What nodes stand on: a resource group, a subnet and an identity.

terraform {
  required_version = ">= 1.10"

  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = ">= 5.0, < 6.0"
    }
  }
}

resource "azurerm_resource_group" "this" {
  name     = "node-test-network"
  location = "germanywestcentral"
}

resource "azurerm_virtual_network" "this" {
  name                = "hybrid-test"
  resource_group_name = azurerm_resource_group.this.name
  location            = azurerm_resource_group.this.location
  address_space       = ["10.80.0.0/16"]
}

resource "azurerm_subnet" "nodes" {
  name                 = "nodes"
  resource_group_name  = azurerm_resource_group.this.name
  virtual_network_name = azurerm_virtual_network.this.name
  address_prefixes     = ["10.80.0.0/20"]
}

resource "azurerm_user_assigned_identity" "nodes" {
  name                = "hybrid-test-nodes"
  resource_group_name = azurerm_resource_group.this.name
  location            = azurerm_resource_group.this.location
}

output "resource_group_name" {
  description = "Name of the resource group."
  value       = azurerm_resource_group.this.name
}

output "node_subnets" {
  description = "The one subnet."
  value       = { nodes = { id = azurerm_subnet.nodes.id, cidr = "10.80.0.0/20" } }
}

output "identity_id" {
  description = "Id of the identity."
  value       = azurerm_user_assigned_identity.nodes.id
}

output "identity_client_id" {
  description = "Client id of the identity."
  value       = azurerm_user_assigned_identity.nodes.client_id
}
