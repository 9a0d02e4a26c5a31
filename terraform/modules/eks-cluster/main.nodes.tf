# EC2 nodes: one small managed group for CoreDNS, webhooks and, with pod_routing "gateway", the EKS Hybrid Nodes gateway.

locals {
  has_gateway = var.pod_routing == "gateway"
  gateway_tag = "eks-hybrid-gateway"

  # The label by which the gateway's chart finds its nodes, and the taint that keeps others from them.
  gateway_label = "hybrid-gateway-node"

  node_groups = merge(
    { cloud = { sizes = var.node_group, gateway = local.has_gateway && !var.dedicated_gateway_nodes, tainted = false } },
    local.has_gateway && var.dedicated_gateway_nodes ? {
      # An active and a standby; more would stand idle.
      gateway = { sizes = merge(var.node_group, { min_size = 2, desired_size = 2, max_size = 3, capacity_type = "ON_DEMAND" }), gateway = true, tainted = true }
    } : {},
  )
}

resource "aws_launch_template" "nodes" {
  for_each = local.node_groups

  name                   = "${var.name}-${each.key}"
  update_default_version = true

  vpc_security_group_ids = [
    aws_eks_cluster.this.vpc_config[0].cluster_security_group_id,
    aws_security_group.nodes.id,
  ]

  # Tokens only, and one hop: pods off the host network cannot take the node's role.
  metadata_options {
    http_endpoint               = "enabled"
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
  }

  block_device_mappings {
    device_name = "/dev/xvda"

    ebs {
      volume_type           = "gp3"
      volume_size           = var.node_group.disk_size
      encrypted             = true
      delete_on_termination = true
    }
  }

  user_data = each.value.gateway ? base64encode(templatefile("${path.module}/templates/gateway-user-data.tftpl", { region = local.region })) : null

  dynamic "tag_specifications" {
    for_each = toset(["instance", "volume"])

    content {
      resource_type = tag_specifications.key
      tags          = merge(var.tags, { Name = "${var.name}-${each.key}" }, each.value.gateway ? { (local.gateway_tag) = var.name } : {})
    }
  }

  tags = merge(var.tags, { Name = "${var.name}-${each.key}" })
}

resource "aws_eks_node_group" "this" {
  for_each = local.node_groups

  cluster_name    = aws_eks_cluster.this.name
  node_group_name = each.key
  node_role_arn   = aws_iam_role.node.arn
  subnet_ids      = var.node_subnet_ids
  version         = var.kubernetes_version

  ami_type       = var.node_group.ami_type
  capacity_type  = each.value.sizes.capacity_type
  instance_types = each.value.sizes.instance_types

  scaling_config {
    min_size     = each.value.sizes.min_size
    max_size     = each.value.sizes.max_size
    desired_size = each.value.sizes.desired_size
  }

  update_config {
    max_unavailable = 1
  }

  # Replaces nodes that the monitoring agent finds broken.
  node_repair_config {
    enabled = true
  }

  launch_template {
    id      = aws_launch_template.nodes[each.key].id
    version = aws_launch_template.nodes[each.key].latest_version
  }

  labels = each.value.gateway ? { (local.gateway_label) = "true" } : null

  dynamic "taint" {
    for_each = each.value.tainted ? toset([local.gateway_label]) : toset([])

    content {
      key    = taint.key
      value  = "true"
      effect = "NO_SCHEDULE"
    }
  }

  tags = merge(var.tags, { Name = "${var.name}-${each.key}" })

  # Nodes become ready only with a network, and boot with the rights that their user data needs.
  depends_on = [
    aws_eks_addon.before_nodes,
    aws_iam_role_policy.gateway_node,
    aws_iam_role_policy_attachment.node,
    aws_vpc_security_group_egress_rule.nodes,
    aws_vpc_security_group_ingress_rule.nodes,
  ]
}
