# Proves that every validation on egress, secrets and logs refuses what it is there to refuse. A run fails when the value
# it gives is accepted.

provider "azurerm" {
  features {}
  subscription_id = "00000000-0000-4000-8000-000000000001"
}

variables {
  name                = "hybrid-test"
  location            = "germanywestcentral"
  resource_group_name = "hybrid-test-network"
  vnet_cidr           = "10.80.0.0/16"
  gateway_subnet_cidr = "10.80.255.192/27"
  node_subnets        = { nodes = "10.80.0.0/20" }
  remote_pod_cidrs    = ["10.112.0.0/16"]
  aws_cidrs           = ["10.40.0.0/16"]
  control_plane_cidrs = ["10.40.255.192/28", "10.40.255.208/28"]
}

run "nat_mode_per_zone" {
  command = plan

  variables {
    nat_mode = "per_zone"
  }

  expect_failures = [var.nat_mode]
}

run "nat_sku_basic" {
  command = plan

  variables {
    nat_sku = "Basic"
  }

  expect_failures = [var.nat_sku]
}

run "nat_zone_four" {
  command = plan

  variables {
    nat_mode  = "per_subnet"
    nat_zones = { nodes = "4" }
  }

  expect_failures = [var.nat_zones]
}

run "nat_zone_of_no_subnet" {
  command = plan

  variables {
    nat_mode  = "per_subnet"
    nat_zones = { other = "1" }
  }

  expect_failures = [var.nat_zones]
}

run "nat_zone_of_a_gateway_over_all_zones" {
  command = plan

  variables {
    nat_mode  = "per_subnet"
    nat_sku   = "StandardV2"
    nat_zones = { nodes = "1" }
  }

  expect_failures = [var.nat_zones]
}

run "workspace_by_its_guid" {
  command = plan

  variables {
    log_workspace_id = "00000000-0000-4000-8000-000000000009"
  }

  expect_failures = [var.log_workspace_id]
}

run "workspace_without_diagnostics" {
  command = plan

  variables {
    diagnostics      = false
    log_workspace_id = "/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/logs/providers/Microsoft.OperationalInsights/workspaces/logs"
  }

  expect_failures = [var.log_workspace_id]
}

run "a_week_of_logs" {
  command = plan

  variables {
    log_retention_days = 7
  }

  expect_failures = [var.log_retention_days]
}

run "flow_logs_by_account_name" {
  command = plan

  variables {
    flow_logs = { storage_account_id = "hybridlogs" }
  }

  expect_failures = [var.flow_logs]
}

run "flow_logs_for_ever" {
  command = plan

  variables {
    flow_logs = { storage_account_id = "/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/logs/providers/Microsoft.Storage/storageAccounts/hybridlogs", retention_days = 0 }
  }

  expect_failures = [var.flow_logs]
}

run "key_vault_name_with_two_hyphens" {
  command = plan

  variables {
    key_vault_name = "hybrid--kv"
  }

  expect_failures = [var.key_vault_name]
}

run "key_vault_address_with_host_bits" {
  command = plan

  variables {
    key_vault_allowed_cidrs = ["203.0.113.7/24"]
  }

  expect_failures = [var.key_vault_allowed_cidrs]
}

run "key_vault_private_range" {
  command = plan

  variables {
    key_vault_allowed_cidrs = ["10.40.0.0/16"]
  }

  expect_failures = [var.key_vault_allowed_cidrs]
}

run "key_vault_soft_delete_of_a_day" {
  command = plan

  variables {
    key_vault_soft_delete_days = 1
  }

  expect_failures = [var.key_vault_soft_delete_days]
}

run "activation_secret_name_with_underscore" {
  command = plan

  variables {
    activation_secret_name = "ssm_activation"
  }

  expect_failures = [var.activation_secret_name]
}

run "activation_secret_writer_by_name" {
  command = plan

  variables {
    activation_secret_writers = { apply = "hybrid-dev-apply" }
  }

  expect_failures = [var.activation_secret_writers]
}

run "ssh_from_everywhere" {
  command = plan

  variables {
    ssh_client_cidrs = ["0.0.0.0/0"]
  }

  expect_failures = [var.ssh_client_cidrs]
}
