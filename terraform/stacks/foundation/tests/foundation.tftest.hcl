# Proves that the stack's defaults are a whole and consistent address plan, that its switches reach the modules, and, on
# an applied stack, that its outputs name four complete tunnels.

provider "aws" {
  region = "eu-central-1"
}

provider "azurerm" {
  features {}
  subscription_id = "00000000-0000-4000-8000-000000000001"
}

run "defaults" {
  command = plan

  assert {
    condition = output.address_plan.aws == {
      region                = "eu-central-1"
      vpc_cidr              = "10.40.0.0/16"
      service_cidr          = "172.20.0.0/16"
      private_subnets       = { eu-central-1a = "10.40.0.0/19", eu-central-1b = "10.40.32.0/19" }
      public_subnets        = { eu-central-1a = "10.40.128.0/24", eu-central-1b = "10.40.129.0/24" }
      control_plane_subnets = { eu-central-1a = "10.40.255.192/28", eu-central-1b = "10.40.255.208/28" }
    }
    error_message = "The AWS side of the address plan."
  }

  assert {
    condition     = output.address_plan.azure.vnet_cidr == "10.80.0.0/16" && output.address_plan.azure.gateway_subnet == "10.80.255.192/27" && output.address_plan.azure.route_server_subnet == null && output.address_plan.azure.node_subnets["nodes"] == "10.80.0.0/20"
    error_message = "The Azure side of the address plan."
  }

  assert {
    condition     = output.address_plan.asns == { transit_gateway = 64512, azure_gateway = 65515, node_bgp = 65010 }
    error_message = "Three different autonomous system numbers."
  }

  assert {
    condition     = output.address_plan.tunnel_inside_cidrs["instance0-tunnel1"] == "169.254.21.0/30" && output.address_plan.tunnel_inside_cidrs["instance1-tunnel2"] == "169.254.22.4/30" && length(output.address_plan.tunnel_inside_cidrs) == 4
    error_message = "The plan names the inside range of each tunnel."
  }

  assert {
    condition     = output.azure_resource_group_name == "hybrid-network" && output.route_server_subnet_id == null && output.route_server_id == null && length(output.pod_route_table_ids) == 0
    error_message = "The resource group is named after the environment, and there is no Route Server's subnet."
  }

  assert {
    condition     = output.pod_routing == "gateway" && output.tunnel_expectations.vpc_routes.destinations == tolist(["10.80.0.0/20"]) && output.cloud_node_groups["cloud"].gateway
    error_message = "By default the Hybrid Nodes gateway owns the routes to pods, and the EC2 nodes carry it."
  }

  assert {
    condition     = output.log_groups == { control_plane = "/aws/eks/hybrid/cluster", flow_logs = "/aws/vpc/hybrid/flow-logs", vpn_tunnels = "/aws/vendedlogs/vpn/hybrid" }
    error_message = "Three log groups."
  }
}

run "pods_by_bgp" {
  command = apply

  variables {
    pod_routing                 = "bgp"
    flow_logs                   = false
    tunnel_logs                 = false
    azure_diagnostics           = false
    azure_nat_mode              = "per_subnet"
    node_subnets                = { one = "10.80.0.0/20", two = "10.80.16.0/20" }
    cluster_endpoint            = "public"
    cluster_public_access_cidrs = ["203.0.113.0/24"]
  }

  assert {
    condition     = output.log_groups.flow_logs == null && output.log_groups.vpn_tunnels == null
    error_message = "The switches of the logs reach the modules."
  }

  assert {
    condition     = output.address_plan.azure.route_server_subnet == "10.80.255.224/27"
    error_message = "RouteServerSubnet is the last /27 of the virtual network."
  }

  assert {
    condition     = azurerm_route_server.this["pods"].subnet_id == output.route_server_subnet_id && azurerm_route_server.this["pods"].branch_to_branch_traffic_enabled && azurerm_route_server.this["pods"].hub_routing_preference == "VpnGateway" && output.route_server_id == azurerm_route_server.this["pods"].id && output.route_server_ips == ["10.80.255.228", "10.80.255.229"]
    error_message = "The Route Server tells the gateway what nodes announce."
  }

  assert {
    condition     = length(output.azure_egress_public_ips) == 2 && length(local.api_public_access_cidrs) == 4 && alltrue([for address in values(output.azure_egress_public_ips) : contains(local.api_public_access_cidrs, "${address}/32")])
    error_message = "A public endpoint is open to the NAT addresses of both clouds."
  }

  assert {
    condition     = length(azurerm_monitor_diagnostic_setting.gateway) == 0 && output.azure_log_workspace_id == null
    error_message = "Azure's logs are off."
  }

  assert {
    condition     = output.tunnel_expectations.vpc_routes.destinations == tolist(["10.80.0.0/20", "10.80.16.0/20", "10.112.0.0/16"]) && !output.cloud_node_groups["cloud"].gateway
    error_message = "The VPC routes pods over the link, and no EC2 node is a gateway."
  }
}

run "other_ranges_and_masquerade" {
  command = plan

  variables {
    name                        = "hybrid-prod"
    aws_region                  = "us-east-1"
    availability_zones          = ["us-east-1a", "us-east-1b", "us-east-1c"]
    azure_location              = "eastus"
    azure_resource_group_name   = "given"
    create_azure_resource_group = false
    vpc_cidr                    = "10.8.0.0/18"
    vnet_cidr                   = "192.168.0.0/20"
    node_subnets                = { nodes = "192.168.0.0/22", spot = "192.168.4.0/22" }
    remote_pod_cidrs            = ["10.9.0.0/16", "10.10.0.0/16"]
    pod_routing                 = "masquerade"
    nat_mode                    = "none"
  }

  assert {
    condition     = output.address_plan.azure.gateway_subnet == "192.168.15.192/27" && output.azure_resource_group_name == "given"
    error_message = "Names and ranges follow the variables."
  }

  assert {
    condition     = length(output.private_subnets) == 3 && length(output.nat_public_ips) == 0
    error_message = "Zones and NAT follow the variables."
  }

  assert {
    condition     = output.tunnel_expectations.vpc_routes.destinations == tolist(["192.168.0.0/22", "192.168.4.0/22"])
    error_message = "Pods are not routed over the link where they hide behind their nodes."
  }
}

run "existing_circuits" {
  module {
    source = "../../modules/private-link/tests/setup"
  }
}

run "private_link_and_pods_by_udr" {
  command = apply

  variables {
    name                        = "hybrid-private"
    link_kind                   = "private"
    direct_connect_gateway_id   = run.existing_circuits.direct_connect_gateway_id
    express_route_circuit_id    = run.existing_circuits.express_route_circuit_id
    azure_resource_group_name   = run.existing_circuits.resource_group_name
    create_azure_resource_group = false
    pod_routing                 = "udr"
  }

  assert {
    condition     = toset(keys(output.pod_route_table_ids)) == toset(["nodes", "gateway"]) && output.route_server_id == null && length(output.route_server_ips) == 0
    error_message = "Pods are routed by tables, not by a Route Server."
  }

  assert {
    condition     = azurerm_monitor_diagnostic_setting.gateway["gateway"].target_resource_id == output.link_expectations.azure.gateway_id && azurerm_monitor_diagnostic_setting.gateway["gateway"].log_analytics_workspace_id == output.azure_log_workspace_id
    error_message = "The gateway of the private link is logged."
  }

  assert {
    condition     = output.link_kind == "private" && output.tunnel_expectations == null && length(output.vpn_gateway_public_ips) == 0 && length(output.address_plan.tunnel_inside_cidrs) == 0
    error_message = "There is no tunnel."
  }

  assert {
    condition     = output.link_expectations.aws.direct_connect_gateway_id == run.existing_circuits.direct_connect_gateway_id && output.link_expectations.azure.circuit_id == run.existing_circuits.express_route_circuit_id && output.link_expectations.aws.learns == tolist(["10.80.0.0/16", "10.112.0.0/16"]) && output.link_expectations.azure.learns == tolist(["10.40.0.0/16"])
    error_message = "Gateway, circuit and ranges are those given; with udr the virtual network advertises the pods' range."
  }

  assert {
    condition     = toset(keys(output.link_expectations.vpc_routes.route_table_ids)) == toset(keys(output.vpc_route_table_ids)) && output.link_expectations.vpc_routes.destinations == tolist(["10.80.0.0/20", "10.112.0.0/16"])
    error_message = "The VPC leads nodes and pods to the Transit Gateway all the same."
  }
}

run "four_tunnels" {
  command = apply

  assert {
    condition     = { for name, tunnel in output.tunnel_expectations.tunnels : name => [tunnel.aws_inside_address, tunnel.azure_inside_address, tunnel.azure_instance] } == { instance0-tunnel1 = ["169.254.21.1", "169.254.21.2", 0], instance0-tunnel2 = ["169.254.22.1", "169.254.22.2", 0], instance1-tunnel1 = ["169.254.21.5", "169.254.21.6", 1], instance1-tunnel2 = ["169.254.22.5", "169.254.22.6", 1] }
    error_message = "Four tunnels, two on each instance of the gateway."
  }

  assert {
    condition     = length(distinct([for tunnel in output.tunnel_expectations.tunnels : tunnel.aws_outside_address])) == 4
    error_message = "Each tunnel ends at an AWS address of its own."
  }

  assert {
    condition     = alltrue([for tunnel in output.tunnel_expectations.tunnels : tunnel.azure_public_ip == output.vpn_gateway_public_ips["instance${tunnel.azure_instance}"] && tunnel.aws_learns == tolist(["10.80.0.0/16"]) && tunnel.azure_learns == tolist(["10.40.0.0/16"])])
    error_message = "Each tunnel ends at the address of its Azure instance and carries the ranges of both networks."
  }

  assert {
    condition     = toset(keys(output.tunnel_expectations.vpc_routes.route_table_ids)) == toset(["public", "control-plane", "private-eu-central-1a", "private-eu-central-1b"]) && output.tunnel_expectations.vpc_routes.destinations == tolist(["10.80.0.0/20"])
    error_message = "Every VPC route table is named with what it must route."
  }

  assert {
    condition     = output.link_expectations == null && output.cluster_name == "hybrid" && endswith(output.cluster_arn, ":cluster/hybrid") && startswith(output.cluster_endpoint, "https://") && output.kubernetes_version == "1.34" && output.service_cidr == "172.20.0.0/16"
    error_message = "The cluster is there, under the environment's name."
  }

  assert {
    condition     = output.activation_secret_name == "ssm-activation" && endswith(output.key_vault_id, "/vaults/${split(".", trimprefix(output.key_vault_uri, "https://"))[0]}") && endswith(output.node_identity_id, "/userAssignedIdentities/hybrid-nodes") && length(output.node_identity_client_id) == 36 && azurerm_monitor_diagnostic_setting.gateway["gateway"].target_resource_id == one(values(module.site_to_site_vpn)).gateway_id
    error_message = "Nodes have a vault and an identity, and the VPN gateway is logged."
  }

  assert {
    condition     = output.hybrid_node_role_name == "hybrid-hybrid-node" && endswith(output.hybrid_node_role_arn, ":role/hybrid-hybrid-node")
    error_message = "Hybrid nodes have their role."
  }
}
