output "cilium" {
  description = "Helm release of Cilium: name, namespace and version."
  value       = module.cilium.release
}

output "max_hybrid_nodes" {
  description = "Hybrid nodes that ranges of pods and way of routing can serve; pools of the stack `nodes` must not have more."
  value       = min(module.cilium.max_nodes, module.pod_routing.max_hybrid_nodes)
}

output "pod_routing" {
  description = "How the VPC reaches pods on hybrid nodes, whether nodes announce them (`bgp` only, else null) and the gateway's role (`gateway` only, else null)."
  value = {
    mode             = var.foundation.pod_routing
    bgp_announced    = module.pod_routing.bgp_announced
    gateway_role_arn = module.pod_routing.gateway_role_arn
  }
}

output "kubernetes_groups" {
  description = "Groups with the rights of the actions; name them in `cluster_access_entries` of the stack foundation."
  value       = local.hybrid_groups
}
