# Proves, on an applied link, that the ends of each tunnel know each other: addresses, keys and attachments that only
# exist after the clouds have answered.

provider "aws" {
  region = "eu-central-1"
}

provider "azurerm" {
  features {}
  subscription_id = "00000000-0000-4000-8000-000000000001"
}

run "ground" {
  module {
    source = "./tests/setup"
  }
}

run "link" {
  variables {
    name                 = "hybrid-test"
    transit_gateway_id   = run.ground.transit_gateway_id
    transit_gateway_asn  = 64512
    cloud_route_table_id = run.ground.cloud_route_table_id
    link_route_table_id  = run.ground.link_route_table_id
    resource_group_name  = run.ground.resource_group_name
    location             = "germanywestcentral"
    gateway_subnet_id    = run.ground.gateway_subnet_id
    prefixes_from_aws    = ["10.40.0.0/16"]
    prefixes_from_azure  = ["10.80.0.0/16"]
  }

  assert {
    condition = (
      aws_customer_gateway.azure["instance0"].ip_address == azurerm_public_ip.gateway["instance0"].ip_address &&
      aws_customer_gateway.azure["instance1"].ip_address == azurerm_public_ip.gateway["instance1"].ip_address &&
      aws_customer_gateway.azure["instance0"].ip_address != aws_customer_gateway.azure["instance1"].ip_address
    )
    error_message = "Each customer gateway has the public address of its own instance."
  }

  assert {
    condition     = [for configuration in azurerm_virtual_network_gateway.this.ip_configuration : configuration.public_ip_address_id] == [azurerm_public_ip.gateway["instance0"].id, azurerm_public_ip.gateway["instance1"].id]
    error_message = "The gateway's instances have these same addresses, in this order."
  }

  assert {
    condition = alltrue([
      aws_vpn_connection.azure["instance0"].customer_gateway_id == aws_customer_gateway.azure["instance0"].id,
      aws_vpn_connection.azure["instance1"].customer_gateway_id == aws_customer_gateway.azure["instance1"].id,
    ])
    error_message = "Each VPN connection leads to its own instance."
  }

  assert {
    condition = alltrue([
      azurerm_local_network_gateway.aws["instance0-tunnel1"].gateway_address == aws_vpn_connection.azure["instance0"].tunnel1_address,
      azurerm_local_network_gateway.aws["instance0-tunnel2"].gateway_address == aws_vpn_connection.azure["instance0"].tunnel2_address,
      azurerm_local_network_gateway.aws["instance1-tunnel1"].gateway_address == aws_vpn_connection.azure["instance1"].tunnel1_address,
      azurerm_local_network_gateway.aws["instance1-tunnel2"].gateway_address == aws_vpn_connection.azure["instance1"].tunnel2_address,
    ])
    error_message = "Each local network gateway has the outside address of its AWS tunnel."
  }

  assert {
    condition = alltrue([
      azurerm_virtual_network_gateway_connection.aws["instance0-tunnel1"].shared_key == aws_vpn_connection.azure["instance0"].tunnel1_preshared_key,
      azurerm_virtual_network_gateway_connection.aws["instance0-tunnel2"].shared_key == aws_vpn_connection.azure["instance0"].tunnel2_preshared_key,
      azurerm_virtual_network_gateway_connection.aws["instance1-tunnel1"].shared_key == aws_vpn_connection.azure["instance1"].tunnel1_preshared_key,
      azurerm_virtual_network_gateway_connection.aws["instance1-tunnel2"].shared_key == aws_vpn_connection.azure["instance1"].tunnel2_preshared_key,
      length(distinct([for connection in azurerm_virtual_network_gateway_connection.aws : nonsensitive(connection.shared_key)])) == 4,
    ])
    error_message = "Both ends of each tunnel have the same key, and no two tunnels share one."
  }

  assert {
    condition     = alltrue([for name, connection in azurerm_virtual_network_gateway_connection.aws : connection.local_network_gateway_id == azurerm_local_network_gateway.aws[name].id && connection.virtual_network_gateway_id == azurerm_virtual_network_gateway.this.id])
    error_message = "Each connection joins the gateway with the local network gateway of its name."
  }

  assert {
    condition     = alltrue([for instance, association in aws_ec2_transit_gateway_route_table_association.vpn : association.transit_gateway_attachment_id == aws_vpn_connection.azure[instance].transit_gateway_attachment_id && association.transit_gateway_route_table_id == run.ground.link_route_table_id])
    error_message = "Both VPN attachments are associated with the links' table."
  }

  assert {
    condition     = alltrue([for instance, propagation in aws_ec2_transit_gateway_route_table_propagation.vpn : propagation.transit_gateway_attachment_id == aws_vpn_connection.azure[instance].transit_gateway_attachment_id && propagation.transit_gateway_route_table_id == run.ground.cloud_route_table_id])
    error_message = "Both propagate into the VPC's table."
  }

  assert {
    condition     = alltrue([for name, connection in azurerm_virtual_network_gateway_connection.aws : connection.tags["tunnel"] == name && connection.tags["aws-vpn-connection"] == aws_vpn_connection.azure[split("-", name)[0]].id])
    error_message = "Tags of a connection name its tunnel and its AWS counterpart."
  }

  assert {
    condition = output.tunnel_expectations.tunnels["instance1-tunnel2"] == {
      inside_cidr           = "169.254.22.4/30"
      aws_vpn_connection_id = aws_vpn_connection.azure["instance1"].id
      aws_outside_address   = aws_vpn_connection.azure["instance1"].tunnel2_address
      aws_inside_address    = "169.254.22.5"
      aws_asn               = 64512
      azure_instance        = 1
      azure_public_ip       = azurerm_public_ip.gateway["instance1"].ip_address
      azure_inside_address  = "169.254.22.6"
      azure_asn             = 65515
      azure_connection_name = "hybrid-test-aws-instance1-tunnel2"
      aws_learns            = tolist(["10.80.0.0/16"])
      azure_learns          = tolist(["10.40.0.0/16"])
    }
    error_message = "What is told to the tunnel check is what was made."
  }
}
