output "foundation" {
  description = "All outputs of the stack; the stacks cluster and nodes take them as their variable `foundation`."
  value       = module.foundation
}
