# The foundation with everything left at its default: a VPN, one NAT gateway in each cloud, the Hybrid Nodes gateway.

terraform {
  required_version = ">= 1.10"

  # In your repository: backend "s3" with use_lockfile = true, and the bucket that examples/bootstrap made.
}

# In your repository: git::https://github.com/eks-hybrid-actions/eks-hybrid-actions.git//terraform/stacks/foundation?ref=v0.1.0
module "foundation" {
  source = "../../stacks/foundation"

  name = "hybrid-dev"

  # Made by examples/bootstrap: the identities have rights in it alone.
  azure_resource_group_name   = var.azure_resource_group_name
  create_azure_resource_group = false
}
