# Proves that every validation of this module's variables refuses what it is there to refuse. A run fails when the value
# it gives is accepted.

variables {
  pod_routing = "gateway"
  pod_cidrs   = ["10.112.0.0/16"]
  vpc_cidr    = "10.40.0.0/16"
}

run "unknown_mode" {
  command = plan

  variables {
    pod_routing = "nat"
  }

  expect_failures = [var.pod_routing]
}

run "no_pod_ranges" {
  command = plan

  variables {
    pod_cidrs = []
  }

  expect_failures = [var.pod_cidrs]
}

run "vpc_cidr_with_host_bits" {
  command = plan

  variables {
    vpc_cidr = "10.40.0.1/16"
  }

  expect_failures = [var.vpc_cidr]
}

run "upstream_version" {
  command = plan

  variables {
    chart_version = "1.18.8"
  }

  expect_failures = [var.chart_version]
}

run "gateway_with_a_build_before_vtep" {
  command = plan

  variables {
    chart_version = "1.18.5-0"
  }

  expect_failures = [var.chart_version]
}

run "gateway_with_an_old_1_17" {
  command = plan

  variables {
    chart_version = "1.17.13-0"
  }

  expect_failures = [var.chart_version]
}

run "bgp_with_1_17" {
  command = plan

  variables {
    pod_routing   = "bgp"
    chart_version = "1.17.13-1"
  }

  expect_failures = [var.chart_version]
}

run "mask_for_a_whole_zone" {
  command = plan

  variables {
    pod_cidr_mask_size = 19
  }

  expect_failures = [var.pod_cidr_mask_size]
}

run "mask_shorter_than_the_range" {
  command = plan

  variables {
    pod_cidrs = ["10.112.0.0/26"]
  }

  expect_failures = [var.pod_cidr_mask_size]
}

run "unknown_link" {
  command = plan

  variables {
    link_kind = "carrier-pigeon"
  }

  expect_failures = [var.link_kind]
}

run "jumbo_frames" {
  command = plan

  variables {
    mtu = 9001
  }

  expect_failures = [var.mtu]
}

run "relay_without_hubble" {
  command = plan

  variables {
    hubble = { enabled = false, relay = true }
  }

  expect_failures = [var.hubble]
}

run "three_operators" {
  command = plan

  variables {
    operator_replicas = 3
  }

  expect_failures = [var.operator_replicas]
}

run "extra_values_that_are_a_list" {
  command = plan

  variables {
    extra_values = ["[1, 2]"]
  }

  expect_failures = [var.extra_values]
}
