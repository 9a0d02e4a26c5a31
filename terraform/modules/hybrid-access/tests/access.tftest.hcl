# Proves the nodes' role right by right, whom it trusts, and the entry that lets it into the cluster.

provider "aws" {
  region = "eu-central-1"
}

run "setup" {
  module {
    source = "./tests/setup"
  }
}

run "role_and_entry" {
  command = apply

  variables {
    cluster_name = run.setup.cluster_name
    cluster_arn  = run.setup.cluster_arn
    role_name    = "hybrid-test-hybrid-node"
  }

  assert {
    condition = jsondecode(aws_iam_role.this.assume_role_policy).Statement[0] == {
      Action    = "sts:AssumeRole"
      Effect    = "Allow"
      Principal = { Service = "ssm.amazonaws.com" }
      Condition = {
        ArnEquals    = { "aws:SourceArn" = "arn:aws:ssm:eu-central-1:${data.aws_caller_identity.this.account_id}:*" }
        StringEquals = { "aws:SourceAccount" = data.aws_caller_identity.this.account_id }
      }
    }
    error_message = "Systems Manager alone takes the role, for this account and region."
  }

  assert {
    condition     = toset([for attachment in aws_iam_role_policy_attachment.this : attachment.policy_arn]) == toset(["arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore", "arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryPullOnly"])
    error_message = "Two policies of AWS."
  }

  assert {
    condition = { for statement in jsondecode(aws_iam_role_policy.this.policy).Statement : join(",", flatten([statement.Action])) => statement.Resource } == {
      "eks:ListAccessEntries,eks:DescribeCluster" = run.setup.cluster_arn
      "ssm:DescribeInstanceInformation"           = "*"
      "ssm:DeregisterManagedInstance"             = "arn:aws:ssm:eu-central-1:${data.aws_caller_identity.this.account_id}:managed-instance/*"
    }
    error_message = "Three rights, and no others."
  }

  assert {
    condition     = [for statement in jsondecode(aws_iam_role_policy.this.policy).Statement : statement.Condition.StringEquals["ssm:resourceTag/EKSClusterARN"] if statement.Action == "ssm:DeregisterManagedInstance"] == [run.setup.cluster_arn]
    error_message = "Only machines of this cluster are deregistered."
  }

  assert {
    condition     = aws_eks_access_entry.this.type == "HYBRID_LINUX" && aws_eks_access_entry.this.cluster_name == "hybrid-test" && aws_eks_access_entry.this.principal_arn == output.role_arn && output.role_name == "hybrid-test-hybrid-node"
    error_message = "The cluster lets the role in as that of hybrid nodes."
  }
}

run "pod_identity" {
  command = plan

  variables {
    cluster_name = run.setup.cluster_name
    cluster_arn  = run.setup.cluster_arn
    role_name    = "hybrid-test-hybrid-node"
    pod_identity = true
  }

  assert {
    condition     = [for statement in jsondecode(aws_iam_role_policy.this.policy).Statement : statement.Resource if statement.Action == "eks-auth:AssumeRoleForPodIdentity"] == [run.setup.cluster_arn]
    error_message = "Pods may have roles of this cluster."
  }
}
