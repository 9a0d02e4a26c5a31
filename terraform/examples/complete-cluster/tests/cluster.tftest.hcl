# Proves that the example can be planned with what the foundation's state holds.

override_data {
  target = data.terraform_remote_state.foundation
  values = {
    outputs = {
      foundation = {
        cluster_name                  = "hybrid-prod"
        cluster_arn                   = "arn:aws:eks:eu-central-1:123456789012:cluster/hybrid-prod"
        cluster_endpoint              = "https://0123.gr7.eu-central-1.eks.amazonaws.com"
        cluster_certificate_authority = "c2ltdWxhdGVk"
        pod_routing                   = "bgp"
        route_server_ips              = ["10.80.255.196", "10.80.255.197"]
        address_plan = {
          aws              = { vpc_cidr = "10.40.0.0/16" }
          remote_pod_cidrs = ["10.112.0.0/16"]
          asns             = { node_bgp = 65010 }
        }
      }
    }
  }
}

# Nothing answers at the endpoint above: the kinds that Cilium's operator registers are said to be there.
override_data {
  target = module.cluster.data.kubernetes_resources.bgp_kinds
  values = { objects = [{}] }
}

run "plan" {
  command = plan

  variables {
    state_bucket = "acme-terraform-state"
  }

  assert {
    condition     = output.cluster.pod_routing.mode == "bgp" && output.cluster.max_hybrid_nodes == 8
    error_message = "BGP, and as many nodes as Route Server takes peers."
  }
}
