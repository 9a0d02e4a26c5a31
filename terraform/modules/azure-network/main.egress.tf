# The nodes' way to the internet: NAT gateways with fixed addresses.

locals {
  # Which gateway each node subnet uses.
  nat_gateway_of = { for name in keys(var.node_subnets) : name => var.nat_mode == "per_subnet" ? name : "shared" if var.nat_mode != "none" }
  nat_gateways   = toset(values(local.nat_gateway_of))
}

resource "azurerm_public_ip" "nat" {
  for_each = local.nat_gateways

  name                = "${var.name}-nat-${each.key}"
  resource_group_name = local.resource_group_name
  location            = var.location
  allocation_method   = "Static"
  sku                 = var.nat_sku
  tags                = var.tags

  # An address over all zones serves a gateway in any of them.
  zones = ["1", "2", "3"]
}

resource "azurerm_nat_gateway" "this" {
  for_each = local.nat_gateways

  name                = "${var.name}-nat-${each.key}"
  resource_group_name = local.resource_group_name
  location            = var.location
  sku_name            = var.nat_sku
  tags                = var.tags

  # StandardV2 is in every zone and names none; without a zone Azure puts a Standard one into a zone that it does not tell.
  zones = contains(keys(var.nat_zones), each.key) ? [var.nat_zones[each.key]] : null

  # Longer than the five minutes between two heartbeats of the SSM agent.
  idle_timeout_in_minutes = 10
}

resource "azurerm_nat_gateway_public_ip_association" "this" {
  for_each = local.nat_gateways

  nat_gateway_id       = azurerm_nat_gateway.this[each.key].id
  public_ip_address_id = azurerm_public_ip.nat[each.key].id
}

resource "azurerm_subnet_nat_gateway_association" "nodes" {
  for_each = local.nat_gateway_of

  subnet_id      = azurerm_subnet.nodes[each.key].id
  nat_gateway_id = azurerm_nat_gateway.this[each.value].id
}
