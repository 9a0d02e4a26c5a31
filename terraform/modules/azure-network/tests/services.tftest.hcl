# Proves egress, the vault and who may use it, logs, and the tables for pod routes.

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
  node_subnets        = { nodes = "10.80.0.0/20", spot = "10.80.16.0/20" }
  remote_pod_cidrs    = ["10.112.0.0/16"]
  aws_cidrs           = ["10.40.0.0/16"]
  control_plane_cidrs = ["10.40.255.192/28", "10.40.255.208/28"]
}

run "defaults" {
  command = apply

  variables {
    activation_secret_writers = { apply = "11111111-1111-4111-8111-111111111111" }
    key_vault_allowed_cidrs   = ["203.0.113.7/32"]
  }

  assert {
    condition     = length(azurerm_nat_gateway.this) == 1 && azurerm_nat_gateway.this["shared"].zones == null && alltrue([for subnet, association in azurerm_subnet_nat_gateway_association.nodes : association.nat_gateway_id == azurerm_nat_gateway.this["shared"].id && association.subnet_id == output.node_subnets[subnet].id])
    error_message = "Both node subnets share a NAT gateway."
  }

  assert {
    condition     = output.egress_public_ips == { shared = azurerm_public_ip.nat["shared"].ip_address } && azurerm_public_ip.nat["shared"].zones == toset(["1", "2", "3"]) && azurerm_nat_gateway_public_ip_association.this["shared"].public_ip_address_id == azurerm_public_ip.nat["shared"].id
    error_message = "The gateway has one address, known to all zones."
  }

  assert {
    condition     = azurerm_key_vault.this.rbac_authorization_enabled && azurerm_key_vault.this.purge_protection_enabled && azurerm_key_vault.this.soft_delete_retention_days == 90 && can(regex("^hybrid-test-kv-[0-9a-f]{6}$", azurerm_key_vault.this.name))
    error_message = "The vault goes by roles and is protected."
  }

  assert {
    condition     = azurerm_key_vault.this.network_acls[0].default_action == "Deny" && azurerm_key_vault.this.network_acls[0].bypass == "None" && azurerm_key_vault.this.network_acls[0].ip_rules == toset(["203.0.113.7/32"]) && azurerm_key_vault.this.network_acls[0].virtual_network_subnet_ids == toset([for subnet in output.node_subnets : subnet.id])
    error_message = "Only the node subnets and the addresses named reach the vault."
  }

  assert {
    condition     = alltrue([for subnet in azurerm_subnet.nodes : [for endpoint in subnet.service_endpoint : endpoint.service] == ["Microsoft.KeyVault"]])
    error_message = "The node subnets have the service endpoint by which the vault knows them."
  }

  assert {
    condition     = azurerm_role_assignment.nodes.scope == "${output.key_vault_id}/secrets/ssm-activation" && azurerm_role_assignment.nodes.role_definition_name == "Key Vault Secrets User" && azurerm_role_assignment.nodes.principal_id == azurerm_user_assigned_identity.nodes.principal_id
    error_message = "Nodes read one secret and nothing else."
  }

  assert {
    condition     = azurerm_role_assignment.secret_writers["apply"].scope == azurerm_role_assignment.nodes.scope && azurerm_role_assignment.secret_writers["apply"].role_definition_name == "Key Vault Secrets Officer"
    error_message = "Who mints activations writes that secret and no other."
  }

  assert {
    condition     = output.node_identity_client_id == azurerm_user_assigned_identity.nodes.client_id && startswith(output.key_vault_uri, "https://hybrid-test-kv-") && output.activation_secret_name == "ssm-activation"
    error_message = "Nodes are told vault, secret and identity."
  }

  assert {
    condition     = toset(keys(azurerm_monitor_diagnostic_setting.this)) == toset(["key-vault", "security-group"]) && alltrue([for setting in azurerm_monitor_diagnostic_setting.this : setting.log_analytics_workspace_id == output.log_workspace_id]) && azurerm_log_analytics_workspace.this["created"].retention_in_days == 90
    error_message = "Vault and security group are logged, for a time."
  }

  assert {
    condition     = length(output.pod_route_table_ids) == 0 && length(azurerm_network_watcher_flow_log.this) == 0 && !contains(keys(azurerm_network_security_rule.nodes), "in-ssh") && !contains(keys(azurerm_network_security_rule.nodes), "in-bgp")
    error_message = "No route tables, flow logs, SSH or BGP unless asked for."
  }
}

run "a_gateway_for_each_subnet_in_its_zone" {
  command = plan

  variables {
    nat_mode  = "per_subnet"
    nat_zones = { nodes = "1" }
  }

  assert {
    condition     = azurerm_nat_gateway.this["nodes"].zones == toset(["1"]) && azurerm_nat_gateway.this["spot"].zones == null && length(azurerm_subnet_nat_gateway_association.nodes) == 2
    error_message = "Each subnet has a gateway, in the zone named."
  }
}

run "a_gateway_over_all_zones" {
  command = plan

  variables {
    nat_sku = "StandardV2"
  }

  assert {
    condition     = azurerm_nat_gateway.this["shared"].sku_name == "StandardV2" && azurerm_public_ip.nat["shared"].sku == "StandardV2"
    error_message = "Gateway and address are of the same SKU."
  }
}

run "no_gateway" {
  command = plan

  variables {
    nat_mode = "none"
  }

  assert {
    condition     = length(azurerm_nat_gateway.this) == 0 && length(azurerm_subnet_nat_gateway_association.nodes) == 0 && length(output.egress_public_ips) == 0
    error_message = "The way out is someone else's."
  }
}

run "names_and_logs_that_are_given" {
  command = plan

  variables {
    key_vault_name             = "given-vault"
    key_vault_purge_protection = false
    key_vault_soft_delete_days = 7
    activation_secret_name     = "join"
    log_workspace_id           = "/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/logs/providers/Microsoft.OperationalInsights/workspaces/logs"
    flow_logs                  = { storage_account_id = "/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/logs/providers/Microsoft.Storage/storageAccounts/hybridlogs" }
  }

  assert {
    condition     = azurerm_key_vault.this.name == "given-vault" && !azurerm_key_vault.this.purge_protection_enabled && azurerm_key_vault.this.soft_delete_retention_days == 7 && output.activation_secret_name == "join"
    error_message = "The vault is as asked for."
  }

  assert {
    condition     = length(azurerm_log_analytics_workspace.this) == 0 && endswith(azurerm_monitor_diagnostic_setting.this["key-vault"].log_analytics_workspace_id, "/workspaces/logs")
    error_message = "The given workspace is used."
  }

  assert {
    condition     = azurerm_network_watcher_flow_log.this["virtual-network"].network_watcher_name == "NetworkWatcher_germanywestcentral" && azurerm_network_watcher_flow_log.this["virtual-network"].resource_group_name == "NetworkWatcherRG" && azurerm_network_watcher_flow_log.this["virtual-network"].retention_policy[0].days == 30
    error_message = "Flow logs go to the region's own Network Watcher."
  }
}

run "no_diagnostics" {
  command = plan

  variables {
    diagnostics = false
  }

  assert {
    condition     = length(azurerm_monitor_diagnostic_setting.this) == 0 && length(azurerm_log_analytics_workspace.this) == 0 && output.log_workspace_id == null
    error_message = "Nothing is logged."
  }
}

run "route_tables_for_pods" {
  command = apply

  variables {
    advertised_cidrs = ["10.112.0.0/16"]
    pod_route_tables = true
  }

  assert {
    condition     = alltrue([for table in azurerm_route_table.pods : table.bgp_route_propagation_enabled]) && toset(keys(output.pod_route_table_ids)) == toset(["nodes", "gateway"])
    error_message = "Two tables, which keep what the gateway learns."
  }

  assert {
    condition     = azurerm_subnet_route_table_association.gateway["gateway"].subnet_id == output.gateway_subnet_id && azurerm_subnet_route_table_association.gateway["gateway"].route_table_id == output.pod_route_table_ids["gateway"] && alltrue([for association in azurerm_subnet_route_table_association.nodes : association.route_table_id == output.pod_route_table_ids["nodes"]])
    error_message = "GatewaySubnet has one table, the node subnets the other."
  }
}

run "bgp_and_ssh" {
  command = plan

  variables {
    route_server_subnet_cidr = "10.80.255.224/27"
    ssh_client_cidrs         = ["10.40.0.0/24"]
  }

  assert {
    condition     = azurerm_network_security_rule.nodes["in-bgp"].source_address_prefixes == toset(["10.80.255.224/27"]) && azurerm_network_security_rule.nodes["in-bgp"].destination_port_ranges == toset(["179"])
    error_message = "The Route Server reaches Cilium."
  }

  assert {
    condition     = azurerm_network_security_rule.nodes["in-ssh"].source_address_prefixes == toset(["10.40.0.0/24"]) && azurerm_network_security_rule.nodes["in-ssh"].destination_port_ranges == toset(["22"])
    error_message = "SSH comes from where it was asked for."
  }
}
