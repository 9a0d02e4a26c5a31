# Proves the shape of the virtual network: the subnets that Azure knows by name, the Route Server's only when it is asked
# for, and a security group that holds the port table of EKS hybrid nodes and closes the rest.

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

run "subnets" {
  command = plan

  assert {
    condition     = azurerm_subnet.gateway.name == "GatewaySubnet" && azurerm_subnet.gateway.address_prefixes == tolist(["10.80.255.192/27"])
    error_message = "The gateway's subnet has Azure's name for it."
  }

  assert {
    condition     = azurerm_subnet.nodes["nodes"].address_prefixes == tolist(["10.80.0.0/20"]) && !azurerm_subnet.nodes["nodes"].default_outbound_access_enabled
    error_message = "Node subnets have no implicit way to the internet."
  }

  assert {
    condition     = azurerm_virtual_network.this.address_space == toset(["10.80.0.0/16"])
    error_message = "The virtual network has the one range that the gateway advertises."
  }
}

run "no_route_server_subnet_unless_asked" {
  command = plan

  assert {
    condition     = length(azurerm_subnet.route_server) == 0 && output.route_server_subnet_id == null
    error_message = "RouteServerSubnet must not exist unless it is asked for."
  }
}

run "route_server_subnet" {
  command = plan

  variables {
    route_server_subnet_cidr = "10.80.255.224/27"
  }

  assert {
    condition     = azurerm_subnet.route_server[0].name == "RouteServerSubnet" && azurerm_subnet.route_server[0].address_prefixes == tolist(["10.80.255.224/27"])
    error_message = "The Route Server's subnet has Azure's name for it."
  }

  assert {
    condition     = keys(azurerm_subnet_network_security_group_association.nodes) == ["nodes"]
    error_message = "Neither of Azure's own subnets gets a security group."
  }
}

run "resource_group_created" {
  command = plan

  assert {
    condition     = azurerm_resource_group.this[0].name == "hybrid-test-network" && azurerm_resource_group.this[0].location == "germanywestcentral"
    error_message = "The resource group is created by default."
  }
}

run "resource_group_given" {
  command = plan

  variables {
    create_resource_group = false
  }

  assert {
    condition     = length(azurerm_resource_group.this) == 0 && azurerm_virtual_network.this.resource_group_name == "hybrid-test-network"
    error_message = "A given resource group is used and not made."
  }
}

run "port_table" {
  command = plan

  variables {
    metrics_client_cidrs = ["10.40.0.0/19"]
    node_subnets         = { nodes = "10.80.0.0/20", spot = "10.80.16.0/20" }
  }

  assert {
    condition = (
      azurerm_network_security_rule.nodes["in-kubelet"].protocol == "Tcp" &&
      azurerm_network_security_rule.nodes["in-kubelet"].destination_port_ranges == toset(["10250"]) &&
      azurerm_network_security_rule.nodes["in-kubelet"].source_address_prefixes == toset(["10.40.255.192/28", "10.40.255.208/28", "10.40.0.0/19"]) &&
      azurerm_network_security_rule.nodes["in-kubelet"].destination_address_prefixes == toset(["10.80.0.0/20", "10.80.16.0/20"])
    )
    error_message = "The control plane and metrics-server reach kubelets on 10250."
  }

  assert {
    condition = (
      azurerm_network_security_rule.nodes["in-webhooks"].source_address_prefixes == toset(["10.40.255.192/28", "10.40.255.208/28"]) &&
      azurerm_network_security_rule.nodes["in-webhooks"].destination_address_prefixes == toset(["10.112.0.0/16"]) &&
      azurerm_network_security_rule.nodes["in-webhooks"].destination_port_ranges == toset(["443", "8443", "9443", "10250"])
    )
    error_message = "The control plane reaches webhooks at pod addresses."
  }

  assert {
    condition     = azurerm_network_security_rule.nodes["in-dns"].protocol == "*" && azurerm_network_security_rule.nodes["in-dns"].destination_port_ranges == toset(["53"])
    error_message = "DNS is open by UDP and TCP."
  }

  assert {
    condition     = azurerm_network_security_rule.nodes["in-vxlan-from-vpc"].protocol == "Udp" && azurerm_network_security_rule.nodes["in-vxlan-from-vpc"].destination_port_ranges == toset(["8472"])
    error_message = "The Hybrid Nodes gateway reaches Cilium by VXLAN."
  }

  assert {
    condition     = azurerm_network_security_rule.nodes["in-cilium-udp"].destination_port_ranges == toset(["8472", "51871"]) && azurerm_network_security_rule.nodes["in-cilium-tcp"].destination_port_ranges == toset(["4240", "4244", "10250"])
    error_message = "Cilium's own ports are open between nodes."
  }

  assert {
    condition     = azurerm_network_security_rule.nodes["out-to-vpc"].source_address_prefixes == toset(["10.80.0.0/20", "10.80.16.0/20", "10.112.0.0/16"]) && azurerm_network_security_rule.nodes["out-to-vpc"].direction == "Outbound"
    error_message = "Pods reach the VPC by their own addresses, which Azure's default rules do not know."
  }

  assert {
    condition     = azurerm_network_security_rule.deny_inbound.access == "Deny" && azurerm_network_security_rule.deny_inbound.priority == 4096 && azurerm_network_security_rule.deny_inbound.source_address_prefix == "*"
    error_message = "Everything else is closed, behind every rule that opens."
  }

  assert {
    condition     = length(distinct([for rule in azurerm_network_security_rule.nodes : "${rule.direction} ${rule.priority}"])) == length(azurerm_network_security_rule.nodes)
    error_message = "Azure takes each priority once in each direction."
  }

  assert {
    condition = alltrue([
      for rule in concat(values(azurerm_network_security_rule.nodes), [azurerm_network_security_rule.deny_inbound]) :
      length(rule.description) > 0 && length(rule.description) <= 140
    ])
    error_message = "Every rule says what it is for, within the 140 characters that Azure takes."
  }
}

run "some_pod_ports" {
  command = plan

  variables {
    pod_ports = ["8080", "30000-32767"]
  }

  assert {
    condition     = azurerm_network_security_rule.nodes["in-pods-from-vpc"].destination_port_ranges == toset(["8080", "30000-32767"]) && azurerm_network_security_rule.nodes["in-pods-from-vpc"].destination_port_range == null
    error_message = "Only the ports asked for are open from the VPC to pods."
  }

  assert {
    condition     = contains(azurerm_network_security_rule.nodes["in-node-ports"].source_address_prefixes, "10.40.0.0/16")
    error_message = "Ports of nodes are among them."
  }
}

run "pod_ports_without_those_of_nodes" {
  command = plan

  variables {
    pod_ports = ["8080"]
  }

  assert {
    condition     = azurerm_network_security_rule.nodes["in-node-ports"].source_address_prefixes == setunion(values(var.node_subnets), var.remote_pod_cidrs)
    error_message = "What the VPC may not reach directly it does not reach by way of a node either."
  }
}

run "all_pod_ports" {
  command = plan

  assert {
    condition     = azurerm_network_security_rule.nodes["in-pods-from-vpc"].destination_port_range == "*"
    error_message = "By default every port is open from the VPC to pods; network policies decide there."
  }

  assert {
    condition     = azurerm_network_security_rule.nodes["in-node-ports"].source_address_prefixes == setunion(var.aws_cidrs, values(var.node_subnets), var.remote_pod_cidrs) && azurerm_network_security_rule.nodes["in-node-ports"].destination_port_ranges == toset(["30000-32767"]) && azurerm_network_security_rule.nodes["in-node-ports"].destination_address_prefixes == toset(values(var.node_subnets))
    error_message = "Services of type NodePort answer on nodes."
  }
}

# Ids are known after apply only.
run "guarded_node_subnets" {
  command = apply

  variables {
    node_subnets = { nodes = "10.80.0.0/20", spot = "10.80.16.0/20" }
  }

  assert {
    condition     = alltrue([for name, association in azurerm_subnet_network_security_group_association.nodes : association.subnet_id == output.node_subnets[name].id && association.network_security_group_id == output.node_security_group_id])
    error_message = "Each node subnet has the security group."
  }

  assert {
    condition     = length(azurerm_subnet_network_security_group_association.nodes) == 2 && endswith(output.gateway_subnet_id, "/subnets/GatewaySubnet")
    error_message = "Both node subnets are guarded, and the gateway's id ends in Azure's name for it."
  }
}

run "pod_ranges_are_advertised_where_asked" {
  command = plan

  variables {
    advertised_cidrs = ["10.112.0.0/16"]
  }

  assert {
    condition     = azurerm_virtual_network.this.address_space == toset(["10.80.0.0/16", "10.112.0.0/16"]) && alltrue([for subnet in azurerm_subnet.nodes : !contains(subnet.address_prefixes, "10.112.0.0/16")])
    error_message = "The range belongs to the virtual network, and no subnet has it."
  }
}
