# Proves that the example can be planned with what the foundation's state holds.

override_data {
  target = data.terraform_remote_state.foundation
  values = {
    outputs = {
      foundation = {
        cluster_name              = "hybrid-prod"
        kubernetes_version        = "1.34"
        pod_routing               = "bgp"
        azure_resource_group_name = "hybrid-prod-network"
        node_subnets              = { nodes = { id = "/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/hybrid-prod-network/providers/Microsoft.Network/virtualNetworks/hybrid-prod/subnets/nodes", cidr = "10.80.0.0/20" } }
        node_identity_id          = "/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/hybrid-prod-network/providers/Microsoft.ManagedIdentity/userAssignedIdentities/hybrid-prod-nodes"
        node_identity_client_id   = "22222222-2222-4222-8222-222222222222"
        key_vault_uri             = "https://hybrid-prod-kv.vault.azure.net/"
        activation_secret_name    = "ssm-activation"
        route_server_id           = "/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/hybrid-prod-network/providers/Microsoft.Network/virtualHubs/hybrid-prod"
        address_plan = {
          aws              = { region = "eu-central-1" }
          azure            = { location = "germanywestcentral" }
          remote_pod_cidrs = ["10.112.0.0/16"]
          asns             = { node_bgp = 65010 }
        }
      }
    }
  }
}

run "plan" {
  command = plan

  variables {
    state_bucket          = "acme-terraform-state"
    azure_subscription_id = "00000000-0000-4000-8000-000000000001"
  }

  assert {
    condition     = length(output.node_expectations.pools) == 2
    error_message = "Two pools, eight nodes: as many as Route Server takes."
  }
}
