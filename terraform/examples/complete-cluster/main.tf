# What runs inside the cluster of the example `complete`: Cilium with WireGuard between its nodes, BGP to the Route Server,
# and two teams' namespaces.

terraform {
  required_version = ">= 1.10"

  # In your repository: backend "s3" with use_lockfile = true, and a key of its own beside that of the foundation.
}

data "terraform_remote_state" "foundation" {
  backend = "s3"

  config = {
    bucket = var.state_bucket
    key    = "foundation.tfstate"
    region = "eu-central-1"
  }
}

# In your repository: git::https://github.com/eks-hybrid-actions/eks-hybrid-actions.git//terraform/stacks/cluster?ref=v0.1.0
module "cluster" {
  source = "../../stacks/cluster"

  foundation = data.terraform_remote_state.foundation.outputs.foundation

  pod_cidr_mask_size = 25
  wireguard          = true

  namespaces = {
    shop    = { labels = { team = "shop" } }
    billing = { labels = { team = "billing" } }
  }
}
