# Proves the values that Cilium's chart gets, whole for the default mode and by difference for the others.

variables {
  pod_routing = "gateway"
  pod_cidrs   = ["10.112.0.0/16"]
  vpc_cidr    = "10.40.0.0/16"
}

run "gateway" {
  command = plan

  assert {
    condition = yamldecode(output.values) == {
      affinity = { nodeAffinity = { requiredDuringSchedulingIgnoredDuringExecution = { nodeSelectorTerms = [
        { matchExpressions = [{ key = "eks.amazonaws.com/compute-type", operator = "In", values = ["hybrid"] }] },
      ] } } }
      ipam                 = { mode = "cluster-pool", operator = { clusterPoolIPv4MaskSize = 25, clusterPoolIPv4PodCIDRList = ["10.112.0.0/16"] } }
      routingMode          = "tunnel"
      tunnelProtocol       = "vxlan"
      MTU                  = 1400
      enableIPv4Masquerade = true
      kubeProxyReplacement = "false"
      loadBalancer         = { serviceTopology = true }
      envoy                = { enabled = false }
      l7Proxy              = false
      vtep                 = { enabled = true }
      hubble               = { enabled = true, relay = { enabled = false }, ui = { enabled = false } }
      rollOutCiliumPods    = true
      operator = {
        replicas    = 1
        rollOutPods = true
        affinity = { nodeAffinity = { requiredDuringSchedulingIgnoredDuringExecution = { nodeSelectorTerms = [
          { matchExpressions = [{ key = "eks.amazonaws.com/compute-type", operator = "In", values = ["hybrid"] }] },
        ] } } }
        tolerations = [
          { key = "node.kubernetes.io/not-ready", operator = "Exists" },
          { key = "node.cilium.io/agent-not-ready", operator = "Exists" },
        ]
        unmanagedPodWatcher = { restart = false }
      }
    }
    error_message = "The values of the mode gateway, every one of them."
  }

  assert {
    condition     = helm_release.this.repository == "oci://public.ecr.aws/eks/cilium" && helm_release.this.chart == "cilium" && helm_release.this.namespace == "kube-system" && helm_release.this.version == "1.18.8-1" && !helm_release.this.wait && helm_release.this.values == tolist([output.values])
    error_message = "AWS's chart, not waited for."
  }

  assert {
    condition     = output.max_nodes == 512 && output.release == { name = "cilium", namespace = "kube-system", version = "1.18.8-1" }
    error_message = "A /16 has 512 slices of /25."
  }
}

run "bgp" {
  command = plan

  variables {
    pod_routing = "bgp"
  }

  assert {
    condition     = yamldecode(output.values).bgpControlPlane == { enabled = true } && yamldecode(output.values).ipv4NativeRoutingCIDR == "10.40.0.0/16" && !can(yamldecode(output.values).vtep)
    error_message = "BGP, and pods keep their address towards the VPC."
  }
}

run "udr" {
  command = plan

  variables {
    pod_routing   = "udr"
    chart_version = "1.17.4-0"
  }

  assert {
    condition     = yamldecode(output.values).ipv4NativeRoutingCIDR == "10.40.0.0/16" && !can(yamldecode(output.values).vtep) && !can(yamldecode(output.values).bgpControlPlane)
    error_message = "Pods keep their address towards the VPC; nobody announces them."
  }
}

run "masquerade" {
  command = plan

  variables {
    pod_routing = "masquerade"
  }

  assert {
    condition     = length(setintersection(keys(yamldecode(output.values)), ["ipv4NativeRoutingCIDR", "vtep", "bgpControlPlane"])) == 0 && yamldecode(output.values).enableIPv4Masquerade
    error_message = "Pods hide behind their node towards everything."
  }
}

run "options" {
  command = plan

  variables {
    link_kind          = "private"
    wireguard          = true
    hubble             = { relay = true, metrics = ["drop", "tcp"] }
    operator_replicas  = 2
    pod_cidrs          = ["10.112.0.0/20", "10.113.0.0/24"]
    pod_cidr_mask_size = 24
    extra_values       = ["debug: {enabled: true}"]
  }

  assert {
    condition     = yamldecode(output.values).MTU == 1500 && yamldecode(output.values).encryption == { enabled = true, type = "wireguard" } && yamldecode(output.values).operator.replicas == 2
    error_message = "A private link carries 1500 bytes; WireGuard; two operators."
  }

  assert {
    condition     = yamldecode(output.values).hubble == { enabled = true, metrics = { enabled = ["drop", "tcp"] }, relay = { enabled = true }, ui = { enabled = false } }
    error_message = "Hubble with a relay and metrics."
  }

  assert {
    condition     = output.max_nodes == 17 && yamldecode(output.values).ipam.operator == { clusterPoolIPv4MaskSize = 24, clusterPoolIPv4PodCIDRList = ["10.112.0.0/20", "10.113.0.0/24"] } && helm_release.this.values[1] == "debug: {enabled: true}"
    error_message = "Sixteen slices and one; values of the user's own come last."
  }
}

run "other_mtu" {
  command = plan

  variables {
    mtu    = 1350
    hubble = { enabled = false }
  }

  assert {
    condition     = yamldecode(output.values).MTU == 1350 && yamldecode(output.values).hubble == { enabled = false, relay = { enabled = false }, ui = { enabled = false } }
    error_message = "The packet size given, and no Hubble."
  }
}

run "newer_minor" {
  command = plan

  variables {
    chart_version = "1.20.0-1"
  }

  assert {
    condition     = helm_release.this.version == "1.20.0-1"
    error_message = "Minors after 1.19 know the gateway from the start."
  }
}
