# What a cluster needs to stand on: a VPC with subnets for the control plane and for EC2 nodes, in two zones.

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
  cidr_block           = "10.40.0.0/16"
  enable_dns_hostnames = true
}

resource "aws_subnet" "this" {
  for_each = {
    control-plane-a = { zone = "eu-central-1a", cidr = "10.40.255.192/28" }
    control-plane-b = { zone = "eu-central-1b", cidr = "10.40.255.208/28" }
    private-a       = { zone = "eu-central-1a", cidr = "10.40.0.0/19" }
    private-b       = { zone = "eu-central-1b", cidr = "10.40.32.0/19" }
  }

  vpc_id            = aws_vpc.this.id
  availability_zone = each.value.zone
  cidr_block        = each.value.cidr
}

output "vpc_id" {
  description = "Id of the VPC."
  value       = aws_vpc.this.id
}

output "control_plane_subnet_ids" {
  description = "Subnets of the control plane."
  value       = [aws_subnet.this["control-plane-a"].id, aws_subnet.this["control-plane-b"].id]
}

output "node_subnet_ids" {
  description = "Subnets of the EC2 nodes."
  value       = [aws_subnet.this["private-a"].id, aws_subnet.this["private-b"].id]
}
