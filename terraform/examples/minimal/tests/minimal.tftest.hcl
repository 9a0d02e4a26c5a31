# Proves that the example can be planned.

run "setup" {
  module {
    source = "./tests/setup"
  }
}

run "plan" {
  command = plan

  variables {
    azure_resource_group_name = run.setup.name
  }

  assert {
    condition     = output.foundation.cluster_name == "hybrid-dev" && output.foundation.monthly_cost.complete
    error_message = "A cluster whose cost is known."
  }
}
