output "cluster" {
  description = "All outputs of the stack."
  value       = module.cluster
}
