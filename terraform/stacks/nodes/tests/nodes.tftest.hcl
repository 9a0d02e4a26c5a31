# Proves that the stack passes on what foundation tells it, in each way of routing pods, and refuses what does not fit.

provider "azurerm" {
  features {}
  subscription_id = "00000000-0000-4000-8000-000000000001"
}

variables {
  foundation = {
    cluster_name              = "hybrid"
    kubernetes_version        = "1.34"
    pod_routing               = "gateway"
    azure_resource_group_name = "hybrid-network"
    node_subnets              = { nodes = { id = "/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/hybrid-network/providers/Microsoft.Network/virtualNetworks/hybrid/subnets/nodes", cidr = "10.80.0.0/20" } }
    node_identity_id          = "/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/hybrid-network/providers/Microsoft.ManagedIdentity/userAssignedIdentities/hybrid-nodes"
    node_identity_client_id   = "22222222-2222-4222-8222-222222222222"
    key_vault_uri             = "https://hybrid-kv.vault.azure.net/"
    activation_secret_name    = "ssm-activation"
    route_server_id           = null
    address_plan = {
      aws              = { region = "eu-central-1" }
      azure            = { location = "germanywestcentral" }
      remote_pod_cidrs = ["10.112.0.0/16"]
      asns             = { node_bgp = 65010 }
    }
  }
  pools = { general = { count = 3 }, spot = { count = 2, spot = {}, labels = { tier = "spot" } } }
}

run "gateway" {
  command = plan

  variables {
    foundation = merge(var.foundation, { pod_routing = "gateway" })
  }

  assert {
    condition     = length(azurerm_route_server_bgp_connection.nodes) == 0 && output.node_expectations.count == 5 && output.node_expectations.pools["spot"].labels["tier"] == "spot" && output.node_expectations.pools["general"].names[0] == "hybrid-general-0"
    error_message = "Five nodes and no Route Server."
  }
}

run "udr" {
  command = plan

  variables {
    foundation = merge(var.foundation, { pod_routing = "udr" })
  }

  assert {
    condition     = length(azurerm_route_server_bgp_connection.nodes) == 0 && output.node_expectations.count == 5 && output.node_expectations.pools["spot"].labels["tier"] == "spot" && output.node_expectations.pools["general"].names[0] == "hybrid-general-0"
    error_message = "Five nodes and no Route Server."
  }
}

run "masquerade" {
  command = plan

  variables {
    foundation = merge(var.foundation, { pod_routing = "masquerade" })
  }

  assert {
    condition     = length(azurerm_route_server_bgp_connection.nodes) == 0 && output.node_expectations.count == 5 && output.node_expectations.pools["spot"].labels["tier"] == "spot" && output.node_expectations.pools["general"].names[0] == "hybrid-general-0"
    error_message = "Five nodes and no Route Server."
  }
}

run "bgp" {
  command = plan

  variables {
    name       = "hybrid-dev"
    foundation = merge(var.foundation, { pod_routing = "bgp", route_server_id = "/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/hybrid-network/providers/Microsoft.Network/virtualHubs/hybrid-route-server" })
  }

  assert {
    condition     = toset(keys(azurerm_route_server_bgp_connection.nodes)) == toset(["general-0", "general-1", "general-2", "spot-0", "spot-1"]) && alltrue([for peer in azurerm_route_server_bgp_connection.nodes : peer.peer_asn == 65010])
    error_message = "Every node is a peer of the Route Server."
  }

  assert {
    condition     = output.node_expectations.pools["general"].names[0] == "hybrid-dev-general-0"
    error_message = "The name given is the VMs' prefix."
  }
}

run "bgp_without_route_server" {
  command = plan

  variables {
    foundation = merge(var.foundation, { pod_routing = "bgp" })
  }

  expect_failures = [var.foundation]
}

run "no_pools" {
  command = plan

  variables {
    pools = {}
  }

  expect_failures = [var.pools]
}

run "subscription_by_name" {
  command = plan

  variables {
    azure_subscription_id = "platform"
  }

  expect_failures = [var.azure_subscription_id]
}

run "tag_of_this_stack" {
  command = plan

  variables {
    tags = { environment = "prod" }
  }

  expect_failures = [var.tags]
}
