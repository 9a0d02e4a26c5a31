# Proves that every validation of the pools refuses what it is there to refuse. A run fails when the
# value it gives is accepted.

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

run "name_ends_with_hyphen" {
  command = plan

  variables {
    pools = { general- = { count = 1 } }
  }

  expect_failures = [var.pools]
}

run "half_a_node" {
  command = plan

  variables {
    pools = { general = { count = 1.5 } }
  }

  expect_failures = [var.pools]
}

run "size_without_standard" {
  command = plan

  variables {
    pools = { general = { count = 2, size = "D4s_v5" } }
  }

  expect_failures = [var.pools]
}

run "zone_twice" {
  command = plan

  variables {
    pools = { general = { count = 2, zones = ["1", "1"] } }
  }

  expect_failures = [var.pools]
}

run "subnet_of_another_network" {
  command = plan

  variables {
    pools = { general = { count = 2, subnet = "other" } }
  }

  expect_failures = [var.pools]
}

run "image_of_another_system" {
  command = plan

  variables {
    pools = { general = { count = 2, image = "debian-12" } }
  }

  expect_failures = [var.pools]
}

run "two_images" {
  command = plan

  variables {
    pools = { general = { count = 2, image_id = "/subscriptions/x", image_reference = { publisher = "a", offer = "b", sku = "c", version = "latest" } } }
  }

  expect_failures = [var.pools]
}

run "al2023_of_the_marketplace" {
  command = plan

  variables {
    pools = { general = { count = 2, image = "al2023" } }
  }

  expect_failures = [var.pools]
}

run "rhel_of_the_marketplace_on_arm" {
  command = plan

  variables {
    pools = { general = { count = 2, image = "rhel-9", size = "Standard_D4ps_v6" } }
  }

  expect_failures = [var.pools]
}

run "image_version_newest" {
  command = plan

  variables {
    pools = { general = { count = 2, image_version = "newest" } }
  }

  expect_failures = [var.pools]
}

run "label_with_line_break" {
  command = plan

  variables {
    pools = { general = { count = 2, labels = { team = "a\nMAX_PODS=500" } } }
  }

  expect_failures = [var.pools]
}

run "label_of_kubernetes" {
  command = plan

  variables {
    pools = { general = { count = 2, labels = { "node-role.kubernetes.io/worker" = "true" } } }
  }

  expect_failures = [var.pools]
}

run "taint_without_known_effect" {
  command = plan

  variables {
    pools = { general = { count = 2, taints = [{ key = "spot", effect = "Never" }] } }
  }

  expect_failures = [var.pools]
}

run "more_pods_than_addresses" {
  command = plan

  variables {
    pools = { general = { count = 2, max_pods = 125 } }
  }

  expect_failures = [var.pools]
}

run "disk_smaller_than_its_image" {
  command = plan

  variables {
    pools = { general = { count = 2, image = "rhel-9", os_disk_size_gb = 30 } }
  }

  expect_failures = [var.pools]
}

run "disk_of_another_type" {
  command = plan

  variables {
    pools = { general = { count = 2, os_disk_type = "UltraSSD_LRS" } }
  }

  expect_failures = [var.pools]
}

run "spot_for_nothing" {
  command = plan

  variables {
    pools = { general = { count = 2, spot = { max_price = 0 } } }
  }

  expect_failures = [var.pools]
}

run "spot_eviction_stops" {
  command = plan

  variables {
    pools = { general = { count = 2, spot = { eviction_policy = "Stop" } } }
  }

  expect_failures = [var.pools]
}

run "kubernetes_version_of_a_pool_without_minor" {
  command = plan

  variables {
    pools = { general = { count = 2, kubernetes_version = "1" } }
  }

  expect_failures = [var.pools]
}

run "pool_newer_than_the_control_plane" {
  command = plan

  variables {
    pools = { general = { count = 2, kubernetes_version = "1.35.0" } }
  }

  expect_failures = [var.pools]
}

run "docker_containerd_on_al2023" {
  command = plan

  variables {
    pools = { general = { count = 2, image = "al2023", image_id = "/subscriptions/x", containerd_source = "docker" } }
  }

  expect_failures = [var.pools]
}

run "generation_of_a_node_that_is_not" {
  command = plan

  variables {
    pools = { general = { count = 2, generations = { "2" = 1 } } }
  }

  expect_failures = [var.pools]
}

run "more_nodes_than_addresses" {
  command = plan

  variables {
    node_subnets = { nodes = { id = "x", cidr = "10.80.0.0/29" } }
    pools        = { general = { count = 4 } }
  }

  expect_failures = [var.pools]
}

run "more_nodes_than_pod_slices" {
  command = plan

  variables {
    remote_pod_cidrs = ["10.112.0.0/24"]
    pools            = { general = { count = 3 } }
  }

  expect_failures = [var.pools]
}

run "nine_nodes_at_a_route_server" {
  command = plan

  variables {
    pod_routing = "bgp"
    pools       = { general = { count = 5 }, spot = { count = 4 } }
  }

  expect_failures = [var.pools]
}

run "boot_data_larger_than_azure_takes" {
  command = plan

  variables {
    pools = { general = { count = 1, labels = { for number in range(700) : "example.com/label-${number}" => "a-value-that-is-rather-long-for-one-${number}" } } }
  }

  expect_failures = [azurerm_linux_virtual_machine.this]
}
