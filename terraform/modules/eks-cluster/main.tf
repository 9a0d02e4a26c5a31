# The control plane: its network interfaces lie in subnets of their own, its users come by access entries alone, its
# secrets are encrypted by a key of this account, and its logs are kept. What surrounds it is in the files beside.

data "aws_caller_identity" "this" {}
data "aws_partition" "this" {}
data "aws_region" "this" {}

locals {
  partition  = data.aws_partition.this.partition
  account_id = data.aws_caller_identity.this.account_id
  region     = data.aws_region.this.name

  # Known before the cluster exists, for trust policies that name it.
  cluster_arn = "arn:${local.partition}:eks:${local.region}:${local.account_id}:cluster/${var.name}"

  # The VPC reaches pods on hybrid nodes by their own addresses; with masquerade alone it sees their nodes' instead.
  pods_are_routed = var.pod_routing != "masquerade"

  own_key        = var.secrets_kms_key_arn == null ? toset(["secrets"]) : toset([])
  secrets_key_id = var.secrets_kms_key_arn == null ? aws_kms_key.this["secrets"].arn : var.secrets_kms_key_arn
}

# EKS makes this log group itself where there is none, without an end to its memory and without our key.
resource "aws_cloudwatch_log_group" "control_plane" {
  name              = "/aws/eks/${var.name}/cluster"
  retention_in_days = var.log_retention_days
  kms_key_id        = var.log_kms_key_arn

  tags = merge(var.tags, { Name = var.name })
}

# EKS cannot change the key later, so losing it means losing the cluster: hence the long way to its deletion.
resource "aws_kms_key" "this" {
  for_each = local.own_key

  description             = "Secrets of the EKS cluster ${var.name}"
  enable_key_rotation     = true
  deletion_window_in_days = 30

  tags = merge(var.tags, { Name = "${var.name}-secrets" })
}

resource "aws_kms_alias" "this" {
  for_each = local.own_key

  name          = "alias/${var.name}-secrets"
  target_key_id = aws_kms_key.this[each.key].key_id
}

resource "aws_eks_cluster" "this" {
  name     = var.name
  version  = var.kubernetes_version
  role_arn = aws_iam_role.cluster.arn

  # All add-ons are EKS add-ons, below; the unmanaged copies would be there before them.
  bootstrap_self_managed_addons = false

  enabled_cluster_log_types = var.control_plane_logs

  access_config {
    # Hybrid nodes need access entries, which CONFIG_MAP, the default, does not know.
    authentication_mode = "API"

    # Who made the cluster is not its administrator: access is what access_entries says, and nothing unseen.
    bootstrap_cluster_creator_admin_permissions = false
  }

  vpc_config {
    subnet_ids         = var.control_plane_subnet_ids
    security_group_ids = [aws_security_group.control_plane.id]

    # One or the other. With both, hosts outside the VPC resolve the public addresses and may be refused there.
    endpoint_private_access = var.endpoint == "private"
    endpoint_public_access  = var.endpoint == "public"
    public_access_cidrs     = var.endpoint == "public" ? var.public_access_cidrs : null
  }

  kubernetes_network_config {
    ip_family         = "ipv4"
    service_ipv4_cidr = var.service_cidr
  }

  # Changing these replaces the cluster with hashicorp/aws 5; see README.md.
  remote_network_config {
    remote_node_networks {
      cidrs = var.remote_node_cidrs
    }

    remote_pod_networks {
      cidrs = var.remote_pod_cidrs
    }
  }

  encryption_config {
    resources = ["secrets"]

    provider {
      key_arn = local.secrets_key_id
    }
  }

  upgrade_policy {
    support_type = var.support_type
  }

  tags = merge(var.tags, { Name = var.name })

  # Without its rights the control plane can neither start nor, at the end, take its network interfaces away.
  depends_on = [
    aws_cloudwatch_log_group.control_plane,
    aws_iam_role_policy.cluster_key,
    aws_iam_role_policy_attachment.cluster,
    aws_vpc_security_group_egress_rule.control_plane,
    aws_vpc_security_group_ingress_rule.control_plane,
  ]
}
