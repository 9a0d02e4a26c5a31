# The cluster that nodes are let into.

terraform {
  required_version = ">= 1.10"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 7.0"
    }
  }
}

resource "aws_vpc" "this" {
  cidr_block = "10.40.0.0/16"
}

resource "aws_subnet" "this" {
  for_each = { eu-central-1a = "10.40.0.0/24", eu-central-1b = "10.40.1.0/24" }

  vpc_id            = aws_vpc.this.id
  availability_zone = each.key
  cidr_block        = each.value
}

resource "aws_eks_cluster" "this" {
  name     = "hybrid-test"
  role_arn = "arn:aws:iam::123456789012:role/cluster"

  access_config {
    authentication_mode = "API"
  }

  vpc_config {
    subnet_ids = [for subnet in aws_subnet.this : subnet.id]
  }
}

output "cluster_name" {
  description = "Name of the cluster."
  value       = aws_eks_cluster.this.name
}

output "cluster_arn" {
  description = "ARN of the cluster."
  value       = aws_eks_cluster.this.arn
}
