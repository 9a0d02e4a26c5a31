# Proves that every validation of this stack's variables refuses what it is there to refuse. A run fails when the value
# it gives is accepted. What a module refuses beyond that is proved in the module's own tests.

provider "aws" {
  region = "eu-central-1"
}

provider "azurerm" {
  features {}
  subscription_id = "00000000-0000-4000-8000-000000000001"
}

run "name_with_capitals" {
  command = plan

  variables {
    name = "Hybrid"
  }

  expect_failures = [var.name]
}

run "tag_of_this_stack" {
  command = plan

  variables {
    tags = { environment = "prod" }
  }

  expect_failures = [var.tags]
}

run "region_is_a_zone" {
  command = plan

  variables {
    aws_region         = "eu-central-1a"
    availability_zones = ["eu-central-1aa", "eu-central-1ab"]
  }

  expect_failures = [var.aws_region]
}

run "account_id_with_dashes" {
  command = plan

  variables {
    aws_account_id = "1234-5678-9012"
  }

  expect_failures = [var.aws_account_id]
}

run "one_zone" {
  command = plan

  variables {
    availability_zones = ["eu-central-1a"]
  }

  expect_failures = [var.availability_zones]
}

run "zone_of_another_region" {
  command = plan

  variables {
    availability_zones = ["eu-central-1a", "eu-west-1b"]
  }

  expect_failures = [var.availability_zones]
}

run "location_display_name" {
  command = plan

  variables {
    azure_location = "Germany West Central"
  }

  expect_failures = [var.azure_location]
}

run "subscription_by_name" {
  command = plan

  variables {
    azure_subscription_id = "production"
  }

  expect_failures = [var.azure_subscription_id]
}

run "resource_group_name_ends_in_period" {
  command = plan

  variables {
    azure_resource_group_name = "network."
  }

  expect_failures = [var.azure_resource_group_name]
}

run "vpc_cidr_with_host_bits" {
  command = plan

  variables {
    vpc_cidr = "10.40.0.1/16"
  }

  expect_failures = [var.vpc_cidr]
}

run "service_cidr_too_large" {
  command = plan

  variables {
    service_cidr = "10.0.0.0/8"
  }

  expect_failures = [var.service_cidr]
}

run "service_cidr_public" {
  command = plan

  variables {
    service_cidr = "100.64.0.0/16"
  }

  expect_failures = [var.service_cidr]
}

run "vnet_cidr_too_small" {
  command = plan

  variables {
    vnet_cidr = "10.80.0.0/23"
  }

  expect_failures = [var.vnet_cidr]
}

run "vnet_cidr_public" {
  command = plan

  variables {
    vnet_cidr    = "100.80.0.0/16"
    node_subnets = { nodes = "100.80.0.0/20" }
  }

  expect_failures = [var.vnet_cidr]
}

run "node_subnet_elsewhere" {
  command = plan

  variables {
    node_subnets = { nodes = "10.81.0.0/20" }
  }

  expect_failures = [var.node_subnets]
}

run "remote_pods_malformed" {
  command = plan

  variables {
    remote_pod_cidrs = ["10.112.0.1/16"]
  }

  expect_failures = [var.remote_pod_cidrs]
}

run "remote_pods_public" {
  command = plan

  variables {
    remote_pod_cidrs = ["192.168.0.0/15"]
  }

  expect_failures = [var.remote_pod_cidrs]
}

run "nat_mode_unknown" {
  command = plan

  variables {
    nat_mode = "two"
  }

  expect_failures = [var.nat_mode]
}

run "aws_asn_public" {
  command = plan

  variables {
    transit_gateway_asn = 65000000
  }

  expect_failures = [var.transit_gateway_asn]
}

run "aws_asn_azure_refuses" {
  command = plan

  variables {
    transit_gateway_asn = 65520
  }

  expect_failures = [var.transit_gateway_asn]
}

run "azure_asn_reserved" {
  command = plan

  variables {
    azure_gateway_asn = 65518
  }

  expect_failures = [var.azure_gateway_asn]
}

run "azure_asn_is_aws_own" {
  command = plan

  variables {
    azure_gateway_asn = 64512
  }

  expect_failures = [var.azure_gateway_asn]
}

run "azure_asn_beside_a_route_server" {
  command = plan

  variables {
    azure_gateway_asn = 65001
    pod_routing       = "bgp"
  }

  expect_failures = [var.azure_gateway_asn]
}

run "node_asn_reserved" {
  command = plan

  variables {
    node_bgp_asn = 64500
  }

  expect_failures = [var.node_bgp_asn]
}

run "node_asn_is_azures" {
  command = plan

  variables {
    node_bgp_asn      = 65001
    azure_gateway_asn = 65001
  }

  expect_failures = [var.node_bgp_asn]
}

run "node_asn_of_ciliums_examples" {
  command = plan

  variables {
    node_bgp_asn = 64512
  }

  expect_failures = [var.node_bgp_asn]
}

run "sku_without_bgp" {
  command = plan

  variables {
    vpn_gateway_sku = "Basic"
  }

  expect_failures = [var.vpn_gateway_sku]
}

# An overlap is found whatever its place in the plan.

run "pods_overlap_services" {
  command = plan

  variables {
    remote_pod_cidrs = ["10.112.0.0/16", "172.20.128.0/17"]
  }

  expect_failures = [output.address_plan]
}

run "pods_overlap_each_other" {
  command = plan

  variables {
    remote_pod_cidrs = ["10.112.0.0/16", "10.112.64.0/18"]
  }

  expect_failures = [output.address_plan]
}

run "services_overlap_the_virtual_network" {
  command = plan

  variables {
    service_cidr = "10.80.128.0/17"
  }

  expect_failures = [output.address_plan]
}

run "pod_routing_of_another_kind" {
  command = plan

  variables {
    pod_routing = "vpn"
  }

  expect_failures = [var.pod_routing]
}

run "public_endpoint_without_nat" {
  command = plan

  variables {
    cluster_endpoint            = "public"
    cluster_public_access_cidrs = ["203.0.113.0/24"]
    nat_mode                    = "none"
  }

  expect_failures = [var.cluster_endpoint]
}

run "link_of_another_kind" {
  command = plan

  variables {
    link_kind = "interconnect"
  }

  expect_failures = [var.link_kind]
}

run "vpn_with_a_direct_connect_gateway" {
  command = plan

  variables {
    direct_connect_gateway_id = "11111111-2222-3333-4444-555555555555"
  }

  expect_failures = [var.direct_connect_gateway_id]
}

run "private_link_without_a_circuit" {
  command = plan

  variables {
    link_kind                 = "private"
    direct_connect_gateway_id = "11111111-2222-3333-4444-555555555555"
  }

  expect_failures = [var.express_route_circuit_id]
}

run "azure_nat_mode_per_zone" {
  command = plan

  variables {
    azure_nat_mode = "per_zone"
  }

  expect_failures = [var.azure_nat_mode]
}
