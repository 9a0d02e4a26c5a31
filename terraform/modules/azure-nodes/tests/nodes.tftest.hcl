# Proves what a node is made of, how it boots and is made anew, in each way of routing pods.

provider "azurerm" {
  features {}
  subscription_id = "00000000-0000-4000-8000-000000000001"
}

variables {
  name                       = "hybrid-test"
  location                   = "germanywestcentral"
  resource_group_name        = "node-test-network"
  node_subnets               = { nodes = { id = "/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/node-test-network/providers/Microsoft.Network/virtualNetworks/hybrid-test/subnets/nodes", cidr = "10.80.0.0/20" } }
  cluster_name               = "hybrid-test"
  aws_region                 = "eu-central-1"
  cluster_kubernetes_version = "1.34"
  pod_routing                = "gateway"
  remote_pod_cidrs           = ["10.112.0.0/16"]
  identity_id                = "/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/node-test-network/providers/Microsoft.ManagedIdentity/userAssignedIdentities/hybrid-test-nodes"
  identity_client_id         = "22222222-2222-4222-8222-222222222222"
  key_vault_uri              = "https://hybrid-test-kv.vault.azure.net/"
  activation_secret_name     = "ssm-activation"
  pools                      = { general = { count = 2 } }
}

run "defaults" {
  command = plan

  assert {
    condition     = toset(keys(azurerm_linux_virtual_machine.this)) == toset(["general-0", "general-1"]) && [for key in ["general-0", "general-1"] : [azurerm_linux_virtual_machine.this[key].name, azurerm_linux_virtual_machine.this[key].zone]] == [["hybrid-test-general-0", "1"], ["hybrid-test-general-1", "2"]]
    error_message = "Two VMs in two zones, by pool and number."
  }

  assert {
    condition     = azurerm_linux_virtual_machine.this["general-0"].secure_boot_enabled && azurerm_linux_virtual_machine.this["general-0"].vtpm_enabled && azurerm_linux_virtual_machine.this["general-0"].disable_password_authentication && azurerm_linux_virtual_machine.this["general-0"].priority == "Regular" && length(azurerm_linux_virtual_machine.this["general-0"].boot_diagnostics) == 1
    error_message = "Trusted launch, no password, boot diagnostics."
  }

  assert {
    condition     = azurerm_linux_virtual_machine.this["general-0"].termination_notification[0].enabled && azurerm_linux_virtual_machine.this["general-0"].termination_notification[0].timeout == "PT15M"
    error_message = "The node is told before its VM goes."
  }

  assert {
    condition     = azurerm_linux_virtual_machine.this["general-0"].identity[0].identity_ids == toset([var.identity_id]) && azurerm_linux_virtual_machine.this["general-0"].identity[0].type == "UserAssigned"
    error_message = "The VM has the nodes' identity and no other."
  }

  assert {
    condition     = [for key in azurerm_linux_virtual_machine.this["general-0"].admin_ssh_key : key.public_key] == ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAICz4be/Z1NT5MbxvILDfVdNHpBTVMYZd0h9qcuRDg3QJ"]
    error_message = "Nobody has the key."
  }

  assert {
    condition     = one(azurerm_network_interface.this["general-0"].ip_configuration).public_ip_address_id == null && !azurerm_network_interface.this["general-0"].ip_forwarding_enabled
    error_message = "No public address, and packets for other addresses are not taken with the Hybrid Nodes gateway."
  }

  assert {
    condition     = azurerm_linux_virtual_machine.this["general-0"].source_image_reference[0].offer == "ubuntu-24_04-lts" && azurerm_linux_virtual_machine.this["general-0"].source_image_reference[0].sku == "server"
    error_message = "Ubuntu 24.04."
  }

  assert {
    condition     = output.node_expectations.count == 2 && output.node_expectations.pools["general"].names == ["hybrid-test-general-0", "hybrid-test-general-1"] && output.node_expectations.pools["general"].labels["eks-hybrid-actions.io/pool"] == "general" && output.node_expectations.pools["general"].kubernetes_version == "1.34"
    error_message = "The readiness check is told what to wait for."
  }
}

run "boot_data" {
  command = plan

  variables {
    hybrid_pod_identity = true
    kubernetes_version  = "1.33"
    nodeadm_sha256      = { amd64 = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef" }
    pools = {
      general = {
        count    = 1
        labels   = { "example.com/team" = "platform", tier = "one" }
        taints   = [{ key = "spot", effect = "NoSchedule" }, { key = "cloud", value = "azure", effect = "NoExecute" }]
        max_pods = 60
      }
    }
  }

  assert {
    condition     = can(yamldecode(base64decode(azurerm_linux_virtual_machine.this["general-0"].custom_data))) && startswith(base64decode(azurerm_linux_virtual_machine.this["general-0"].custom_data), "#cloud-config\n")
    error_message = "The boot data is cloud-init's."
  }

  assert {
    condition     = yamldecode(base64decode(azurerm_linux_virtual_machine.this["general-0"].custom_data)).write_files[0].content == <<-EOT
      ACTIVATION_SECRET_NAME=ssm-activation
      CLUSTER_NAME=hybrid-test
      IDENTITY_CLIENT_ID=22222222-2222-4222-8222-222222222222
      KEY_VAULT_URI=https://hybrid-test-kv.vault.azure.net/
      KUBERNETES_VERSION=1.33
      MAX_PODS=60
      NODEADM_SHA256_AMD64=0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
      NODEADM_VERSION=v1.0.20
      NODE_LABELS=example.com/team=platform,tier=one
      NODE_TAINTS=spot:NoSchedule,cloud=azure:NoExecute
      POD_IDENTITY=true
      POOL=general
      REGION=eu-central-1
    EOT
    error_message = "The settings are one a line."
  }

  assert {
    condition = alltrue([
      for name in fileset("../../../cloud-init", "*.sh") : contains([
        for file in yamldecode(base64decode(azurerm_linux_virtual_machine.this["general-0"].custom_data)).write_files : "${basename(file.path)} ${sha256(file.content)}"
      ], "${name} ${filesha256("../../../cloud-init/${name}")}")
    ])
    error_message = "Every program arrives as it is."
  }
}

run "images" {
  command = plan

  variables {
    pools = {
      focal    = { count = 1, image = "ubuntu-20.04" }
      jammy    = { count = 1, image = "ubuntu-22.04", image_version = "22.04.202511010" }
      arm      = { count = 1, size = "Standard_D4ps_v6" }
      rhel8    = { count = 1, image = "rhel-8" }
      rhel9    = { count = 1, image = "rhel-9", containerd_source = "none" }
      amazon   = { count = 1, image = "al2023", image_id = "/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/images/providers/Microsoft.Compute/images/al2023", trusted_launch = false }
      other    = { count = 1, image = "rhel-9", image_reference = { publisher = "RedHat", offer = "rhel-arm64", sku = "9_5-arm64", version = "latest" }, size = "Standard_D4ps_v6" }
      hardened = { count = 1, encryption_at_host = true, accelerated_networking = false, os_disk_type = "StandardSSD_ZRS", os_disk_size_gb = 128 }
    }
  }

  assert {
    condition = { for key, machine in azurerm_linux_virtual_machine.this : key => try("${machine.source_image_reference[0].offer} ${machine.source_image_reference[0].sku} ${machine.source_image_reference[0].version}", machine.source_image_id) } == {
      focal-0    = "0001-com-ubuntu-server-focal 20_04-lts-gen2 latest"
      jammy-0    = "0001-com-ubuntu-server-jammy 22_04-lts-gen2 22.04.202511010"
      arm-0      = "ubuntu-24_04-lts server-arm64 latest"
      rhel8-0    = "RHEL 8-lvm-gen2 latest"
      rhel9-0    = "RHEL 9-lvm-gen2 latest"
      amazon-0   = "/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/images/providers/Microsoft.Compute/images/al2023"
      other-0    = "rhel-arm64 9_5-arm64 latest"
      hardened-0 = "ubuntu-24_04-lts server latest"
    }
    error_message = "Each pool has its image."
  }

  assert {
    condition     = strcontains(base64decode(azurerm_linux_virtual_machine.this["rhel9-0"].custom_data), "CONTAINERD_SOURCE=none\n") && !strcontains(base64decode(azurerm_linux_virtual_machine.this["rhel8-0"].custom_data), " CONTAINERD_SOURCE=") && !azurerm_linux_virtual_machine.this["amazon-0"].secure_boot_enabled
    error_message = "The source of containerd and trusted launch follow the pool."
  }

  assert {
    condition     = azurerm_linux_virtual_machine.this["hardened-0"].encryption_at_host_enabled && !azurerm_network_interface.this["hardened-0"].accelerated_networking_enabled && azurerm_linux_virtual_machine.this["hardened-0"].os_disk[0].storage_account_type == "StandardSSD_ZRS" && azurerm_linux_virtual_machine.this["hardened-0"].os_disk[0].disk_size_gb == 128
    error_message = "Disk and interface follow the pool."
  }
}

run "spot_zones_and_subnets" {
  command = plan

  variables {
    node_subnets = {
      one = { id = "/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/node-test-network/providers/Microsoft.Network/virtualNetworks/hybrid-test/subnets/one", cidr = "10.80.0.0/20" }
      two = { id = "/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/node-test-network/providers/Microsoft.Network/virtualNetworks/hybrid-test/subnets/two", cidr = "10.80.16.0/20" }
    }
    admin_ssh_public_key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKgEpkdf8KFRHHwsmvzpHRcRUfXyMhxrUS0f9zLJ7fWd ops"
    admin_username       = "ops"
    expires_at           = "2026-12-31T18:00:00Z"
    tags                 = { environment = "hybrid-test", project = "eks-hybrid" }
    pools = {
      spot  = { count = 1, subnet = "two", zones = [], spot = { max_price = 0.05, eviction_policy = "Deallocate" }, kubernetes_version = "1.31.4" }
      cheap = { count = 1, subnet = "one", spot = {} }
      none  = { count = 0, subnet = "one" }
    }
  }

  assert {
    condition     = azurerm_linux_virtual_machine.this["spot-0"].priority == "Spot" && azurerm_linux_virtual_machine.this["spot-0"].max_bid_price == 0.05 && azurerm_linux_virtual_machine.this["spot-0"].eviction_policy == "Deallocate" && azurerm_linux_virtual_machine.this["cheap-0"].max_bid_price == -1 && azurerm_linux_virtual_machine.this["cheap-0"].eviction_policy == "Delete"
    error_message = "Spare capacity at the price asked for."
  }

  assert {
    condition     = azurerm_linux_virtual_machine.this["spot-0"].zone == null && endswith(one(azurerm_network_interface.this["spot-0"].ip_configuration).subnet_id, "/subnets/two") && output.node_expectations.pools["none"].count == 0 && output.node_expectations.pools["spot"].kubernetes_version == "1.31.4" && output.node_expectations.pools["spot"].spot
    error_message = "Zone, subnet and version follow the pool."
  }

  assert {
    condition     = [for key in azurerm_linux_virtual_machine.this["spot-0"].admin_ssh_key : "${key.username} ${key.public_key}"] == ["ops ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKgEpkdf8KFRHHwsmvzpHRcRUfXyMhxrUS0f9zLJ7fWd ops"]
    error_message = "The key given is the administrator's."
  }

  assert {
    condition     = { for name, value in azurerm_linux_virtual_machine.this["spot-0"].tags : name => value if name != "boot-data" } == { environment = "hybrid-test", project = "eks-hybrid", cluster = "hybrid-test", pool = "spot", expires-at = "2026-12-31T18:00:00Z" }
    error_message = "VMs say whose they are and how long they live."
  }
}

run "bgp" {
  command = plan

  variables {
    pod_routing = "bgp"
  }

  assert {
    condition     = alltrue([for interface in azurerm_network_interface.this : interface.ip_forwarding_enabled])
    error_message = "Interfaces take packets to pods."
  }
}

run "udr" {
  command = plan

  variables {
    pod_routing = "udr"
  }

  assert {
    condition     = alltrue([for interface in azurerm_network_interface.this : interface.ip_forwarding_enabled])
    error_message = "Interfaces take packets to pods."
  }
}

run "masquerade" {
  command = plan

  variables {
    pod_routing = "masquerade"
  }

  assert {
    condition     = alltrue([for interface in azurerm_network_interface.this : !interface.ip_forwarding_enabled])
    error_message = "Nobody sends packets to pods."
  }
}

run "setup" {
  module {
    source = "./tests/setup"
  }
}

run "made" {
  command = apply

  variables {
    node_subnets       = run.setup.node_subnets
    identity_id        = run.setup.identity_id
    identity_client_id = run.setup.identity_client_id
  }

  assert {
    condition     = length(output.outdated_nodes) == 0 && output.node_addresses["general-0"] == output.nodes["general-0"].address && output.nodes["general-0"].address != output.nodes["general-1"].address && endswith(output.nodes["general-1"].id, "/virtualMachines/hybrid-test-general-1")
    error_message = "Both nodes are there, each with an address."
  }
}

run "new_boot_data_leaves_nodes_alone" {
  command = apply

  variables {
    node_subnets       = run.setup.node_subnets
    identity_id        = run.setup.identity_id
    identity_client_id = run.setup.identity_client_id
    pools              = { general = { count = 2, labels = { tier = "two" } } }
  }

  assert {
    condition     = output.outdated_nodes == tolist(["general-0", "general-1"]) && output.nodes["general-0"].address == run.made.nodes["general-0"].address && !strcontains(base64decode(azurerm_linux_virtual_machine.this["general-0"].custom_data), "tier=two")
    error_message = "Nodes stay as they are and are said to be behind."
  }
}

run "a_new_generation_makes_one_node_anew" {
  command = apply

  variables {
    node_subnets       = run.setup.node_subnets
    identity_id        = run.setup.identity_id
    identity_client_id = run.setup.identity_client_id
    pools              = { general = { count = 2, labels = { tier = "two" }, generations = { "0" = 1 } } }
  }

  assert {
    condition     = output.outdated_nodes == tolist(["general-1"]) && strcontains(base64decode(azurerm_linux_virtual_machine.this["general-0"].custom_data), "NODE_LABELS=tier=two\n") && output.nodes["general-0"].address == run.made.nodes["general-0"].address
    error_message = "The one node boots with what is new, at the address it had; the other waits."
  }
}
