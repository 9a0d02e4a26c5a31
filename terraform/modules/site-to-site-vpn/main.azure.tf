# Azure: a local network gateway and a connection for each AWS tunnel.

locals {
  # What AWS made, by tunnel.
  aws_endpoints = merge([
    for instance, connection in aws_vpn_connection.azure : {
      "${instance}-tunnel1" = { connection_id = connection.id, address = connection.tunnel1_address }
      "${instance}-tunnel2" = { connection_id = connection.id, address = connection.tunnel2_address }
    }
  ]...)

  # Kept apart from the rest, so that nothing else becomes sensitive by their company.
  preshared_keys = merge([
    for instance, connection in aws_vpn_connection.azure : {
      "${instance}-tunnel1" = connection.tunnel1_preshared_key
      "${instance}-tunnel2" = connection.tunnel2_preshared_key
    }
  ]...)
}

resource "azurerm_local_network_gateway" "aws" {
  for_each = local.tunnels

  name                = "${var.name}-aws-${each.key}"
  resource_group_name = var.resource_group_name
  location            = var.location
  gateway_address     = local.aws_endpoints[each.key].address

  # No address space: with BGP every range is learnt, and Azure adds the peer's own address by itself.
  bgp_settings {
    asn                 = var.transit_gateway_asn
    bgp_peering_address = each.value.aws_inside
  }

  tags = merge(var.azure_tags, { tunnel = each.key })
}

resource "azurerm_virtual_network_gateway_connection" "aws" {
  for_each = local.tunnels

  name                = "${var.name}-aws-${each.key}"
  resource_group_name = var.resource_group_name
  location            = var.location

  type                       = "IPsec"
  connection_protocol        = "IKEv2"
  connection_mode            = "Default"
  virtual_network_gateway_id = azurerm_virtual_network_gateway.this.id
  local_network_gateway_id   = azurerm_local_network_gateway.aws[each.key].id
  shared_key                 = local.preshared_keys[each.key]
  dpd_timeout_seconds        = var.dpd_timeout_seconds
  bgp_enabled                = true

  custom_bgp_addresses {
    primary   = each.value.bgp_primary
    secondary = each.value.bgp_secondary
  }

  # Without it Azure offers no PFS and keeps keys for 27000 seconds, which AWS does not.
  ipsec_policy {
    ike_encryption   = "GCMAES256"
    ike_integrity    = "SHA384"
    dh_group         = local.azure_dh_group
    ipsec_encryption = "GCMAES256"
    ipsec_integrity  = "GCMAES256"
    pfs_group        = local.azure_pfs_group
    sa_lifetime      = var.sa_lifetime_seconds

    # Kilobytes; Azure's own default, said here because 0 would be sent in its place. AWS renews by time alone.
    sa_datasize = 102400000
  }

  tags = merge(var.azure_tags, { tunnel = each.key, aws-vpn-connection = local.aws_endpoints[each.key].connection_id })
}
