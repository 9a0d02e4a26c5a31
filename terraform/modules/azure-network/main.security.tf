# The nodes' security group, after the port table of EKS hybrid nodes and of Cilium. Azure's own default rules would let
# in everything that comes over the gateway and stop everything that carries a pod address, because pod ranges are not
# part of the tag VirtualNetwork; so each need has its rule and the rest is closed.

locals {
  node_cidrs   = values(var.node_subnets)
  hybrid_cidrs = concat(local.node_cidrs, var.remote_pod_cidrs)

  # Of which Kubernetes gives services theirs.
  node_ports = "30000-32767"

  # A rule without sources is none.
  security_rules = { for name, rule in local.all_security_rules : name => rule if length(rule.sources) > 0 }

  all_security_rules = {
    in-kubelet = {
      description  = "API server to kubelet (logs, exec, port-forward) and metrics-server."
      direction    = "Inbound"
      priority     = 100
      protocol     = "Tcp"
      sources      = distinct(concat(var.control_plane_cidrs, var.metrics_client_cidrs))
      destinations = local.node_cidrs
      ports        = ["10250"]
    }

    in-webhooks = {
      description  = "API server to admission webhooks on hybrid nodes."
      direction    = "Inbound"
      priority     = 110
      protocol     = "Tcp"
      sources      = var.control_plane_cidrs
      destinations = var.remote_pod_cidrs
      ports        = [for port in var.webhook_ports : tostring(port)]
    }

    in-dns = {
      description  = "Cloud pods to CoreDNS on hybrid nodes, UDP and TCP."
      direction    = "Inbound"
      priority     = 120
      protocol     = "*"
      sources      = var.aws_cidrs
      destinations = var.remote_pod_cidrs
      ports        = ["53"]
    }

    in-pods-from-vpc = {
      description  = "Cloud pods and load balancers to pods on hybrid nodes."
      direction    = "Inbound"
      priority     = 130
      protocol     = "*"
      sources      = var.aws_cidrs
      destinations = var.remote_pod_cidrs
      ports        = var.pod_ports
    }

    in-vxlan-from-vpc = {
      description  = "EKS Hybrid Nodes gateway to Cilium."
      direction    = "Inbound"
      priority     = 140
      protocol     = "Udp"
      sources      = var.aws_cidrs
      destinations = local.node_cidrs
      ports        = ["8472"]
    }

    in-cilium-udp = {
      description  = "Cilium between nodes: VXLAN and WireGuard."
      direction    = "Inbound"
      priority     = 150
      protocol     = "Udp"
      sources      = local.node_cidrs
      destinations = local.node_cidrs
      ports        = ["8472", "51871"]
    }

    in-cilium-tcp = {
      description  = "Between nodes: Cilium health, Hubble, metrics-server to kubelet."
      direction    = "Inbound"
      priority     = 160
      protocol     = "Tcp"
      sources      = local.hybrid_cidrs
      destinations = local.node_cidrs
      ports        = ["4240", "4244", "10250"]
    }

    in-icmp = {
      description  = "Health probes, and the messages without which path MTU discovery fails."
      direction    = "Inbound"
      priority     = 170
      protocol     = "Icmp"
      sources      = concat(var.aws_cidrs, local.hybrid_cidrs)
      destinations = local.hybrid_cidrs
      ports        = ["*"]
    }

    in-pods = {
      description  = "Pods on hybrid nodes to each other where pod addresses travel unwrapped; network policies decide."
      direction    = "Inbound"
      priority     = 180
      protocol     = "*"
      sources      = var.remote_pod_cidrs
      destinations = var.remote_pod_cidrs
      ports        = ["*"]
    }

    in-node-ports = {
      description  = "Services of type NodePort, from the VPC only where pods may be reached on any port or on these."
      direction    = "Inbound"
      priority     = 185
      protocol     = "*"
      sources      = concat(length(setintersection(var.pod_ports, ["*", local.node_ports])) > 0 ? var.aws_cidrs : [], local.hybrid_cidrs)
      destinations = local.node_cidrs
      ports        = [local.node_ports]
    }

    in-bgp = {
      description  = "Azure Route Server to Cilium; the sessions that Cilium opens need no rule."
      direction    = "Inbound"
      priority     = 190
      protocol     = "Tcp"
      sources      = var.route_server_subnet_cidr == null ? [] : [var.route_server_subnet_cidr]
      destinations = local.node_cidrs
      ports        = ["179"]
    }

    in-ssh = {
      description  = "SSH, only from where it was asked for."
      direction    = "Inbound"
      priority     = 200
      protocol     = "Tcp"
      sources      = var.ssh_client_cidrs
      destinations = local.node_cidrs
      ports        = ["22"]
    }

    out-to-vpc = {
      description  = "Nodes and pods to the API server (443), CoreDNS (53), cloud pods and private AWS endpoints."
      direction    = "Outbound"
      priority     = 100
      protocol     = "*"
      sources      = local.hybrid_cidrs
      destinations = var.aws_cidrs
      ports        = ["*"]
    }

    out-pods = {
      description  = "Nodes and pods to each other; the default rule knows only the virtual network's own addresses."
      direction    = "Outbound"
      priority     = 110
      protocol     = "*"
      sources      = local.hybrid_cidrs
      destinations = local.hybrid_cidrs
      ports        = ["*"]
    }
  }
}

resource "azurerm_network_security_group" "nodes" {
  name                = "${var.name}-nodes"
  resource_group_name = local.resource_group_name
  location            = var.location
  tags                = var.tags
}

resource "azurerm_network_security_rule" "nodes" {
  for_each = local.security_rules

  name                        = each.key
  resource_group_name         = local.resource_group_name
  network_security_group_name = azurerm_network_security_group.nodes.name

  description = each.value.description

  direction = each.value.direction
  priority  = each.value.priority
  access    = "Allow"
  protocol  = each.value.protocol

  source_address_prefixes      = each.value.sources
  source_port_range            = "*"
  destination_address_prefixes = each.value.destinations

  # Azure takes "*" in the singular argument alone.
  destination_port_range  = contains(each.value.ports, "*") ? "*" : null
  destination_port_ranges = contains(each.value.ports, "*") ? null : each.value.ports
}

resource "azurerm_network_security_rule" "deny_inbound" {
  name                        = "in-deny-rest"
  resource_group_name         = local.resource_group_name
  network_security_group_name = azurerm_network_security_group.nodes.name

  description = "Closes everything else, also what Azure's default rules would let in over the gateway."

  direction = "Inbound"
  priority  = 4096
  access    = "Deny"
  protocol  = "*"

  source_address_prefix      = "*"
  source_port_range          = "*"
  destination_address_prefix = "*"
  destination_port_range     = "*"
}

resource "azurerm_subnet_network_security_group_association" "nodes" {
  for_each = azurerm_subnet.nodes

  subnet_id                 = each.value.id
  network_security_group_id = azurerm_network_security_group.nodes.id

  # A subnet is never guarded by a security group that has no rules yet.
  depends_on = [azurerm_network_security_rule.nodes, azurerm_network_security_rule.deny_inbound]
}
