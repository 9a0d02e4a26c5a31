# Proves that the foundation's outputs reach the modules in each mode, and, on an applied stack, the rights of the
# actions and the closed namespaces.

run "setup" {
  module {
    source = "./tests/setup"
  }

  providers = {
    aws = aws.setup
  }
}

provider "aws" {
  alias  = "setup"
  region = "eu-central-1"
}

# For runs that are refused before anything is asked of a cloud.
variables {
  foundation = {
    cluster_name                  = "hybrid-test"
    cluster_arn                   = "arn:aws:eks:eu-central-1:123456789012:cluster/hybrid-test"
    cluster_endpoint              = "https://0123.gr7.eu-central-1.eks.amazonaws.com"
    cluster_certificate_authority = "c2ltdWxhdGVk"
    pod_routing                   = "masquerade"
    address_plan = {
      aws              = { vpc_cidr = "10.40.0.0/16" }
      remote_pod_cidrs = ["10.112.0.0/16"]
      asns             = { node_bgp = 65010 }
    }
  }
  namespaces = { shop = { labels = { team = "shop" } }, open = { default_deny = false } }
}

run "gateway" {
  command = apply

  variables {
    foundation = run.setup.foundation
  }

  assert {
    condition     = output.cilium == { name = "cilium", namespace = "kube-system", version = "1.18.8-1" } && output.pod_routing.mode == "gateway" && output.pod_routing.bgp_announced == null && output.pod_routing.gateway_role_arn == "arn:aws:iam::123456789012:role/hybrid-test-hybrid-gateway"
    error_message = "Cilium and the gateway are installed."
  }

  assert {
    condition     = output.max_hybrid_nodes == 512
    error_message = "As many nodes as slices."
  }

  assert {
    condition = { for name, role in kubernetes_cluster_role_v1.this : name => toset(flatten([
      for rule in role.rule : [for verb in rule.verbs : [for resource in rule.resources : "${verb} ${resource}"]]
      ])) } == {
      reader  = toset(["get nodes", "list nodes", "watch nodes", "list certificatesigningrequests", "get pods", "list pods", "get events", "list events", "get leases", "list leases", "get ciliumnodes", "list ciliumnodes"])
      cleanup = toset(["get nodes", "list nodes", "patch nodes", "delete nodes", "get pods", "list pods", "delete pods", "create pods/eviction", "get poddisruptionbudgets", "list poddisruptionbudgets", "get leases", "list leases", "delete leases", "list certificatesigningrequests", "get ciliumnodes", "list ciliumnodes", "delete ciliumnodes"])
      connectivity = toset([
        "list nodes", "get namespaces", "list namespaces", "create namespaces", "delete namespaces", "list pods", "create pods", "get pods/log",
        "get pods/exec", "create pods/exec", "get pods/portforward", "create pods/portforward", "get services", "create services", "create secrets",
        "create configmaps", "get configmaps", "list events", "create networkpolicies", "delete networkpolicies", "list validatingwebhookconfigurations",
        "create validatingwebhookconfigurations", "delete validatingwebhookconfigurations", "get daemonsets", "get deployments", "list ciliumnodes",
        "list ciliumendpoints", "list ciliumidentities", "list ciliumbgpnodeconfigs", "list ciliumvtepconfigs", "list ciliumendpoints", "list ciliumidentities", "get configmaps", "list events",
      ])
    }
    error_message = "The rights of each group in the whole cluster."
  }

  assert {
    condition     = { for name, binding in kubernetes_cluster_role_binding_v1.this : name => "${binding.subject[0].kind} ${binding.subject[0].name} has ${binding.role_ref[0].name}" } == { for name in ["cleanup", "connectivity", "reader"] : name => "Group eks-hybrid:${name} has eks-hybrid:${name}" }
    error_message = "Each role is its group's."
  }

  assert {
    condition = !anytrue(flatten([for role in kubernetes_cluster_role_v1.this : [for rule in role.rule : [
      contains(rule.verbs, "*"), contains(rule.resources, "*"), contains(rule.resources, "secrets") && toset(rule.verbs) != toset(["create"]),
      contains(rule.resources, "configmaps") && contains(rule.verbs, "get") && !contains(coalesce(rule.resource_names, []), "cilium-config")
    ]]]))
    error_message = "No group may do everything, none reads secrets, and of ConfigMaps one reads that of Cilium alone."
  }

  assert {
    condition     = [for rule in kubernetes_cluster_role_v1.this["connectivity"].rule : toset(rule.resource_names) if toset(rule.resources) == toset(["configmaps"]) && toset(rule.verbs) == toset(["get"])] == [toset(["cilium-config"])]
    error_message = "Of config maps it reads Cilium's alone."
  }

  assert {
    condition     = keys(kubernetes_network_policy_v1.default_deny) == ["shop"] && toset(kubernetes_network_policy_v1.default_deny["shop"].spec[0].policy_types) == toset(["Egress", "Ingress"]) && length(kubernetes_network_policy_v1.default_deny["shop"].spec[0].ingress) == 0 && length(kubernetes_network_policy_v1.default_deny["shop"].spec[0].egress) == 0
    error_message = "One namespace is closed, both ways."
  }

  assert {
    condition     = [for port in kubernetes_network_policy_v1.dns["shop"].spec[0].egress[0].ports : "${port.protocol} ${port.port}"] == ["TCP 53", "UDP 53"] && kubernetes_network_policy_v1.dns["shop"].spec[0].egress[0].to[0].namespace_selector[0].match_labels["kubernetes.io/metadata.name"] == "kube-system" && length(kubernetes_network_policy_v1.same_namespace) == 1
    error_message = "Names are found, and pods of the namespace reach each other."
  }
}

run "bgp_before_the_first_node" {
  command = plan

  variables {
    foundation = merge(run.setup.foundation, { pod_routing = "bgp", route_server_ips = ["10.80.255.228", "10.80.255.229"] })
  }

  # Nothing is announced, and the plan says so.
  expect_failures = [check.bgp_announced]
}

run "udr_on_a_private_link" {
  command = plan

  variables {
    foundation = merge(run.setup.foundation, { pod_routing = "udr", link_kind = "private" })
    hubble     = { metrics = ["drop"] }
  }

  assert {
    condition     = output.max_hybrid_nodes == 400 && output.pod_routing.gateway_role_arn == null
    error_message = "No gateway, and as many nodes as a route table has room for."
  }
}

run "masquerade" {
  command = plan

  variables {
    foundation         = merge(run.setup.foundation, { pod_routing = "masquerade" })
    pod_cidr_mask_size = 24
  }

  assert {
    condition     = output.max_hybrid_nodes == 256 && output.pod_routing.gateway_role_arn == null
    error_message = "No gateway; slices of another size."
  }
}

run "foundation_with_the_arn_of_a_role" {
  command = plan

  variables {
    foundation = merge(run.setup.foundation, { cluster_arn = "arn:aws:iam::123456789012:role/cluster" })
  }

  expect_failures = [var.foundation]
}

run "foundation_without_a_url" {
  command = plan

  variables {
    foundation = merge(run.setup.foundation, { cluster_endpoint = "hybrid-test" })
  }

  expect_failures = [var.foundation]
}

run "foundation_with_an_unknown_mode" {
  command = plan

  variables {
    foundation = merge(run.setup.foundation, { pod_routing = "nat" })
  }

  expect_failures = [var.foundation]
}

run "namespace_default" {
  command = plan

  variables {
    namespaces = { default = {} }
  }

  expect_failures = [var.namespaces]
}

run "namespace_of_the_gateway" {
  command = plan

  variables {
    namespaces = { eks-hybrid-nodes-gateway = {} }
  }

  expect_failures = [var.namespaces]
}
