# The EKS Hybrid Nodes gateway: two pods on EC2 nodes that wrap packets to hybrid pods into VXLAN. The active one writes
# the VPC's routes to pods, so it may change routes, in the tables named and nowhere else.

locals {
  # The chart names its service account after the release.
  gateway_name = "eks-hybrid-nodes-gateway"
}

data "aws_caller_identity" "this" {
  for_each = local.gateway
}

data "aws_partition" "this" {
  for_each = local.gateway
}

data "aws_region" "this" {
  for_each = local.gateway
}

data "aws_iam_policy_document" "gateway_trust" {
  for_each = local.gateway

  statement {
    actions = ["sts:AssumeRole", "sts:TagSession"]

    principals {
      type        = "Service"
      identifiers = ["pods.eks.amazonaws.com"]
    }

    # The session tags that EKS Pod Identity sets.
    dynamic "condition" {
      for_each = {
        eks-cluster-arn            = "arn:${data.aws_partition.this[each.key].partition}:eks:${data.aws_region.this[each.key].name}:${data.aws_caller_identity.this[each.key].account_id}:cluster/${var.cluster_name}"
        kubernetes-namespace       = local.gateway_name
        kubernetes-service-account = local.gateway_name
      }

      content {
        test     = "StringEquals"
        variable = "aws:RequestTag/${condition.key}"
        values   = [condition.value]
      }
    }
  }
}

data "aws_iam_policy_document" "gateway" {
  for_each = local.gateway

  # These two know no resources.
  statement {
    sid       = "Find"
    actions   = ["ec2:DescribeInstances", "ec2:DescribeRouteTables"]
    resources = ["*"]

    condition {
      test     = "StringEquals"
      variable = "aws:RequestedRegion"
      values   = [data.aws_region.this[each.key].name]
    }
  }

  statement {
    sid     = "RoutePods"
    actions = ["ec2:CreateRoute", "ec2:ReplaceRoute"]
    resources = [
      for id in var.route_table_ids :
      "arn:${data.aws_partition.this[each.key].partition}:ec2:${data.aws_region.this[each.key].name}:${data.aws_caller_identity.this[each.key].account_id}:route-table/${id}"
    ]
  }
}

resource "aws_iam_role" "gateway" {
  for_each = local.gateway

  name               = "${var.cluster_name}-hybrid-gateway"
  description        = "EKS Hybrid Nodes gateway of the cluster ${var.cluster_name}"
  assume_role_policy = data.aws_iam_policy_document.gateway_trust[each.key].json

  tags = merge(var.tags, { Name = "${var.cluster_name}-hybrid-gateway" })
}

resource "aws_iam_role_policy" "gateway" {
  for_each = local.gateway

  name   = "pod-routes"
  role   = aws_iam_role.gateway[each.key].name
  policy = data.aws_iam_policy_document.gateway[each.key].json
}

resource "aws_eks_pod_identity_association" "gateway" {
  for_each = local.gateway

  cluster_name    = var.cluster_name
  namespace       = local.gateway_name
  service_account = local.gateway_name
  role_arn        = aws_iam_role.gateway[each.key].arn

  tags = merge(var.tags, { Name = local.gateway_name })
}

resource "kubernetes_namespace_v1" "gateway" {
  for_each = local.gateway

  metadata {
    name = local.gateway_name

    # Its pods use the node's network, which the stricter levels forbid.
    labels = { "pod-security.kubernetes.io/enforce" = "privileged" }
  }
}

resource "helm_release" "gateway" {
  for_each = local.gateway

  name       = local.gateway_name
  namespace  = kubernetes_namespace_v1.gateway[each.key].metadata[0].name
  repository = "oci://public.ecr.aws/eks"
  chart      = "eks-hybrid-nodes-gateway"
  version    = var.gateway_chart_version

  # Naming Cilium's release puts this one after it.
  description = "Leads the VPC to pods of ${var.cilium_release}"

  values = [yamlencode({
    vpcCIDR       = var.vpc_cidr
    podCIDRs      = join(",", var.pod_cidrs)
    routeTableIDs = join(",", var.route_table_ids)
    autoMode      = { enabled = false }
  })]

  # Its leader tells Cilium of itself by a resource that Cilium's operator defines, once it has a hybrid node to run on.
  wait        = false
  max_history = 5

  # Pods get their role's credentials when they start, not later.
  depends_on = [aws_eks_pod_identity_association.gateway, aws_iam_role_policy.gateway]
}
