# Proves the arithmetic, and that what has no price is never taken for free.

run "by_hour_and_by_month" {
  command = plan

  variables {
    quantities = { "eks-cluster" = 1, "aws-kms-key" = 2, "aws-vpn-connection" = 0 }
  }

  assert {
    condition     = output.cost.hourly == 0.1027 && output.cost.monthly == 75 && output.cost.items == { "eks-cluster" = 73, "aws-kms-key" = 2 }
    error_message = "0.10 an hour and twice 1 a month are 75 a month."
  }

  assert {
    condition     = output.cost.complete && length(output.cost.unpriced) == 0 && output.cost.unverified == ["aws-kms-key", "eks-cluster"]
    error_message = "All priced, none verified."
  }
}

run "own_prices" {
  command = plan

  variables {
    quantities = { "eks-cluster" = 1, "aws-kms-key" = 1, "azure-vm-Standard_E4s_v5" = 2 }
    prices     = { "eks-cluster" = 0.2, "aws-kms-key" = 7.3, "azure-vm-Standard_E4s_v5" = 0.25 }
  }

  assert {
    condition     = output.cost.monthly == 518.3 && output.cost.complete && length(output.cost.unverified) == 0
    error_message = "146 for the cluster, 7.30 for the key, 365 for two machines."
  }
}

run "unpriced" {
  command = plan

  variables {
    quantities  = { "eks-cluster" = 1, "azure-vm-Standard_X1" = 1 }
    not_counted = ["data"]
  }

  assert {
    condition     = !output.cost.complete && output.cost.unpriced == ["azure-vm-Standard_X1"] && output.cost.monthly == 73 && output.cost.not_counted == tolist(["data"])
    error_message = "What has no price is named."
  }
}

run "negative_quantity" {
  command = plan

  variables {
    quantities = { "eks-cluster" = -1 }
  }

  expect_failures = [var.quantities]
}

run "negative_price" {
  command = plan

  variables {
    quantities = {}
    prices     = { "eks-cluster" = -1 }
  }

  expect_failures = [var.prices]
}

run "misspelt_price" {
  command = plan

  variables {
    quantities = {}
    prices     = { "eks-clutser" = 0.1 }
  }

  expect_failures = [var.prices]
}
