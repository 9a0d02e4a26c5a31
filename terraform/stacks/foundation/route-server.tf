# Azure Route Server, to which Cilium on each node announces the node's pods. Nodes join and leave with the stack `nodes`.

resource "azurerm_public_ip" "route_server" {
  for_each = local.route_servers

  name                = "${var.name}-route-server"
  resource_group_name = module.azure_network.resource_group_name
  location            = module.azure_network.location
  allocation_method   = "Static"
  sku                 = "Standard"
  zones               = ["1", "2", "3"]
  tags                = local.tags
}

resource "azurerm_route_server" "this" {
  for_each = local.route_servers

  name                 = "${var.name}-route-server"
  resource_group_name  = module.azure_network.resource_group_name
  location             = module.azure_network.location
  sku                  = "Standard"
  subnet_id            = module.azure_network.route_server_subnet_id
  public_ip_address_id = azurerm_public_ip.route_server[each.key].id
  tags                 = local.tags

  # Without it the gateway never hears of pods, and nodes never of the VPC.
  branch_to_branch_traffic_enabled = true
  hub_routing_preference           = var.link_kind == "vpn" ? "VpnGateway" : "ExpressRoute"

  # Azure changes the virtual network's routing for both, one after the other.
  depends_on = [module.site_to_site_vpn, module.private_link]
}
