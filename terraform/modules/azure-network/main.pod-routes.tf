# Route tables for pods on hybrid nodes, without routes: which slice of the pods' ranges lies behind which node is known
# only when the node has joined, so the routes are written by whoever watches nodes, and left alone here.

resource "azurerm_route_table" "pods" {
  for_each = var.pod_route_tables ? toset(["nodes", "gateway"]) : toset([])

  name                = "${var.name}-pods-${each.key}"
  resource_group_name = local.resource_group_name
  location            = var.location
  tags                = var.tags

  # Without the gateway's routes GatewaySubnet stops working, and nodes lose the way to the VPC.
  bgp_route_propagation_enabled = true

  lifecycle {
    ignore_changes = [route]
  }
}

resource "azurerm_subnet_route_table_association" "nodes" {
  for_each = var.pod_route_tables ? var.node_subnets : {}

  subnet_id      = azurerm_subnet.nodes[each.key].id
  route_table_id = azurerm_route_table.pods["nodes"].id
}

# What arrives over the link is routed by the gateway's subnet.
resource "azurerm_subnet_route_table_association" "gateway" {
  for_each = var.pod_route_tables ? toset(["gateway"]) : toset([])

  subnet_id      = azurerm_subnet.gateway.id
  route_table_id = azurerm_route_table.pods["gateway"].id
}
