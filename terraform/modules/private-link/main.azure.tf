# Azure: an ExpressRoute gateway in the virtual network, and its connection to an existing circuit. It learns AWS's ranges
# from the circuit and advertises the virtual network's; neither is written here.

resource "azurerm_virtual_network_gateway" "this" {
  name                = "${var.name}-express-route"
  resource_group_name = var.resource_group_name
  location            = var.location

  type = "ExpressRoute"
  sku  = var.gateway_sku

  # Azure keeps the public address of such a gateway itself.
  ip_configuration {
    name                          = "default"
    subnet_id                     = var.gateway_subnet_id
    private_ip_address_allocation = "Dynamic"
  }

  tags = var.azure_tags

  # Azure often needs 45 minutes and more to make or change a gateway.
  timeouts {
    create = "90m"
    update = "90m"
    delete = "120m"
  }
}

resource "azurerm_virtual_network_gateway_connection" "this" {
  name                = "${var.name}-express-route"
  resource_group_name = var.resource_group_name
  location            = var.location

  type                       = "ExpressRoute"
  virtual_network_gateway_id = azurerm_virtual_network_gateway.this.id
  express_route_circuit_id   = var.express_route_circuit_id
  authorization_key          = var.express_route_authorization_key
  routing_weight             = 0

  tags = var.azure_tags
}
