# The cluster that the stack foundation leaves behind.

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

output "foundation" {
  description = "Outputs as the stack foundation has them."
  value = {
    cluster_name                  = aws_eks_cluster.this.name
    cluster_arn                   = aws_eks_cluster.this.arn
    cluster_endpoint              = aws_eks_cluster.this.endpoint
    cluster_certificate_authority = aws_eks_cluster.this.certificate_authority[0].data
    pod_routing                   = "gateway"
    vpc_route_table_ids           = { public = aws_vpc.this.main_route_table_id }
    address_plan = {
      aws              = { vpc_cidr = "10.40.0.0/16" }
      remote_pod_cidrs = ["10.112.0.0/16"]
      asns             = { node_bgp = 65010 }
    }
  }
}
