# What lets Azure VMs become nodes.

module "hybrid_access" {
  source = "../../modules/hybrid-access"

  cluster_name = module.eks_cluster.cluster_name
  cluster_arn  = module.eks_cluster.cluster_arn
  role_name    = "${var.name}-hybrid-node"
  pod_identity = var.hybrid_pod_identity
}
