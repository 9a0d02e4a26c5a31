# Proves the four tunnels, each by the values that Microsoft's guide "How to connect AWS and Azure using a BGP-enabled VPN
# gateway" gives for it, and that both clouds are told the same of keys, ciphers and timers. What is checked here is
# written out, never computed as the module computes it.

provider "aws" {
  region = "eu-central-1"
}

provider "azurerm" {
  features {}
  subscription_id = "00000000-0000-4000-8000-000000000001"
}

variables {
  name                 = "hybrid-test"
  transit_gateway_id   = "tgw-0123456789abcdef0"
  transit_gateway_asn  = 64512
  cloud_route_table_id = "tgw-rtb-0123456789abcdef0"
  link_route_table_id  = "tgw-rtb-0fedcba9876543210"
  resource_group_name  = "hybrid-test-network"
  location             = "germanywestcentral"
  gateway_subnet_id    = "/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/hybrid-test-network/providers/Microsoft.Network/virtualNetworks/hybrid-test/subnets/GatewaySubnet"
  prefixes_from_aws    = ["10.40.0.0/16"]
  prefixes_from_azure  = ["10.80.0.0/16"]
}

run "gateway_is_zone_redundant_and_active_active" {
  command = plan

  assert {
    condition     = alltrue([for address in azurerm_public_ip.gateway : address.sku == "Standard" && address.allocation_method == "Static" && address.zones == toset(["1", "2", "3"])]) && length(azurerm_public_ip.gateway) == 2
    error_message = "Two static standard addresses over three zones."
  }

  assert {
    condition = (
      azurerm_virtual_network_gateway.this.sku == "VpnGw2AZ" &&
      azurerm_virtual_network_gateway.this.generation == "Generation2" &&
      azurerm_virtual_network_gateway.this.type == "Vpn" &&
      azurerm_virtual_network_gateway.this.vpn_type == "RouteBased" &&
      azurerm_virtual_network_gateway.this.active_active &&
      azurerm_virtual_network_gateway.this.bgp_enabled
    )
    error_message = "The gateway is route-based, active-active, zone-redundant and speaks BGP."
  }

  assert {
    condition     = azurerm_virtual_network_gateway.this.bgp_settings[0].asn == 65515
    error_message = "The gateway keeps Azure's own ASN."
  }

  assert {
    condition     = { for addresses in azurerm_virtual_network_gateway.this.bgp_settings[0].peering_addresses : addresses.ip_configuration_name => tolist(addresses.apipa_addresses) } == { instance0 = tolist(["169.254.21.2", "169.254.22.2"]), instance1 = tolist(["169.254.21.6", "169.254.22.6"]) }
    error_message = "Each instance has the Azure ends of its own two tunnels, and no others."
  }

  assert {
    condition     = [for configuration in azurerm_virtual_network_gateway.this.ip_configuration : configuration.name] == ["instance0", "instance1"]
    error_message = "The first address is that of instance 0."
  }
}

run "generation_follows_sku" {
  command = plan

  variables {
    gateway_sku = "VpnGw1AZ"
  }

  assert {
    condition     = azurerm_virtual_network_gateway.this.generation == "Generation1"
    error_message = "VpnGw1AZ exists in Generation1 alone."
  }
}

run "aws_inside_ranges" {
  command = plan

  assert {
    condition     = aws_vpn_connection.azure["instance0"].tunnel1_inside_cidr == "169.254.21.0/30" && aws_vpn_connection.azure["instance0"].tunnel2_inside_cidr == "169.254.22.0/30"
    error_message = "The connection to instance 0 has the first range of each series."
  }

  assert {
    condition     = aws_vpn_connection.azure["instance1"].tunnel1_inside_cidr == "169.254.21.4/30" && aws_vpn_connection.azure["instance1"].tunnel2_inside_cidr == "169.254.22.4/30"
    error_message = "The connection to instance 1 has the second range of each series."
  }

  assert {
    condition     = alltrue([for connection in aws_vpn_connection.azure : connection.type == "ipsec.1" && connection.static_routes_only == false && connection.transit_gateway_id == "tgw-0123456789abcdef0"])
    error_message = "Both connections are dynamic and end at the Transit Gateway."
  }
}

run "tunnel_instance0_tunnel1" {
  command = plan

  assert {
    condition     = azurerm_local_network_gateway.aws["instance0-tunnel1"].bgp_settings[0].bgp_peering_address == "169.254.21.1" && azurerm_local_network_gateway.aws["instance0-tunnel1"].bgp_settings[0].asn == 64512
    error_message = "Azure peers with the AWS end."
  }

  assert {
    condition     = azurerm_virtual_network_gateway_connection.aws["instance0-tunnel1"].custom_bgp_addresses[0].primary == "169.254.21.2" && azurerm_virtual_network_gateway_connection.aws["instance0-tunnel1"].custom_bgp_addresses[0].secondary == "169.254.21.6"
    error_message = "Azure speaks from its end of this tunnel."
  }
}

run "tunnel_instance0_tunnel2" {
  command = plan

  assert {
    condition     = azurerm_local_network_gateway.aws["instance0-tunnel2"].bgp_settings[0].bgp_peering_address == "169.254.22.1" && azurerm_local_network_gateway.aws["instance0-tunnel2"].bgp_settings[0].asn == 64512
    error_message = "Azure peers with the AWS end."
  }

  assert {
    condition     = azurerm_virtual_network_gateway_connection.aws["instance0-tunnel2"].custom_bgp_addresses[0].primary == "169.254.22.2" && azurerm_virtual_network_gateway_connection.aws["instance0-tunnel2"].custom_bgp_addresses[0].secondary == "169.254.21.6"
    error_message = "Azure speaks from its end of this tunnel."
  }
}

run "tunnel_instance1_tunnel1" {
  command = plan

  assert {
    condition     = azurerm_local_network_gateway.aws["instance1-tunnel1"].bgp_settings[0].bgp_peering_address == "169.254.21.5" && azurerm_local_network_gateway.aws["instance1-tunnel1"].bgp_settings[0].asn == 64512
    error_message = "Azure peers with the AWS end."
  }

  assert {
    condition     = azurerm_virtual_network_gateway_connection.aws["instance1-tunnel1"].custom_bgp_addresses[0].primary == "169.254.21.2" && azurerm_virtual_network_gateway_connection.aws["instance1-tunnel1"].custom_bgp_addresses[0].secondary == "169.254.21.6"
    error_message = "Azure speaks from its end of this tunnel."
  }
}

run "tunnel_instance1_tunnel2" {
  command = plan

  assert {
    condition     = azurerm_local_network_gateway.aws["instance1-tunnel2"].bgp_settings[0].bgp_peering_address == "169.254.22.5" && azurerm_local_network_gateway.aws["instance1-tunnel2"].bgp_settings[0].asn == 64512
    error_message = "Azure peers with the AWS end."
  }

  assert {
    condition     = azurerm_virtual_network_gateway_connection.aws["instance1-tunnel2"].custom_bgp_addresses[0].primary == "169.254.21.2" && azurerm_virtual_network_gateway_connection.aws["instance1-tunnel2"].custom_bgp_addresses[0].secondary == "169.254.22.6"
    error_message = "Azure speaks from its end of this tunnel."
  }
}

run "both_sides_speak_the_same_ciphers" {
  command = plan

  assert {
    condition = alltrue(flatten([
      for connection in aws_vpn_connection.azure : [
        connection.tunnel1_ike_versions == toset(["ikev2"]), connection.tunnel2_ike_versions == toset(["ikev2"]),
        connection.tunnel1_phase1_encryption_algorithms == toset(["AES256-GCM-16"]), connection.tunnel2_phase1_encryption_algorithms == toset(["AES256-GCM-16"]),
        connection.tunnel1_phase2_encryption_algorithms == toset(["AES256-GCM-16"]), connection.tunnel2_phase2_encryption_algorithms == toset(["AES256-GCM-16"]),
        connection.tunnel1_phase1_integrity_algorithms == toset(["SHA2-384"]), connection.tunnel2_phase1_integrity_algorithms == toset(["SHA2-384"]),
        connection.tunnel1_phase2_integrity_algorithms == toset(["SHA2-384"]), connection.tunnel2_phase2_integrity_algorithms == toset(["SHA2-384"]),
        connection.tunnel1_phase1_dh_group_numbers == toset([20]), connection.tunnel2_phase1_dh_group_numbers == toset([20]),
        connection.tunnel1_phase2_dh_group_numbers == toset([20]), connection.tunnel2_phase2_dh_group_numbers == toset([20]),
        connection.tunnel1_phase1_lifetime_seconds == 28800, connection.tunnel2_phase1_lifetime_seconds == 28800,
        connection.tunnel1_phase2_lifetime_seconds == 3600, connection.tunnel2_phase2_lifetime_seconds == 3600,
      ]
    ]))
    error_message = "AWS: IKEv2, AES-256-GCM, SHA-384, group 20, Azure's fixed 8 hours in phase 1, one hour in phase 2."
  }

  assert {
    condition = alltrue(flatten([
      for connection in azurerm_virtual_network_gateway_connection.aws : [
        connection.connection_protocol == "IKEv2",
        connection.ipsec_policy[0].ike_encryption == "GCMAES256",
        connection.ipsec_policy[0].ike_integrity == "SHA384",
        connection.ipsec_policy[0].dh_group == "ECP384",
        connection.ipsec_policy[0].ipsec_encryption == "GCMAES256",
        connection.ipsec_policy[0].ipsec_integrity == "GCMAES256",
        connection.ipsec_policy[0].pfs_group == "ECP384",
        connection.ipsec_policy[0].sa_lifetime == 3600,
      ]
    ]))
    error_message = "Azure: the same, by its own names."
  }
}

run "group_14_on_both_sides" {
  command = plan

  variables {
    dh_group            = 14
    sa_lifetime_seconds = 1800
    dpd_timeout_seconds = 45
  }

  assert {
    condition     = alltrue([for connection in aws_vpn_connection.azure : connection.tunnel1_phase1_dh_group_numbers == toset([14]) && connection.tunnel2_phase2_dh_group_numbers == toset([14]) && connection.tunnel2_phase2_lifetime_seconds == 1800 && connection.tunnel1_dpd_timeout_seconds == 45])
    error_message = "AWS follows the variables."
  }

  assert {
    condition     = alltrue([for connection in azurerm_virtual_network_gateway_connection.aws : connection.ipsec_policy[0].dh_group == "DHGroup14" && connection.ipsec_policy[0].pfs_group == "PFS2048" && connection.ipsec_policy[0].sa_lifetime == 1800 && connection.dpd_timeout_seconds == 45])
    error_message = "Azure follows them too."
  }
}

run "link_heals_by_itself" {
  command = plan

  assert {
    condition = alltrue(flatten([
      for connection in aws_vpn_connection.azure : [
        connection.tunnel1_startup_action == "start", connection.tunnel2_startup_action == "start",
        connection.tunnel1_dpd_timeout_action == "restart", connection.tunnel2_dpd_timeout_action == "restart",
        connection.tunnel1_rekey_margin_time_seconds == 540, connection.tunnel2_rekey_margin_time_seconds == 540,
      ]
    ]))
    error_message = "AWS starts tunnels and starts dead ones again."
  }

  assert {
    condition     = alltrue([for connection in azurerm_virtual_network_gateway_connection.aws : connection.connection_mode == "Default" && connection.bgp_enabled && connection.type == "IPsec" && connection.dpd_timeout_seconds == 30])
    error_message = "Azure starts tunnels and answers, with BGP."
  }

  assert {
    condition     = alltrue([for gateway in azurerm_local_network_gateway.aws : try(length(gateway.address_space), 0) == 0])
    error_message = "With BGP a local network gateway has no address space."
  }
}

run "other_ranges_and_numbers" {
  command = plan

  variables {
    transit_gateway_asn = 64800
    azure_gateway_asn   = 65001
    tunnel_inside_cidrs = {
      instance0 = { tunnel1 = "169.254.21.8/30", tunnel2 = "169.254.22.8/30" }
      instance1 = { tunnel1 = "169.254.21.12/30", tunnel2 = "169.254.22.12/30" }
    }
  }

  assert {
    condition     = alltrue([for gateway in aws_customer_gateway.azure : gateway.bgp_asn == "65001"]) && azurerm_virtual_network_gateway.this.bgp_settings[0].asn == 65001
    error_message = "AWS and the gateway itself hold Azure's number."
  }

  assert {
    condition     = alltrue([for gateway in azurerm_local_network_gateway.aws : gateway.bgp_settings[0].asn == 64800])
    error_message = "Azure holds the Transit Gateway's number."
  }

  assert {
    condition = { for name, connection in azurerm_virtual_network_gateway_connection.aws : name => [connection.custom_bgp_addresses[0].primary, connection.custom_bgp_addresses[0].secondary] } == {
      instance0-tunnel1 = ["169.254.21.10", "169.254.21.14"]
      instance0-tunnel2 = ["169.254.22.10", "169.254.21.14"]
      instance1-tunnel1 = ["169.254.21.10", "169.254.21.14"]
      instance1-tunnel2 = ["169.254.21.10", "169.254.22.14"]
    }
    error_message = "The BGP addresses follow the ranges."
  }
}

run "tunnel_logs" {
  command = plan

  variables {
    log_retention_days = 90
  }

  assert {
    condition     = aws_cloudwatch_log_group.tunnels["tunnels"].name == "/aws/vendedlogs/vpn/hybrid-test" && aws_cloudwatch_log_group.tunnels["tunnels"].retention_in_days == 90
    error_message = "The tunnels have a log group, which forgets after the days given."
  }

  assert {
    condition = alltrue(flatten([for connection in aws_vpn_connection.azure : [
      for options in [connection.tunnel1_log_options[0], connection.tunnel2_log_options[0]] :
      options.cloudwatch_log_options[0].log_enabled && options.cloudwatch_log_options[0].log_output_format == "json"
    ]]))
    error_message = "All four tunnels log, as JSON."
  }
}

run "no_tunnel_logs" {
  command = plan

  variables {
    tunnel_logs = false
  }

  assert {
    condition     = length(aws_cloudwatch_log_group.tunnels) == 0 && output.tunnel_log_group_name == null && alltrue([for connection in aws_vpn_connection.azure : !connection.tunnel1_log_options[0].cloudwatch_log_options[0].log_enabled && !connection.tunnel2_log_options[0].cloudwatch_log_options[0].log_enabled])
    error_message = "Without logs there is no log group."
  }
}
