output "cluster_name" {
  description = "Name of the EKS cluster."
  value       = module.eks_cluster.cluster_name
}

output "cluster_arn" {
  description = "ARN of the EKS cluster; SSM activations carry it in the tag EKSClusterARN."
  value       = module.eks_cluster.cluster_arn
}

output "cluster_endpoint" {
  description = "URL of the API server."
  value       = module.eks_cluster.cluster_endpoint
}

output "cluster_certificate_authority" {
  description = "Certificate of the API server's authority, in base64."
  value       = module.eks_cluster.cluster_certificate_authority
}

output "kubernetes_version" {
  description = "Kubernetes version of the control plane, minor alone; no node may be newer."
  value       = module.eks_cluster.kubernetes_version
}

output "service_cidr" {
  description = "IPv4 range of Kubernetes services."
  value       = module.eks_cluster.service_cidr
}

output "pod_routing" {
  description = "How the VPC reaches pods on hybrid nodes: gateway, bgp, udr or masquerade."
  value       = var.pod_routing
}

output "hybrid_pod_identity" {
  description = "Whether pods on hybrid nodes may have IAM roles; the nodes then keep a credentials file."
  value       = var.hybrid_pod_identity
}

output "hybrid_node_role_name" {
  description = "Name of the hybrid nodes' IAM role; an SSM activation names it."
  value       = module.hybrid_access.role_name
}

output "hybrid_node_role_arn" {
  description = "ARN of the hybrid nodes' IAM role."
  value       = module.hybrid_access.role_arn
}

output "cloud_node_groups" {
  description = "Managed groups of EC2 nodes: name => how many nodes, instance types, labels and whether they carry the Hybrid Nodes gateway."
  value       = module.eks_cluster.node_groups
}

output "addon_versions" {
  description = "Versions of the EKS add-ons by name."
  value       = module.eks_cluster.addon_versions
}

output "log_groups" {
  description = "CloudWatch log groups: control plane, VPC flow logs and VPN tunnels, null where there is none."
  value = {
    control_plane = module.eks_cluster.log_group_name
    flow_logs     = module.aws_network.flow_log_group_name
    vpn_tunnels   = local.vpn == null ? null : local.vpn.tunnel_log_group_name
  }
}
