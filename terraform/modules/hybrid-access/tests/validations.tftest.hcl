# Proves that every validation of this module's variables refuses what it is there to refuse. A run fails when the value
# it gives is accepted.

provider "aws" {
  region = "eu-central-1"
}

variables {
  cluster_name = "hybrid-test"
  cluster_arn  = "arn:aws:eks:eu-central-1:123456789012:cluster/hybrid-test"
  role_name    = "hybrid-test-hybrid-node"
}

run "cluster_name_with_a_dot" {
  command = plan

  variables {
    cluster_name = "hybrid.test"
  }

  expect_failures = [var.cluster_name]
}

run "cluster_arn_of_a_role" {
  command = plan

  variables {
    cluster_arn = "arn:aws:iam::123456789012:role/cluster"
  }

  expect_failures = [var.cluster_arn]
}

run "role_name_with_a_path" {
  command = plan

  variables {
    role_name = "nodes/hybrid"
  }

  expect_failures = [var.role_name]
}

run "tag_of_aws" {
  command = plan

  variables {
    tags = { "aws:owner" = "me" }
  }

  expect_failures = [var.tags]
}
