# Roles: of the control plane, of the EC2 nodes and of the VPC CNI. The hybrid nodes' role is in module hybrid-access.

data "aws_iam_policy_document" "cluster_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["eks.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [local.account_id]
    }

    condition {
      test     = "ArnEquals"
      variable = "aws:SourceArn"
      values   = [local.cluster_arn]
    }
  }
}

resource "aws_iam_role" "cluster" {
  name               = "${var.name}-cluster"
  description        = "Control plane of the EKS cluster ${var.name}"
  assume_role_policy = data.aws_iam_policy_document.cluster_trust.json

  tags = merge(var.tags, { Name = "${var.name}-cluster" })
}

resource "aws_iam_role_policy_attachment" "cluster" {
  role       = aws_iam_role.cluster.name
  policy_arn = "arn:${local.partition}:iam::aws:policy/AmazonEKSClusterPolicy"
}

data "aws_iam_policy_document" "cluster_key" {
  statement {
    sid       = "SecretsKey"
    actions   = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:ListGrants"]
    resources = [local.secrets_key_id]
  }
}

resource "aws_iam_role_policy" "cluster_key" {
  name   = "secrets-key"
  role   = aws_iam_role.cluster.name
  policy = data.aws_iam_policy_document.cluster_key.json
}

# ---------------------------------------------------------------------------------------------------------------------
# EC2 nodes
# ---------------------------------------------------------------------------------------------------------------------

data "aws_iam_policy_document" "node_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["ec2.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "node" {
  name               = "${var.name}-node"
  description        = "EC2 nodes of the EKS cluster ${var.name}"
  assume_role_policy = data.aws_iam_policy_document.node_trust.json

  tags = merge(var.tags, { Name = "${var.name}-node" })
}

# The VPC CNI's rights are not among them: it has a role of its own, which other pods on the node cannot take.
resource "aws_iam_role_policy_attachment" "node" {
  for_each = toset(["AmazonEKSWorkerNodePolicy", "AmazonEC2ContainerRegistryPullOnly"])

  role       = aws_iam_role.node.name
  policy_arn = "arn:${local.partition}:iam::aws:policy/${each.key}"
}

# A gateway forwards packets of other addresses than its own. A launch template cannot turn EC2's check of them off, so
# the node does it for itself as it boots: nodes with the tag of this cluster, and no other instance.
data "aws_iam_policy_document" "gateway_node" {
  statement {
    sid       = "TurnOffOwnSourceDestinationCheck"
    actions   = ["ec2:ModifyInstanceAttribute"]
    resources = ["arn:${local.partition}:ec2:${local.region}:${local.account_id}:instance/*"]

    condition {
      test     = "StringEquals"
      variable = "aws:ResourceTag/${local.gateway_tag}"
      values   = [var.name]
    }
  }
}

resource "aws_iam_role_policy" "gateway_node" {
  for_each = local.has_gateway ? toset(["gateway"]) : toset([])

  name   = "source-destination-check"
  role   = aws_iam_role.node.name
  policy = data.aws_iam_policy_document.gateway_node.json
}

# ---------------------------------------------------------------------------------------------------------------------
# VPC CNI, by EKS Pod Identity: no OIDC provider is needed
# ---------------------------------------------------------------------------------------------------------------------

data "aws_iam_policy_document" "vpc_cni_trust" {
  statement {
    actions = ["sts:AssumeRole", "sts:TagSession"]

    principals {
      type        = "Service"
      identifiers = ["pods.eks.amazonaws.com"]
    }

    # The session tags that EKS Pod Identity sets.
    dynamic "condition" {
      for_each = {
        eks-cluster-arn            = local.cluster_arn
        kubernetes-namespace       = "kube-system"
        kubernetes-service-account = "aws-node"
      }

      content {
        test     = "StringEquals"
        variable = "aws:RequestTag/${condition.key}"
        values   = [condition.value]
      }
    }
  }
}

resource "aws_iam_role" "vpc_cni" {
  name               = "${var.name}-vpc-cni"
  description        = "VPC CNI of the EKS cluster ${var.name}"
  assume_role_policy = data.aws_iam_policy_document.vpc_cni_trust.json

  tags = merge(var.tags, { Name = "${var.name}-vpc-cni" })
}

resource "aws_iam_role_policy_attachment" "vpc_cni" {
  role       = aws_iam_role.vpc_cni.name
  policy_arn = "arn:${local.partition}:iam::aws:policy/AmazonEKS_CNI_Policy"
}
