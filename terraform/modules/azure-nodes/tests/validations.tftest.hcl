# Proves that every validation of this module's variables but the pools refuses what it is there to refuse. A run fails when the
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

run "name_with_capitals" {
  command = plan

  variables {
    name = "Hybrid"
  }

  expect_failures = [var.name]
}

run "location_display_name" {
  command = plan

  variables {
    location = "Germany West Central"
  }

  expect_failures = [var.location]
}

run "resource_group_name_ends_in_period" {
  command = plan

  variables {
    resource_group_name = "network."
  }

  expect_failures = [var.resource_group_name]
}

run "subnet_without_range" {
  command = plan

  variables {
    node_subnets = { nodes = { id = "x", cidr = "nodes" } }
  }

  expect_failures = [var.node_subnets]
}

run "cluster_name_with_line_break" {
  command = plan

  variables {
    cluster_name = "hybrid\nNODEADM_BASE_URL=https://example.com"
  }

  expect_failures = [var.cluster_name]
}

run "region_is_a_zone" {
  command = plan

  variables {
    aws_region = "eu-central-1a"
  }

  expect_failures = [var.aws_region]
}

run "control_plane_with_patch" {
  command = plan

  variables {
    cluster_kubernetes_version = "1.34.1"
  }

  expect_failures = [var.cluster_kubernetes_version]
}

run "kubernetes_version_with_v" {
  command = plan

  variables {
    kubernetes_version = "v1.34"
  }

  expect_failures = [var.kubernetes_version]
}

run "kubernetes_version_newer_than_the_control_plane" {
  command = plan

  variables {
    kubernetes_version = "1.35"
  }

  expect_failures = [var.kubernetes_version]
}

run "kubernetes_version_four_minors_behind" {
  command = plan

  variables {
    kubernetes_version = "1.30.5"
  }

  expect_failures = [var.kubernetes_version]
}

run "pod_routing_by_hand" {
  command = plan

  variables {
    pod_routing = "manual"
  }

  expect_failures = [var.pod_routing]
}

run "no_pod_range" {
  command = plan

  variables {
    remote_pod_cidrs = []
  }

  expect_failures = [var.remote_pod_cidrs]
}

run "pod_slice_of_one_address" {
  command = plan

  variables {
    pod_cidr_mask_size = 32
  }

  expect_failures = [var.pod_cidr_mask_size]
}

run "identity_by_name" {
  command = plan

  variables {
    identity_id = "hybrid-test-nodes"
  }

  expect_failures = [var.identity_id]
}

run "identity_client_id_by_name" {
  command = plan

  variables {
    identity_client_id = "hybrid-test-nodes"
  }

  expect_failures = [var.identity_client_id]
}

run "key_vault_without_tls" {
  command = plan

  variables {
    key_vault_uri = "http://hybrid-test-kv.vault.azure.net/"
  }

  expect_failures = [var.key_vault_uri]
}

run "activation_secret_name_with_slash" {
  command = plan

  variables {
    activation_secret_name = "ssm/activation"
  }

  expect_failures = [var.activation_secret_name]
}

run "nodeadm_latest" {
  command = plan

  variables {
    nodeadm_version = "latest"
  }

  expect_failures = [var.nodeadm_version]
}

run "nodeadm_with_the_expired_key" {
  command = plan

  variables {
    nodeadm_version = "v1.0.18"
  }

  expect_failures = [var.nodeadm_version]
}

run "nodeadm_sum_cut_short" {
  command = plan

  variables {
    nodeadm_sha256 = { amd64 = "abc" }
  }

  expect_failures = [var.nodeadm_sha256]
}

run "admin_root" {
  command = plan

  variables {
    admin_username = "root"
  }

  expect_failures = [var.admin_username]
}

run "admin_key_of_a_curve_that_azure_does_not_take" {
  command = plan

  variables {
    admin_ssh_public_key = "ecdsa-sha2-nistp256 AAAA"
  }

  expect_failures = [var.admin_ssh_public_key]
}

run "expires_tomorrow" {
  command = plan

  variables {
    expires_at = "tomorrow"
  }

  expect_failures = [var.expires_at]
}

run "tag_of_this_module" {
  command = plan

  variables {
    tags = { pool = "mine" }
  }

  expect_failures = [var.tags]
}
