output "node_expectations" {
  description = "What the readiness check waits for: pools, labels, names."
  value       = module.nodes.node_expectations
}
