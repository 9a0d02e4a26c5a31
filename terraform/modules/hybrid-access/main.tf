# What lets an Azure VM become a node: the IAM role that its Systems Manager registration gives it, and the cluster's
# entry for that role.

data "aws_caller_identity" "this" {}
data "aws_partition" "this" {}
data "aws_region" "this" {}

locals {
  partition  = data.aws_partition.this.partition
  account_id = data.aws_caller_identity.this.account_id
  region     = data.aws_region.this.name
}

# Systems Manager takes the role for the machines that registered in this account and region, and for no other's.
data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["ssm.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [local.account_id]
    }

    condition {
      test     = "ArnEquals"
      variable = "aws:SourceArn"
      values   = ["arn:${local.partition}:ssm:${local.region}:${local.account_id}:*"]
    }
  }
}

resource "aws_iam_role" "this" {
  name               = var.role_name
  description        = "Hybrid nodes of the EKS cluster ${var.cluster_name}"
  assume_role_policy = data.aws_iam_policy_document.trust.json

  tags = merge(var.tags, { Name = var.role_name })
}

resource "aws_iam_role_policy_attachment" "this" {
  for_each = toset(["AmazonSSMManagedInstanceCore", "AmazonEC2ContainerRegistryPullOnly"])

  role       = aws_iam_role.this.name
  policy_arn = "arn:${local.partition}:iam::aws:policy/${each.key}"
}

data "aws_iam_policy_document" "this" {
  # nodeadm reads endpoint, certificate and service range, and from 1.0.16 on whether its role has an access entry.
  statement {
    sid       = "ReadOwnCluster"
    actions   = ["eks:DescribeCluster", "eks:ListAccessEntries"]
    resources = [var.cluster_arn]
  }

  # Has no resources that could be named.
  statement {
    sid       = "FindOwnRegistration"
    actions   = ["ssm:DescribeInstanceInformation"]
    resources = ["*"]
  }

  # nodeadm uninstall takes the registration away: of machines whose activation carried the tag of this cluster.
  statement {
    sid       = "DeregisterNodesOfThisCluster"
    actions   = ["ssm:DeregisterManagedInstance"]
    resources = ["arn:${local.partition}:ssm:${local.region}:${local.account_id}:managed-instance/*"]

    condition {
      test     = "StringEquals"
      variable = "ssm:resourceTag/EKSClusterARN"
      values   = [var.cluster_arn]
    }
  }

  dynamic "statement" {
    for_each = var.pod_identity ? toset(["pod-identity"]) : toset([])

    content {
      sid       = "PodIdentity"
      actions   = ["eks-auth:AssumeRoleForPodIdentity"]
      resources = [var.cluster_arn]
    }
  }
}

resource "aws_iam_role_policy" "this" {
  name   = "hybrid-node"
  role   = aws_iam_role.this.name
  policy = data.aws_iam_policy_document.this.json
}

# Nodes take the name of their registration (mi-…); EKS gives the entry its user name and group by its type.
resource "aws_eks_access_entry" "this" {
  cluster_name  = var.cluster_name
  principal_arn = aws_iam_role.this.arn
  type          = "HYBRID_LINUX"

  tags = merge(var.tags, { Name = var.role_name })
}
