# Proves that every validation of this module's variables refuses what it is there to refuse. A run fails when the value
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

run "vnet_cidr_with_host_bits" {
  command = plan

  variables {
    vnet_cidr = "10.80.0.1/16"
  }

  expect_failures = [var.vnet_cidr]
}

run "vnet_cidr_too_large" {
  command = plan

  variables {
    vnet_cidr = "8.0.0.0/7"
  }

  expect_failures = [var.vnet_cidr]
}

run "vnet_cidr_too_small" {
  command = plan

  variables {
    vnet_cidr = "10.80.0.0/25"
  }

  expect_failures = [var.vnet_cidr]
}

run "gateway_subnet_malformed" {
  command = plan

  variables {
    gateway_subnet_cidr = "10.80.255.200/27"
  }

  expect_failures = [var.gateway_subnet_cidr]
}

run "gateway_subnet_too_small" {
  command = plan

  variables {
    gateway_subnet_cidr = "10.80.255.192/28"
  }

  expect_failures = [var.gateway_subnet_cidr]
}

run "gateway_subnet_elsewhere" {
  command = plan

  variables {
    gateway_subnet_cidr = "10.81.255.192/27"
  }

  expect_failures = [var.gateway_subnet_cidr]
}

run "no_node_subnets" {
  command = plan

  variables {
    node_subnets = {}
  }

  expect_failures = [var.node_subnets]
}

run "node_subnet_with_a_name_of_azure" {
  command = plan

  variables {
    node_subnets = { gatewaysubnet = "10.80.0.0/20" }
  }

  expect_failures = [var.node_subnets]
}

run "node_subnet_with_host_bits" {
  command = plan

  variables {
    node_subnets = { nodes = "10.80.0.1/20" }
  }

  expect_failures = [var.node_subnets]
}

run "node_subnet_elsewhere" {
  command = plan

  variables {
    node_subnets = { nodes = "10.81.0.0/20" }
  }

  expect_failures = [var.node_subnets]
}

run "node_subnets_overlap" {
  command = plan

  variables {
    node_subnets = { nodes = "10.80.0.0/20", spot = "10.80.8.0/21" }
  }

  expect_failures = [azurerm_virtual_network.this]
}

run "node_subnet_over_the_gateway" {
  command = plan

  variables {
    node_subnets = { nodes = "10.80.240.0/20" }
  }

  expect_failures = [azurerm_virtual_network.this]
}

run "no_remote_pods" {
  command = plan

  variables {
    remote_pod_cidrs = []
  }

  expect_failures = [var.remote_pod_cidrs]
}

run "remote_pods_malformed" {
  command = plan

  variables {
    remote_pod_cidrs = ["10.112.0.0"]
  }

  expect_failures = [var.remote_pod_cidrs]
}

run "remote_pods_inside_the_network" {
  command = plan

  variables {
    remote_pod_cidrs = ["10.80.128.0/17"]
  }

  expect_failures = [var.remote_pod_cidrs]
}

run "aws_cidrs_malformed" {
  command = plan

  variables {
    aws_cidrs = ["10.40.0.1/16"]
  }

  expect_failures = [var.aws_cidrs]
}

run "no_control_plane" {
  command = plan

  variables {
    control_plane_cidrs = []
  }

  expect_failures = [var.control_plane_cidrs]
}

run "route_server_subnet_malformed" {
  command = plan

  variables {
    route_server_subnet_cidr = "10.80.255.225/27"
  }

  expect_failures = [var.route_server_subnet_cidr]
}

run "route_server_subnet_too_small" {
  command = plan

  variables {
    route_server_subnet_cidr = "10.80.255.224/28"
  }

  expect_failures = [var.route_server_subnet_cidr]
}

run "route_server_subnet_elsewhere" {
  command = plan

  variables {
    route_server_subnet_cidr = "10.81.255.224/27"
  }

  expect_failures = [var.route_server_subnet_cidr]
}

run "metrics_clients_malformed" {
  command = plan

  variables {
    metrics_client_cidrs = ["10.40.0.0/33"]
  }

  expect_failures = [var.metrics_client_cidrs]
}

run "webhook_port_zero" {
  command = plan

  variables {
    webhook_ports = [0]
  }

  expect_failures = [var.webhook_ports]
}

run "pod_ports_word" {
  command = plan

  variables {
    pod_ports = ["http"]
  }

  expect_failures = [var.pod_ports]
}

run "pod_ports_too_high" {
  command = plan

  variables {
    pod_ports = ["1-70000"]
  }

  expect_failures = [var.pod_ports]
}

run "tags_with_a_slash" {
  command = plan

  variables {
    tags = { "a/b" = "c" }
  }

  expect_failures = [var.tags]
}

run "advertised_cidrs_with_host_bits" {
  command = plan

  variables {
    advertised_cidrs = ["10.112.0.1/16"]
  }

  expect_failures = [var.advertised_cidrs]
}

run "advertised_cidrs_beside_a_route_server" {
  command = plan

  variables {
    advertised_cidrs         = ["10.112.0.0/16"]
    route_server_subnet_cidr = "10.80.255.224/27"
  }

  expect_failures = [var.advertised_cidrs]
}
