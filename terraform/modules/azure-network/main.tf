# The virtual network and its subnets. Its security group, way out, secrets, logs and pod routes have files of their own.

locals {
  resource_group_name = var.create_resource_group ? azurerm_resource_group.this[0].name : var.resource_group_name

  subnets = concat(
    [{ name = "GatewaySubnet", cidr = var.gateway_subnet_cidr }],
    var.route_server_subnet_cidr == null ? [] : [{ name = "RouteServerSubnet", cidr = var.route_server_subnet_cidr }],
    [for name, cidr in var.node_subnets : { name = name, cidr = cidr }],
  )

  # Two ranges overlap when they are equal after both are cut to the shorter of their prefixes. A malformed range is
  # refused by its own validation and does not count here.
  overlapping_subnets = flatten([
    for index, one in local.subnets : [
      for other in slice(local.subnets, index + 1, length(local.subnets)) :
      "${one.name} ${one.cidr} and ${other.name} ${other.cidr}" if try(
        cidrhost("${split("/", one.cidr)[0]}/${min(split("/", one.cidr)[1], split("/", other.cidr)[1])}", 0) ==
        cidrhost("${split("/", other.cidr)[0]}/${min(split("/", one.cidr)[1], split("/", other.cidr)[1])}", 0),
        false,
      )
    ]
  ])
}

resource "azurerm_resource_group" "this" {
  count = var.create_resource_group ? 1 : 0

  name     = var.resource_group_name
  location = var.location
  tags     = var.tags
}

resource "azurerm_virtual_network" "this" {
  name                = var.name
  resource_group_name = local.resource_group_name
  location            = var.location
  tags                = var.tags

  # A gateway advertises to its peers what belongs to the virtual network; route tables alone make nothing belong to it.
  address_space = concat([var.vnet_cidr], var.advertised_cidrs)

  lifecycle {
    precondition {
      condition     = length(local.overlapping_subnets) == 0
      error_message = "Subnets of the virtual network must not overlap: ${join(", ", local.overlapping_subnets)}."
    }
  }
}

# Azure knows the gateway's subnet by this very name. It takes no security group, and turning off gateway route
# propagation on it breaks the gateway.
resource "azurerm_subnet" "gateway" {
  name                 = "GatewaySubnet"
  resource_group_name  = local.resource_group_name
  virtual_network_name = azurerm_virtual_network.this.name
  address_prefixes     = [var.gateway_subnet_cidr]
}

# The name is Azure's too; neither a security group nor a route table may be attached.
resource "azurerm_subnet" "route_server" {
  count = var.route_server_subnet_cidr == null ? 0 : 1

  name                 = "RouteServerSubnet"
  resource_group_name  = local.resource_group_name
  virtual_network_name = azurerm_virtual_network.this.name
  address_prefixes     = [var.route_server_subnet_cidr]
}

resource "azurerm_subnet" "nodes" {
  for_each = var.node_subnets

  name                 = each.key
  resource_group_name  = local.resource_group_name
  virtual_network_name = azurerm_virtual_network.this.name
  address_prefixes     = [each.value]

  # Nodes reach the internet only by a way that is declared (a NAT gateway, a firewall), never by Azure's implicit one,
  # whose address changes and which Microsoft is retiring.
  default_outbound_access_enabled = false

  # The vault's firewall knows the subnet by it.
  service_endpoint {
    service = "Microsoft.KeyVault"
  }
}
