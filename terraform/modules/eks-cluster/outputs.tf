output "cluster_name" {
  description = "Name of the cluster, once it is there."
  value       = aws_eks_cluster.this.name
}

output "cluster_arn" {
  description = "ARN of the cluster."
  value       = aws_eks_cluster.this.arn
}

output "cluster_endpoint" {
  description = "URL of the API server."
  value       = aws_eks_cluster.this.endpoint
}

output "cluster_certificate_authority" {
  description = "Certificate of the API server's authority, in base64."
  value       = aws_eks_cluster.this.certificate_authority[0].data
}

output "kubernetes_version" {
  description = "Kubernetes version of the control plane, minor alone."
  value       = aws_eks_cluster.this.version
}

output "service_cidr" {
  description = "IPv4 range of Kubernetes services."
  value       = aws_eks_cluster.this.kubernetes_network_config[0].service_ipv4_cidr
}

output "cluster_security_group_id" {
  description = "EKS's own security group, of the control plane and the EC2 nodes."
  value       = aws_eks_cluster.this.vpc_config[0].cluster_security_group_id
}

output "node_security_group_id" {
  description = "Security group of what hybrid nodes and their pods may open to EC2 nodes."
  value       = aws_security_group.nodes.id
}

output "node_role_arn" {
  description = "IAM role of the EC2 nodes."
  value       = aws_iam_role.node.arn
}

output "node_groups" {
  description = "Managed node groups: name => how many nodes, labels and whether they carry the Hybrid Nodes gateway."
  value = {
    for name, group in aws_eks_node_group.this : name => {
      desired_size   = local.node_groups[name].sizes.desired_size
      instance_types = local.node_groups[name].sizes.instance_types
      labels         = local.node_groups[name].gateway ? { (local.gateway_label) = "true" } : {}
      gateway        = local.node_groups[name].gateway
    }
  }
}

output "addon_versions" {
  description = "Versions of the add-ons by name."
  value       = local.addon_versions
}

output "secrets_kms_key_arn" {
  description = "KMS key that encrypts Kubernetes secrets."
  value       = local.secrets_key_id
}

output "log_group_name" {
  description = "CloudWatch log group of the control plane."
  value       = aws_cloudwatch_log_group.control_plane.name
}
