# Proves that the example can be planned, and that the states it makes room for are those that the roles reach.

variables {
  state_bucket         = "acme-terraform-state"
  github_owner         = "acme"
  github_owner_id      = "1234"
  github_repository    = "platform"
  github_repository_id = "987654"
  suite_refs           = ["refs/tags/v0.1.0"]
}

run "plan" {
  command = plan

  assert {
    condition     = aws_s3_bucket.state.bucket == "acme-terraform-state" && output.azure_resource_group_name == "hybrid-dev-network"
    error_message = "Bucket and resource group."
  }
}
