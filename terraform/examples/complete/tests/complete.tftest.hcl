# Proves that the example can be planned.

run "setup" {
  module {
    source = "./tests/setup"
  }
}

run "plan" {
  command = plan

  variables {
    aws_account_id            = run.setup.account_id
    azure_resource_group_name = run.setup.name
    prices                    = { "eks-cluster" = 0.09 }
  }

  assert {
    condition     = output.foundation.pod_routing == "bgp" && length(output.foundation.nat_public_ips) == 3 && !contains(output.foundation.monthly_cost.unverified, "eks-cluster")
    error_message = "Three zones, BGP and a price of one's own."
  }
}
