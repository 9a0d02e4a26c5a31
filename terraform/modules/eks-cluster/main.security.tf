# The AWS half of the port table of EKS hybrid nodes; the Azure half is the security group of module azure-network. EKS's
# own cluster security group lets its members talk to each other and knows nothing of hybrid nodes. It also lets all
# traffic out, so the outgoing rules of the control plane say what is needed rather than stop the rest.

locals {
  # Whose traffic reaches the VPC from Azure: nodes always, for Cilium may hide pods behind them; pods where routed.
  remote_sources = concat(var.remote_node_cidrs, local.pods_are_routed ? var.remote_pod_cidrs : [])

  control_plane_ingress = merge(
    { for cidr in local.remote_sources : "api:${cidr}" => { cidr = cidr, port = 443, description = "Hybrid nodes and their pods to the API server" } },
    { for cidr in var.api_client_cidrs : "client:${cidr}" => { cidr = cidr, port = 443, description = "Clients of the private endpoint" } },
  )

  control_plane_egress = merge(
    { for cidr in var.remote_node_cidrs : "kubelet:${cidr}" => { cidr = cidr, port = 10250, description = "API server to kubelet: logs, exec, metrics" } },
    local.pods_are_routed ? {
      for pair in setproduct(var.remote_pod_cidrs, var.webhook_ports) :
      "webhook:${pair[0]}:${pair[1]}" => { cidr = pair[0], port = pair[1], description = "API server to webhooks on hybrid nodes" }
    } : {},
  )

  # "*" is every protocol and port.
  pod_port_rules = contains(var.pod_ports, "*") ? { all = { protocol = "-1", from = null, to = null } } : merge([
    for port in var.pod_ports : {
      for protocol in ["tcp", "udp"] :
      "${protocol}-${port}" => { protocol = protocol, from = tonumber(split("-", port)[0]), to = tonumber(reverse(split("-", port))[0]) }
    }
  ]...)

  node_ingress_kinds = merge(
    {
      dns-udp = { protocol = "udp", from = 53, to = 53, cidrs = local.remote_sources, description = "Hybrid pods to CoreDNS on EC2 nodes" }
      dns-tcp = { protocol = "tcp", from = 53, to = 53, cidrs = local.remote_sources, description = "Hybrid pods to CoreDNS on EC2 nodes" }
      kubelet = { protocol = "tcp", from = 10250, to = 10250, cidrs = local.remote_sources, description = "metrics-server on hybrid nodes to kubelet" }
      icmp    = { protocol = "icmp", from = -1, to = -1, cidrs = local.remote_sources, description = "Health probes and path MTU discovery" }
    },
    {
      for name, rule in local.pod_port_rules :
      "pods-${name}" => merge(rule, { cidrs = local.remote_sources, description = "Pods on hybrid nodes to pods on EC2 nodes; network policies decide" })
    },
    local.has_gateway ? {
      vxlan = { protocol = "udp", from = 8472, to = 8472, cidrs = var.remote_node_cidrs, description = "Cilium to the EKS Hybrid Nodes gateway" }
    } : {},
  )

  node_ingress = merge([
    for kind, rule in local.node_ingress_kinds : {
      for cidr in rule.cidrs :
      "${kind}:${cidr}" => { protocol = rule.protocol, from = rule.from, to = rule.to, cidr = cidr, description = rule.description }
    }
  ]...)
}

resource "aws_security_group" "control_plane" {
  name        = "${var.name}-control-plane"
  description = "Hybrid nodes and clients of the API server, and what it opens itself"
  vpc_id      = var.vpc_id

  tags = merge(var.tags, { Name = "${var.name}-control-plane" })
}

resource "aws_vpc_security_group_ingress_rule" "control_plane" {
  for_each = local.control_plane_ingress

  security_group_id = aws_security_group.control_plane.id
  description       = each.value.description
  ip_protocol       = "tcp"
  from_port         = each.value.port
  to_port           = each.value.port
  cidr_ipv4         = each.value.cidr

  tags = merge(var.tags, { Name = each.key })
}

resource "aws_vpc_security_group_egress_rule" "control_plane" {
  for_each = local.control_plane_egress

  security_group_id = aws_security_group.control_plane.id
  description       = each.value.description
  ip_protocol       = "tcp"
  from_port         = each.value.port
  to_port           = each.value.port
  cidr_ipv4         = each.value.cidr

  tags = merge(var.tags, { Name = each.key })
}

# EC2 nodes are in EKS's cluster security group and in this one.
resource "aws_security_group" "nodes" {
  name        = "${var.name}-nodes"
  description = "What hybrid nodes and their pods may open to EC2 nodes"
  vpc_id      = var.vpc_id

  tags = merge(var.tags, { Name = "${var.name}-nodes" })
}

resource "aws_vpc_security_group_ingress_rule" "nodes" {
  for_each = local.node_ingress

  security_group_id = aws_security_group.nodes.id
  description       = each.value.description
  ip_protocol       = each.value.protocol
  from_port         = each.value.from
  to_port           = each.value.to
  cidr_ipv4         = each.value.cidr

  tags = merge(var.tags, { Name = each.key })
}

resource "aws_vpc_security_group_egress_rule" "nodes" {
  security_group_id = aws_security_group.nodes.id
  description       = "Registries, AWS APIs, hybrid nodes and their pods"
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"

  tags = merge(var.tags, { Name = "all" })
}
