# Proves that every validation of this module's variables refuses what it is there to refuse. A run fails when the value
# it gives is accepted.

provider "aws" {
  region = "eu-central-1"
}

variables {
  name                     = "hybrid-test"
  vpc_id                   = "vpc-0123456789abcdef0"
  control_plane_subnet_ids = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  node_subnet_ids          = ["subnet-0123456789abcdef2", "subnet-0123456789abcdef3"]
  remote_node_cidrs        = ["10.80.0.0/20"]
  remote_pod_cidrs         = ["10.112.0.0/16"]
  service_cidr             = "172.20.0.0/16"
  pod_routing              = "gateway"
}

run "name_with_capitals" {
  command = plan

  variables {
    name = "Hybrid"
  }

  expect_failures = [var.name]
}

run "vpc_by_name" {
  command = plan

  variables {
    vpc_id = "main"
  }

  expect_failures = [var.vpc_id]
}

run "control_plane_in_one_subnet" {
  command = plan

  variables {
    control_plane_subnet_ids = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef0"]
  }

  expect_failures = [var.control_plane_subnet_ids]
}

run "no_node_subnet" {
  command = plan

  variables {
    node_subnet_ids = []
  }

  expect_failures = [var.node_subnet_ids]
}

run "no_remote_nodes" {
  command = plan

  variables {
    remote_node_cidrs = []
  }

  expect_failures = [var.remote_node_cidrs]
}

run "remote_nodes_of_a_carrier" {
  command = plan

  variables {
    remote_node_cidrs = ["100.64.0.0/16"]
  }

  expect_failures = [var.remote_node_cidrs]
}

run "no_remote_pods" {
  command = plan

  variables {
    remote_pod_cidrs = []
  }

  expect_failures = [var.remote_pod_cidrs]
}

run "remote_pods_with_host_bits" {
  command = plan

  variables {
    remote_pod_cidrs = ["10.112.0.1/16"]
  }

  expect_failures = [var.remote_pod_cidrs]
}

run "service_cidr_too_large" {
  command = plan

  variables {
    service_cidr = "10.0.0.0/8"
  }

  expect_failures = [var.service_cidr]
}

run "pod_routing_of_another_kind" {
  command = plan

  variables {
    pod_routing = "vpn"
  }

  expect_failures = [var.pod_routing]
}

run "kubernetes_version_with_patch" {
  command = plan

  variables {
    kubernetes_version = "1.34.2"
  }

  expect_failures = [var.kubernetes_version]
}

run "support_type_in_lower_case" {
  command = plan

  variables {
    support_type = "extended"
  }

  expect_failures = [var.support_type]
}

run "endpoint_both" {
  command = plan

  variables {
    endpoint = "both"
  }

  expect_failures = [var.endpoint]
}

run "public_endpoint_without_ranges" {
  command = plan

  variables {
    endpoint = "public"
  }

  expect_failures = [var.public_access_cidrs]
}

run "public_endpoint_for_everyone" {
  command = plan

  variables {
    endpoint            = "public"
    public_access_cidrs = ["0.0.0.0/0"]
  }

  expect_failures = [var.public_access_cidrs]
}

run "api_clients_from_everywhere" {
  command = plan

  variables {
    api_client_cidrs = ["0.0.0.0/0"]
  }

  expect_failures = [var.api_client_cidrs]
}

run "secrets_key_alias" {
  command = plan

  variables {
    secrets_kms_key_arn = "arn:aws:kms:eu-central-1:123456789012:alias/eks"
  }

  expect_failures = [var.secrets_kms_key_arn]
}

run "unknown_control_plane_log" {
  command = plan

  variables {
    control_plane_logs = ["api", "etcd"]
  }

  expect_failures = [var.control_plane_logs]
}

run "log_retention_that_cloudwatch_lacks" {
  command = plan

  variables {
    log_retention_days = 0
  }

  expect_failures = [var.log_retention_days]
}

run "log_key_by_id" {
  command = plan

  variables {
    log_kms_key_arn = "11111111-2222-3333-4444-555555555555"
  }

  expect_failures = [var.log_kms_key_arn]
}

run "access_of_a_session" {
  command = plan

  variables {
    access_entries = { ci = { principal_arn = "arn:aws:sts::123456789012:assumed-role/ci/run", policy = "AmazonEKSClusterAdminPolicy" } }
  }

  expect_failures = [var.access_entries]
}

run "access_twice" {
  command = plan

  variables {
    access_entries = { one = { principal_arn = "arn:aws:iam::123456789012:role/ci", policy = "AmazonEKSViewPolicy" }, two = { principal_arn = "arn:aws:iam::123456789012:role/ci", groups = ["viewers"] } }
  }

  expect_failures = [var.access_entries]
}

run "access_to_nothing" {
  command = plan

  variables {
    access_entries = { ci = { principal_arn = "arn:aws:iam::123456789012:role/ci" } }
  }

  expect_failures = [var.access_entries]
}

run "access_of_a_system_group" {
  command = plan

  variables {
    access_entries = { ci = { principal_arn = "arn:aws:iam::123456789012:role/ci", groups = ["system:masters"] } }
  }

  expect_failures = [var.access_entries]
}

run "version_of_another_addon" {
  command = plan

  variables {
    addon_versions = { aws-ebs-csi-driver = "v1.53.0-eksbuild.1" }
  }

  expect_failures = [var.addon_versions]
}

run "addon_version_without_build" {
  command = plan

  variables {
    addon_versions = { coredns = "v1.12.4" }
  }

  expect_failures = [var.addon_versions]
}

run "coredns_too_old_for_hybrid_nodes" {
  command = plan

  variables {
    addon_versions = { coredns = "v1.8.7-eksbuild.10" }
  }

  expect_failures = [var.addon_versions]
}

run "one_coredns" {
  command = plan

  variables {
    coredns_replicas = 1
  }

  expect_failures = [var.coredns_replicas]
}

run "node_group_smaller_than_its_least" {
  command = plan

  variables {
    node_group = { min_size = 3, desired_size = 2 }
  }

  expect_failures = [var.node_group]
}

run "one_gateway_node" {
  command = plan

  variables {
    node_group = { min_size = 1, desired_size = 1 }
  }

  expect_failures = [var.node_group]
}

run "node_group_of_windows" {
  command = plan

  variables {
    node_group = { ami_type = "WINDOWS_CORE_2022_x86_64" }
  }

  expect_failures = [var.node_group]
}

run "gateway_on_spot" {
  command = plan

  variables {
    node_group = { capacity_type = "SPOT" }
  }

  expect_failures = [var.node_group]
}

run "node_group_without_instance_type" {
  command = plan

  variables {
    node_group = { instance_types = [] }
  }

  expect_failures = [var.node_group]
}

run "node_group_with_a_tiny_disk" {
  command = plan

  variables {
    node_group = { disk_size = 8 }
  }

  expect_failures = [var.node_group]
}

run "no_webhook_port" {
  command = plan

  variables {
    webhook_ports = []
  }

  expect_failures = [var.webhook_ports]
}

run "pod_port_too_large" {
  command = plan

  variables {
    pod_ports = ["70000"]
  }

  expect_failures = [var.pod_ports]
}

run "tag_of_aws" {
  command = plan

  variables {
    tags = { "aws:owner" = "me" }
  }

  expect_failures = [var.tags]
}
