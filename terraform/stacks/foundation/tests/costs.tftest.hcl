# Proves that the stack counts what it runs, for both kinds of link.

provider "aws" {
  region = "eu-central-1"
}

provider "azurerm" {
  resource_provider_registrations = "none"

  features {}
}

run "vpn" {
  command = plan

  variables {
    pod_routing    = "bgp"
    nat_mode       = "per_zone"
    azure_nat_mode = "one"
    prices         = { "ec2-m7i.large" = 0.1 }
  }

  assert {
    condition = local.quantities == {
      "ec2-m7i.large"                      = 2
      "eks-cluster"                        = 1
      "aws-kms-key"                        = 1
      "aws-transit-gateway-attachment"     = 3
      "aws-vpn-connection"                 = 2
      "aws-nat-gateway"                    = 2
      "aws-public-ipv4"                    = 2
      "aws-gp3-gib"                        = 60
      "azure-route-server"                 = 1
      "azure-nat-gateway"                  = 1
      "azure-public-ip"                    = 4
      "azure-vpn-gateway-VpnGw2AZ"         = 1
      "azure-expressroute-gateway-ErGw1AZ" = 0
    }
    error_message = "What the stack makes."
  }

  assert {
    condition     = output.monthly_cost.complete && output.monthly_cost.items["ec2-m7i.large"] == 146 && output.monthly_cost.monthly > 1000 && !contains(output.monthly_cost.unverified, "ec2-m7i.large")
    error_message = "Everything has a price, and the given one is used."
  }
}

run "private_link_and_spot_nodes" {
  command = plan

  variables {
    link_kind                 = "private"
    direct_connect_gateway_id = "abcd1234-dcba-5678-be23-cdef9876ab45"
    express_route_circuit_id  = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/circuits/providers/Microsoft.Network/expressRouteCircuits/main"
    dedicated_gateway_nodes   = true
    cloud_node_group          = { capacity_type = "SPOT" }
  }

  assert {
    condition     = local.quantities["aws-vpn-connection"] == 0 && local.quantities["azure-expressroute-gateway-ErGw1AZ"] == 1 && local.quantities["aws-transit-gateway-attachment"] == 2 && local.quantities["ec2-m7i.large"] == 2
    error_message = "A circuit instead of tunnels, and two dedicated gateway nodes."
  }

  assert {
    condition     = !output.monthly_cost.complete && output.monthly_cost.unpriced == ["ec2-spot-m7i.large"]
    error_message = "Spot machines have no list price."
  }
}
