output "max_hybrid_nodes" {
  description = "Hybrid nodes that this mode can serve: by slices of the pods' ranges, and by Azure's limit of eight peers at a Route Server or 400 routes in a table."
  value       = local.mode_limit == null ? local.slices : min(local.mode_limit, local.slices)
}

output "gateway_role_arn" {
  description = "IAM role of the EKS Hybrid Nodes gateway, or null without it."
  value       = one([for role in aws_iam_role.gateway : role.arn])
}

output "bgp_announced" {
  description = "Whether nodes announce their pods to the Route Server; null without `pod_routing` `bgp`."
  value       = var.pod_routing == "bgp" ? length(helm_release.bgp) == 1 : null
}
