# The Azure VMs of the example `complete`: six nodes over three zones for everything, and cheap ones that Azure may take
# back for work that can wait.

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

# In your repository: git::https://github.com/eks-hybrid-actions/eks-hybrid-actions.git//terraform/stacks/nodes?ref=v0.1.0
module "nodes" {
  source = "../../stacks/nodes"

  foundation            = data.terraform_remote_state.foundation.outputs.foundation
  azure_subscription_id = var.azure_subscription_id

  pools = {
    general = { count = 6, size = "Standard_D4s_v5" }
    batch = {
      count  = 2
      size   = "Standard_D8s_v5"
      spot   = {}
      labels = { "example.com/work" = "batch" }
      taints = [{ key = "example.com/spot", effect = "NoSchedule" }]
    }
  }
}
