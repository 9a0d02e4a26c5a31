# Four tunnels between one active-active Azure VPN gateway and one Transit Gateway:
#
#   Azure instance 0 (own public address) == VPN connection instance0 == tunnel1, tunnel2
#   Azure instance 1 (own public address) == VPN connection instance1 == tunnel1, tunnel2
#
# BGP runs over link-local addresses inside each tunnel: AWS has the first host of the tunnel's /30, Azure the second.
# The source of this design is Microsoft's "How to connect AWS and Azure using a BGP-enabled VPN gateway".

locals {
  instances = {
    for instance, cidrs in var.tunnel_inside_cidrs : instance => {
      number = instance == "instance0" ? 0 : 1
      # Azure's own addresses on this instance, in the order tunnel1, tunnel2.
      apipa_addresses = [cidrhost(cidrs.tunnel1, 2), cidrhost(cidrs.tunnel2, 2)]
    }
  }

  tunnels = merge([
    for instance, cidrs in var.tunnel_inside_cidrs : {
      for tunnel, cidr in cidrs : "${instance}-${tunnel}" => {
        instance    = instance
        tunnel      = tunnel
        inside_cidr = cidr
        aws_inside  = cidrhost(cidr, 1)
        # Every connection must name one address of each instance. Only that of the tunnel's own instance is used; the
        # other is a filler, by convention the first of that instance. Without these, all connections would use the first
        # address of the gateway, and two of the four tunnels would come up without a route.
        bgp_primary   = instance == "instance0" ? cidrhost(cidr, 2) : local.instances.instance0.apipa_addresses[0]
        bgp_secondary = instance == "instance1" ? cidrhost(cidr, 2) : local.instances.instance1.apipa_addresses[0]
        azure_inside  = cidrhost(cidr, 2)
      }
    }
  ]...)

  # The same group by each cloud's name.
  azure_dh_group  = { 14 = "DHGroup14", 20 = "ECP384" }[var.dh_group]
  azure_pfs_group = { 14 = "PFS2048", 20 = "ECP384" }[var.dh_group]
}

# ---------------------------------------------------------------------------------------------------------------------
# Azure: the gateway and its two public addresses
# ---------------------------------------------------------------------------------------------------------------------

resource "azurerm_public_ip" "gateway" {
  for_each = local.instances

  name                = "${var.name}-vpn-${each.key}"
  resource_group_name = var.resource_group_name
  location            = var.location

  # A gateway with availability zones takes no other kind; static also means that AWS can be told the address before the
  # gateway exists.
  sku               = "Standard"
  allocation_method = "Static"
  zones             = var.azure_zones

  tags = var.azure_tags
}

resource "azurerm_virtual_network_gateway" "this" {
  name                = "${var.name}-vpn"
  resource_group_name = var.resource_group_name
  location            = var.location

  type       = "Vpn"
  vpn_type   = "RouteBased"
  sku        = var.gateway_sku
  generation = var.gateway_sku == "VpnGw1AZ" ? "Generation1" : "Generation2"

  active_active = true
  bgp_enabled   = true

  dynamic "ip_configuration" {
    for_each = local.instances

    content {
      name                          = ip_configuration.key
      subnet_id                     = var.gateway_subnet_id
      public_ip_address_id          = azurerm_public_ip.gateway[ip_configuration.key].id
      private_ip_address_allocation = "Dynamic"
    }
  }

  bgp_settings {
    asn = var.azure_gateway_asn

    dynamic "peering_addresses" {
      for_each = local.instances

      content {
        ip_configuration_name = peering_addresses.key
        apipa_addresses       = peering_addresses.value.apipa_addresses
      }
    }
  }

  tags = var.azure_tags

  # Azure often needs 45 minutes and more to make or change a gateway.
  timeouts {
    create = "90m"
    update = "90m"
    delete = "120m"
  }
}
