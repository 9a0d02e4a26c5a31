# What a private link needs to stand on: a Transit Gateway with two route tables and a Direct Connect gateway, and a virtual
# network with a GatewaySubnet and an ExpressRoute circuit.

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

resource "aws_ec2_transit_gateway" "this" {
  amazon_side_asn                 = 64512
  default_route_table_association = "disable"
  default_route_table_propagation = "disable"
}

resource "aws_ec2_transit_gateway_route_table" "cloud" {
  transit_gateway_id = aws_ec2_transit_gateway.this.id
}

resource "aws_ec2_transit_gateway_route_table" "link" {
  transit_gateway_id = aws_ec2_transit_gateway.this.id
}

resource "azurerm_resource_group" "this" {
  name     = "hybrid-test-network"
  location = "germanywestcentral"
}

resource "azurerm_virtual_network" "this" {
  name                = "hybrid-test"
  resource_group_name = azurerm_resource_group.this.name
  location            = azurerm_resource_group.this.location
  address_space       = ["10.80.0.0/16"]
}

resource "azurerm_subnet" "gateway" {
  name                 = "GatewaySubnet"
  resource_group_name  = azurerm_resource_group.this.name
  virtual_network_name = azurerm_virtual_network.this.name
  address_prefixes     = ["10.80.255.192/27"]
}

output "transit_gateway_id" {
  description = "Id of the Transit Gateway."
  value       = aws_ec2_transit_gateway.this.id
}

output "cloud_route_table_id" {
  description = "Id of the route table of the VPC."
  value       = aws_ec2_transit_gateway_route_table.cloud.id
}

output "link_route_table_id" {
  description = "Id of the route table of the links."
  value       = aws_ec2_transit_gateway_route_table.link.id
}

output "resource_group_name" {
  description = "Name of the resource group."
  value       = azurerm_resource_group.this.name
}

output "gateway_subnet_id" {
  description = "Id of GatewaySubnet."
  value       = azurerm_subnet.gateway.id
}

resource "aws_dx_gateway" "this" {
  name            = "hybrid-test"
  amazon_side_asn = "64550"
}

resource "azurerm_express_route_circuit" "this" {
  name                  = "hybrid-test"
  resource_group_name   = azurerm_resource_group.this.name
  location              = azurerm_resource_group.this.location
  service_provider_name = "Equinix"
  peering_location      = "Frankfurt"
  bandwidth_in_mbps     = 1000

  sku {
    tier   = "Standard"
    family = "MeteredData"
  }
}

output "direct_connect_gateway_id" {
  description = "Id of the Direct Connect gateway."
  value       = aws_dx_gateway.this.id
}

output "express_route_circuit_id" {
  description = "Id of the ExpressRoute circuit."
  value       = azurerm_express_route_circuit.this.id
}
