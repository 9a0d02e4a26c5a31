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

run "kubernetes_version_with_patch" {
  command = plan

  variables {
    kubernetes_version = "1.34.2"
  }

  expect_failures = [var.kubernetes_version]
}

run "support_type_in_lower_case" {
  command = plan

  variables {
    cluster_support_type = "extended"
  }

  expect_failures = [var.cluster_support_type]
}

run "endpoint_both" {
  command = plan

  variables {
    cluster_endpoint = "both"
  }

  expect_failures = [var.cluster_endpoint]
}

run "api_clients_from_everywhere" {
  command = plan

  variables {
    cluster_api_client_cidrs = ["0.0.0.0/0"]
  }

  expect_failures = [var.cluster_api_client_cidrs]
}

run "secrets_key_alias" {
  command = plan

  variables {
    cluster_secrets_kms_key_arn = "arn:aws:kms:eu-central-1:123456789012:alias/eks"
  }

  expect_failures = [var.cluster_secrets_kms_key_arn]
}

run "log_retention_that_cloudwatch_lacks" {
  command = plan

  variables {
    log_retention_days = 0
  }

  expect_failures = [var.log_retention_days]
}

run "log_key_by_id" {
  command = plan

  variables {
    log_kms_key_arn = "11111111-2222-3333-4444-555555555555"
  }

  expect_failures = [var.log_kms_key_arn]
}

run "access_of_a_session" {
  command = plan

  variables {
    cluster_access_entries = { ci = { principal_arn = "arn:aws:sts::123456789012:assumed-role/ci/run", policy = "AmazonEKSClusterAdminPolicy" } }
  }

  expect_failures = [var.cluster_access_entries]
}

run "access_twice" {
  command = plan

  variables {
    cluster_access_entries = { one = { principal_arn = "arn:aws:iam::123456789012:role/ci", policy = "AmazonEKSViewPolicy" }, two = { principal_arn = "arn:aws:iam::123456789012:role/ci", groups = ["viewers"] } }
  }

  expect_failures = [var.cluster_access_entries]
}

run "access_to_nothing" {
  command = plan

  variables {
    cluster_access_entries = { ci = { principal_arn = "arn:aws:iam::123456789012:role/ci" } }
  }

  expect_failures = [var.cluster_access_entries]
}

run "access_of_a_system_group" {
  command = plan

  variables {
    cluster_access_entries = { ci = { principal_arn = "arn:aws:iam::123456789012:role/ci", groups = ["system:masters"] } }
  }

  expect_failures = [var.cluster_access_entries]
}

run "version_of_another_addon" {
  command = plan

  variables {
    addon_versions = { aws-ebs-csi-driver = "v1.53.0-eksbuild.1" }
  }

  expect_failures = [var.addon_versions]
}

run "addon_version_without_build" {
  command = plan

  variables {
    addon_versions = { coredns = "v1.12.4" }
  }

  expect_failures = [var.addon_versions]
}

run "coredns_too_old_for_hybrid_nodes" {
  command = plan

  variables {
    addon_versions = { coredns = "v1.8.7-eksbuild.10" }
  }

  expect_failures = [var.addon_versions]
}

run "node_group_smaller_than_its_least" {
  command = plan

  variables {
    cloud_node_group = { min_size = 3, desired_size = 2 }
  }

  expect_failures = [var.cloud_node_group]
}

run "one_gateway_node" {
  command = plan

  variables {
    cloud_node_group = { min_size = 1, desired_size = 1 }
  }

  expect_failures = [var.cloud_node_group]
}

run "node_group_of_windows" {
  command = plan

  variables {
    cloud_node_group = { ami_type = "WINDOWS_CORE_2022_x86_64" }
  }

  expect_failures = [var.cloud_node_group]
}

run "gateway_on_spot" {
  command = plan

  variables {
    cloud_node_group = { capacity_type = "SPOT" }
  }

  expect_failures = [var.cloud_node_group]
}

run "node_group_without_instance_type" {
  command = plan

  variables {
    cloud_node_group = { instance_types = [] }
  }

  expect_failures = [var.cloud_node_group]
}

run "node_group_with_a_tiny_disk" {
  command = plan

  variables {
    cloud_node_group = { disk_size = 8 }
  }

  expect_failures = [var.cloud_node_group]
}

run "no_webhook_port" {
  command = plan

  variables {
    webhook_ports = []
  }

  expect_failures = [var.webhook_ports]
}

run "pod_port_too_large" {
  command = plan

  variables {
    pod_ports = ["70000"]
  }

  expect_failures = [var.pod_ports]
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

run "public_endpoint_for_everyone" {
  command = plan

  variables {
    cluster_endpoint            = "public"
    cluster_public_access_cidrs = ["0.0.0.0/0"]
  }

  expect_failures = [var.cluster_public_access_cidrs]
}

run "flow_log_traffic_of_another_kind" {
  command = plan

  variables {
    flow_log_traffic = "DROP"
  }

  expect_failures = [var.flow_log_traffic]
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

run "direct_connect_gateway_by_name" {
  command = plan

  variables {
    link_kind                 = "private"
    direct_connect_gateway_id = "hybrid"
    express_route_circuit_id  = "/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/circuits/providers/Microsoft.Network/expressRouteCircuits/hybrid"
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

run "circuit_by_name" {
  command = plan

  variables {
    link_kind                 = "private"
    direct_connect_gateway_id = "11111111-2222-3333-4444-555555555555"
    express_route_circuit_id  = "hybrid"
  }

  expect_failures = [var.express_route_circuit_id]
}

run "direct_connect_asn_of_amazon" {
  command = plan

  variables {
    direct_connect_gateway_asn = 7224
  }

  expect_failures = [var.direct_connect_gateway_asn]
}

run "direct_connect_asn_is_the_transit_gateways" {
  command = plan

  variables {
    link_kind                  = "private"
    direct_connect_gateway_id  = "11111111-2222-3333-4444-555555555555"
    direct_connect_gateway_asn = 64512
    express_route_circuit_id   = "/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/circuits/providers/Microsoft.Network/expressRouteCircuits/hybrid"
  }

  expect_failures = [var.direct_connect_gateway_asn]
}

run "short_authorization_key" {
  command = plan

  variables {
    express_route_authorization_key = "secret"
  }

  expect_failures = [var.express_route_authorization_key]
}

run "express_route_gateway_without_zones" {
  command = plan

  variables {
    express_route_gateway_sku = "Standard"
  }

  expect_failures = [var.express_route_gateway_sku]
}
