# Proves that every validation of this module's variables refuses what it is there to refuse. A run fails when the value
# it gives is accepted.

provider "aws" {
  region = "eu-central-1"
}

provider "azurerm" {
  features {}
  subscription_id = "00000000-0000-4000-8000-000000000001"
}

variables {
  name                       = "hybrid-test"
  transit_gateway_id         = "tgw-0123456789abcdef0"
  transit_gateway_asn        = 64512
  cloud_route_table_id       = "tgw-rtb-0123456789abcdef0"
  link_route_table_id        = "tgw-rtb-0fedcba9876543210"
  direct_connect_gateway_id  = "11111111-2222-3333-4444-555555555555"
  direct_connect_gateway_asn = 64550
  resource_group_name        = "hybrid-test-network"
  location                   = "germanywestcentral"
  gateway_subnet_id          = "/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/hybrid-test-network/providers/Microsoft.Network/virtualNetworks/hybrid-test/subnets/GatewaySubnet"
  express_route_circuit_id   = "/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/circuits/providers/Microsoft.Network/expressRouteCircuits/hybrid"
  prefixes_from_aws          = ["10.40.0.0/16"]
  prefixes_from_azure        = ["10.80.0.0/16"]
}

run "name_with_capitals" {
  command = plan

  variables {
    name = "Hybrid"
  }

  expect_failures = [var.name]
}

run "virtual_private_gateway" {
  command = plan

  variables {
    transit_gateway_id = "vgw-0123456789abcdef0"
  }

  expect_failures = [var.transit_gateway_id]
}

run "same_asn" {
  command = plan

  variables {
    transit_gateway_asn = 64550
  }

  expect_failures = [var.transit_gateway_asn]
}

run "vpc_route_table_as_cloud_table" {
  command = plan

  variables {
    cloud_route_table_id = "rtb-0123456789abcdef0"
  }

  expect_failures = [var.cloud_route_table_id]
}

run "vpc_route_table_as_link_table" {
  command = plan

  variables {
    link_route_table_id = "rtb-0123456789abcdef0"
  }

  expect_failures = [var.link_route_table_id]
}

run "direct_connect_gateway_by_name" {
  command = plan

  variables {
    direct_connect_gateway_id = "hybrid"
  }

  expect_failures = [var.direct_connect_gateway_id]
}

run "direct_connect_asn_of_amazon" {
  command = plan

  variables {
    direct_connect_gateway_asn = 7224
  }

  expect_failures = [var.direct_connect_gateway_asn]
}

run "resource_group_with_a_slash" {
  command = plan

  variables {
    resource_group_name = "a/b"
  }

  expect_failures = [var.resource_group_name]
}

run "location_by_its_long_name" {
  command = plan

  variables {
    location = "Germany West Central"
  }

  expect_failures = [var.location]
}

run "another_subnet" {
  command = plan

  variables {
    gateway_subnet_id = "/subscriptions/s/resourceGroups/r/providers/Microsoft.Network/virtualNetworks/v/subnets/nodes"
  }

  expect_failures = [var.gateway_subnet_id]
}

run "circuit_by_name" {
  command = plan

  variables {
    express_route_circuit_id = "hybrid"
  }

  expect_failures = [var.express_route_circuit_id]
}

run "nothing_from_aws" {
  command = plan

  variables {
    prefixes_from_aws = []
  }

  expect_failures = [var.prefixes_from_aws]
}

run "host_bits_from_azure" {
  command = plan

  variables {
    prefixes_from_azure = ["10.80.0.1/16"]
  }

  expect_failures = [var.prefixes_from_azure]
}

run "short_authorization_key" {
  command = plan

  variables {
    express_route_authorization_key = "secret"
  }

  expect_failures = [var.express_route_authorization_key]
}

run "gateway_without_zones" {
  command = plan

  variables {
    gateway_sku = "Standard"
  }

  expect_failures = [var.gateway_sku]
}

run "tag_with_a_slash" {
  command = plan

  variables {
    azure_tags = { "a/b" = "c" }
  }

  expect_failures = [var.azure_tags]
}
