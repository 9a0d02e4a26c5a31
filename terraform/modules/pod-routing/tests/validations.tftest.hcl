# Proves that every validation of this module's variables refuses what it is there to refuse. A run fails when the value
# it gives is accepted.

provider "aws" {
  region = "eu-central-1"
}

variables {
  cluster_name    = "hybrid-test"
  pod_routing     = "gateway"
  pod_cidrs       = ["10.112.0.0/16"]
  vpc_cidr        = "10.40.0.0/16"
  route_table_ids = ["rtb-1"]
}

run "cluster_name_with_a_dot" {
  command = plan

  variables {
    cluster_name = "hybrid.test"
  }

  expect_failures = [var.cluster_name]
}

run "unknown_mode" {
  command = plan

  variables {
    pod_routing = "nat"
  }

  expect_failures = [var.pod_routing]
}

run "release_name_in_capitals" {
  command = plan

  variables {
    cilium_release = "Cilium"
  }

  expect_failures = [var.cilium_release]
}

run "pod_cidrs_with_host_bits" {
  command = plan

  variables {
    pod_cidrs = ["10.112.0.1/16"]
  }

  expect_failures = [var.pod_cidrs]
}

run "vpc_cidr_without_prefix" {
  command = plan

  variables {
    vpc_cidr = "10.40.0.0"
  }

  expect_failures = [var.vpc_cidr]
}

run "mask_for_two_pods" {
  command = plan

  variables {
    pod_cidr_mask_size = 30
  }

  expect_failures = [var.pod_cidr_mask_size]
}

run "route_table_of_azure" {
  command = plan

  variables {
    route_table_ids = ["/subscriptions/1"]
  }

  expect_failures = [var.route_table_ids]
}

run "gateway_without_route_tables" {
  command = plan

  variables {
    route_table_ids = []
  }

  expect_failures = [var.route_table_ids]
}

run "newest_gateway" {
  command = plan

  variables {
    gateway_chart_version = "latest"
  }

  expect_failures = [var.gateway_chart_version]
}

run "number_of_the_route_server" {
  command = plan

  variables {
    bgp = { local_asn = 65515, peers = ["10.80.255.228", "10.80.255.229"] }
  }

  expect_failures = [var.bgp]
}

run "one_peer" {
  command = plan

  variables {
    bgp = { local_asn = 65010, peers = ["10.80.255.228"] }
  }

  expect_failures = [var.bgp]
}

run "bgp_without_peers" {
  command = plan

  variables {
    pod_routing = "bgp"
  }

  expect_failures = [helm_release.bgp]
}

run "tag_of_aws" {
  command = plan

  variables {
    tags = { "aws:owner" = "me" }
  }

  expect_failures = [var.tags]
}
