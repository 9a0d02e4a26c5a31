output "release" {
  description = "Helm release of Cilium: name, namespace and version."
  value = {
    name      = helm_release.this.name
    namespace = helm_release.this.namespace
    version   = helm_release.this.version
  }
}

output "values" {
  description = "Values of this module as YAML, before `extra_values`."
  value       = local.values
}

output "max_nodes" {
  description = "Hybrid nodes that the ranges of pods have slices for."
  value       = sum([for cidr in var.pod_cidrs : pow(2, var.pod_cidr_mask_size - tonumber(split("/", cidr)[1]))])
}
