provider "aws" {
  region = local.aws_region

  # A wrong account is refused before anything is read.
  allowed_account_ids = [local.aws_account_id]

  default_tags {
    tags = local.tags
  }
}

locals {
  # Who calls is who the AWS CLI says, for a quarter of an hour; no credential comes into a plan or a state.
  token_command = "aws"
  token_arguments = [
    "eks", "get-token", "--cluster-name", var.foundation.cluster_name, "--region", local.aws_region, "--output", "json",
  ]
}

# Both name a cluster of another state, which is there before this one plans: nothing here makes what a provider needs.
provider "kubernetes" {
  host                   = var.foundation.cluster_endpoint
  cluster_ca_certificate = base64decode(var.foundation.cluster_certificate_authority)

  exec {
    api_version = "client.authentication.k8s.io/v1beta1"
    command     = local.token_command
    args        = local.token_arguments
  }
}

provider "helm" {
  kubernetes = {
    host                   = var.foundation.cluster_endpoint
    cluster_ca_certificate = base64decode(var.foundation.cluster_certificate_authority)

    exec = {
      api_version = "client.authentication.k8s.io/v1beta1"
      command     = local.token_command
      args        = local.token_arguments
    }
  }
}
