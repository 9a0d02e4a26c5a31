output "node_expectations" {
  description = "Which nodes must be in the cluster, pool by pool: how many, their VMs' names, labels, taints and Kubernetes version; read by the readiness check. Known at plan time, holds no secret."
  value       = module.azure_nodes.node_expectations
}

output "nodes" {
  description = "Every node by pool and number: the VM's name and id, its address, pool and zone."
  value       = module.azure_nodes.nodes
}

output "outdated_nodes" {
  description = "Nodes whose boot data or image is not what their pool has now; raise their number in `generations`, one at a time."
  value       = module.azure_nodes.outdated_nodes
}
