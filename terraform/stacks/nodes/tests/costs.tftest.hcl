# Proves that machines, disks and EKS's fee are counted over all pools.

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
}

run "two_pools" {
  command = plan

  variables {
    pools  = { general = { count = 3 }, large = { count = 1, size = "Standard_E8-2s_v5", os_disk_type = "StandardSSD_LRS" } }
    prices = { "azure-vm-Standard_E8-2s_v5" = 0.5 }
  }

  assert {
    condition     = local.quantities == { "azure-vm-Standard_D4s_v5" = 3, "azure-vm-Standard_E8-2s_v5" = 1, "azure-disk-Premium_LRS-gib" = 192, "azure-disk-StandardSSD_LRS-gib" = 64, "eks-hybrid-vcpu" = 14 }
    error_message = "Three machines of four vCPUs and one that uses two."
  }

  assert {
    condition     = output.monthly_cost.complete && output.monthly_cost.items["eks-hybrid-vcpu"] == 204.4
    error_message = "14 vCPUs at 0.020 an hour are 204.40 a month."
  }
}

run "spot" {
  command = plan

  variables {
    pools = { spot = { count = 2, spot = {} } }
  }

  assert {
    condition     = !output.monthly_cost.complete && output.monthly_cost.unpriced == ["azure-vm-spot-Standard_D4s_v5"]
    error_message = "Spot machines have no list price."
  }
}
