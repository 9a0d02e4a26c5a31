# Proves that every validation of this module's variables refuses what it is there to refuse. A run fails when the value
# it gives is accepted.

provider "aws" {
  region = "eu-central-1"
}

variables {
  name               = "hybrid-test"
  vpc_cidr           = "10.40.0.0/16"
  availability_zones = ["eu-central-1a", "eu-central-1b"]
  remote_node_cidrs  = ["10.80.0.0/20"]
  remote_pod_cidrs   = ["10.112.0.0/16"]
}

run "name_with_capitals" {
  command = plan

  variables {
    name = "Hybrid"
  }

  expect_failures = [var.name]
}

run "vpc_cidr_with_host_bits" {
  command = plan

  variables {
    vpc_cidr = "10.40.0.1/16"
  }

  expect_failures = [var.vpc_cidr]
}

run "vpc_cidr_with_leading_zero" {
  command = plan

  variables {
    vpc_cidr = "010.40.0.0/16"
  }

  expect_failures = [var.vpc_cidr]
}

run "vpc_cidr_ipv6" {
  command = plan

  variables {
    vpc_cidr = "fd00::/16"
  }

  expect_failures = [var.vpc_cidr]
}

run "vpc_cidr_too_large" {
  command = plan

  variables {
    vpc_cidr = "10.0.0.0/8"
  }

  expect_failures = [var.vpc_cidr]
}

run "vpc_cidr_too_small" {
  command = plan

  variables {
    vpc_cidr = "10.40.0.0/21"
  }

  expect_failures = [var.vpc_cidr]
}

run "one_zone" {
  command = plan

  variables {
    availability_zones = ["eu-central-1a"]
  }

  expect_failures = [var.availability_zones]
}

run "five_zones" {
  command = plan

  variables {
    availability_zones = ["eu-central-1a", "eu-central-1b", "eu-central-1c", "eu-central-1d", "eu-central-1e"]
  }

  expect_failures = [var.availability_zones]
}

run "zone_twice" {
  command = plan

  variables {
    availability_zones = ["eu-central-1a", "eu-central-1a"]
  }

  expect_failures = [var.availability_zones]
}

run "zone_id" {
  command = plan

  variables {
    availability_zones = ["euc1-az2", "euc1-az3"]
  }

  expect_failures = [var.availability_zones]
}

run "no_remote_nodes" {
  command = plan

  variables {
    remote_node_cidrs = []
  }

  expect_failures = [var.remote_node_cidrs]
}

run "remote_nodes_with_host_bits" {
  command = plan

  variables {
    remote_node_cidrs = ["10.80.0.1/20"]
  }

  expect_failures = [var.remote_node_cidrs]
}

run "remote_nodes_inside_the_vpc" {
  command = plan

  variables {
    remote_node_cidrs = ["10.40.64.0/20"]
  }

  expect_failures = [var.remote_node_cidrs]
}

run "remote_nodes_around_the_vpc" {
  command = plan

  variables {
    remote_node_cidrs = ["10.0.0.0/8"]
  }

  expect_failures = [var.remote_node_cidrs]
}

run "asn_public" {
  command = plan

  variables {
    transit_gateway_asn = 64511
  }

  expect_failures = [var.transit_gateway_asn]
}

run "asn_not_whole" {
  command = plan

  variables {
    transit_gateway_asn = 64512.5
  }

  expect_failures = [var.transit_gateway_asn]
}

run "asn_beyond_32_bits" {
  command = plan

  variables {
    transit_gateway_asn = 4294967295
  }

  expect_failures = [var.transit_gateway_asn]
}

run "asn_of_azure" {
  command = plan

  variables {
    transit_gateway_asn = 65515
  }

  expect_failures = [var.transit_gateway_asn]
}

run "too_many_remote_pods" {
  command = plan

  variables {
    remote_pod_cidrs = [for number in range(16) : "10.${100 + number}.0.0/16"]
  }

  expect_failures = [var.remote_pod_cidrs]
}

run "remote_pods_malformed" {
  command = plan

  variables {
    remote_pod_cidrs = ["10.112.0.0"]
  }

  expect_failures = [var.remote_pod_cidrs]
}

run "remote_pods_inside_the_vpc" {
  command = plan

  variables {
    remote_pod_cidrs = ["10.40.128.0/17"]
  }

  expect_failures = [var.remote_pod_cidrs]
}

run "nat_mode_unknown" {
  command = plan

  variables {
    nat_mode = "two"
  }

  expect_failures = [var.nat_mode]
}

run "tags_of_aws" {
  command = plan

  variables {
    tags = { "aws:owner" = "me" }
  }

  expect_failures = [var.tags]
}

run "flow_log_traffic_of_another_kind" {
  command = plan

  variables {
    flow_log_traffic = "DROP"
  }

  expect_failures = [var.flow_log_traffic]
}

run "log_retention_that_cloudwatch_lacks" {
  command = plan

  variables {
    log_retention_days = 31
  }

  expect_failures = [var.log_retention_days]
}

run "log_key_alias" {
  command = plan

  variables {
    log_kms_key_arn = "arn:aws:kms:eu-central-1:123456789012:alias/logs"
  }

  expect_failures = [var.log_kms_key_arn]
}
