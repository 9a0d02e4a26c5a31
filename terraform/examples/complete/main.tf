# The foundation for production: three zones, a NAT gateway in each, pods routed by BGP, logs kept for a year, prices of
# your own.

terraform {
  required_version = ">= 1.10"

  # In your repository: backend "s3" with use_lockfile = true, and the bucket that examples/bootstrap made.
}

# In your repository: git::https://github.com/eks-hybrid-actions/eks-hybrid-actions.git//terraform/stacks/foundation?ref=v0.1.0
module "foundation" {
  source = "../../stacks/foundation"

  name = "hybrid-prod"
  tags = { team = "platform" }

  aws_region         = "eu-central-1"
  aws_account_id     = var.aws_account_id
  availability_zones = ["eu-central-1a", "eu-central-1b", "eu-central-1c"]
  azure_location     = "germanywestcentral"

  azure_resource_group_name   = var.azure_resource_group_name
  create_azure_resource_group = false

  vpc_cidr         = "10.40.0.0/16"
  service_cidr     = "172.20.0.0/16"
  vnet_cidr        = "10.80.0.0/16"
  node_subnets     = { nodes = "10.80.0.0/20" }
  remote_pod_cidrs = ["10.112.0.0/16"]
  nat_mode         = "per_zone"

  kubernetes_version = "1.34"
  pod_routing        = "bgp"
  cloud_node_group   = { min_size = 3, desired_size = 3, max_size = 6 }

  cluster_access_entries = {
    apply = {
      principal_arn = "arn:aws:iam::${var.aws_account_id}:role/github/hybrid-prod-apply"
      policy        = "AmazonEKSClusterAdminPolicy"
    }
  }

  vpn_gateway_sku    = "VpnGw2AZ"
  flow_logs          = true
  tunnel_logs        = true
  log_retention_days = 365

  prices = var.prices
}
