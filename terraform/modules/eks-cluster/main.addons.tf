# EKS add-ons, placed for a cluster with nodes in two clouds. The VPC CNI stays off hybrid nodes by its own affinity;
# kube-proxy and the monitoring agent run everywhere.

locals {
  hybrid_label = "eks.amazonaws.com/compute-type"

  vpc_cni_configuration = merge(
    { enableNetworkPolicy = "true" },
    # To pods on hybrid nodes go the pods' own addresses, as between any two pods; by default the CNI hides its pods
    # behind their node towards all that is not of the VPC.
    local.pods_are_routed ? { env = { AWS_VPC_K8S_CNI_EXCLUDE_SNAT_CIDRS = join(",", var.remote_pod_cidrs) } } : {},
  )

  # A copy on each side, so that a broken link does not take names away. With masquerade alone the VPC cannot reach pods on
  # hybrid nodes, so CoreDNS stays in AWS, and hybrid pods come to it hidden behind their nodes.
  coredns_configuration = {
    replicaCount = var.coredns_replicas
    affinity = {
      nodeAffinity = {
        requiredDuringSchedulingIgnoredDuringExecution = {
          nodeSelectorTerms = [{
            matchExpressions = concat(
              [
                { key = "kubernetes.io/os", operator = "In", values = ["linux"] },
                { key = "kubernetes.io/arch", operator = "In", values = ["amd64", "arm64"] },
              ],
              local.pods_are_routed ? [] : [{ key = local.hybrid_label, operator = "NotIn", values = ["hybrid"] }],
            )
          }]
        }
      }
      podAntiAffinity = {
        preferredDuringSchedulingIgnoredDuringExecution = [
          for key, weight in { "topology.kubernetes.io/zone" = 100, "kubernetes.io/hostname" = 50 } : {
            weight                                           = weight
            podAffinityTerm = {
              topologyKey   = key
              labelSelector = { matchExpressions = [{ key = "k8s-app", operator = "In", values = ["kube-dns"] }] }
            }
          }
        ]
      }
    }
  }

  # Name => configuration, or null for that of EKS.
  addons_before_nodes = {
    vpc-cni                = jsonencode(local.vpc_cni_configuration)
    kube-proxy             = null
    eks-pod-identity-agent = var.hybrid_pod_identity ? jsonencode({ daemonsets = { hybrid = { create = true } } }) : null
  }
  addons_after_nodes = {
    coredns                   = jsonencode(local.coredns_configuration)
    eks-node-monitoring-agent = null
  }
  addons = setunion(keys(local.addons_before_nodes), keys(local.addons_after_nodes))

  addon_versions = { for name in local.addons : name => try(var.addon_versions[name], data.aws_eks_addon_version.newest[name].version) }
}

# The newest version that EKS has for this Kubernetes; a plan shows when there is a newer one.
data "aws_eks_addon_version" "newest" {
  for_each = setsubtract(local.addons, keys(var.addon_versions))

  addon_name         = each.key
  kubernetes_version = var.kubernetes_version
  most_recent        = true
}

resource "aws_eks_addon" "before_nodes" {
  for_each = local.addons_before_nodes

  cluster_name         = aws_eks_cluster.this.name
  addon_name           = each.key
  addon_version        = local.addon_versions[each.key]
  configuration_values = each.value

  # What stands here is what runs; edits by hand are undone at the next change.
  resolve_conflicts_on_create = "OVERWRITE"
  resolve_conflicts_on_update = "OVERWRITE"

  dynamic "pod_identity_association" {
    for_each = each.key == "vpc-cni" ? { aws-node = aws_iam_role.vpc_cni.arn } : {}

    content {
      service_account = pod_identity_association.key
      role_arn        = pod_identity_association.value
    }
  }

  tags = merge(var.tags, { Name = each.key })

  depends_on = [aws_iam_role_policy_attachment.vpc_cni]
}

# CoreDNS counts as healthy only where it can run.
resource "aws_eks_addon" "after_nodes" {
  for_each = local.addons_after_nodes

  cluster_name         = aws_eks_cluster.this.name
  addon_name           = each.key
  addon_version        = local.addon_versions[each.key]
  configuration_values = each.value

  resolve_conflicts_on_create = "OVERWRITE"
  resolve_conflicts_on_update = "OVERWRITE"

  tags = merge(var.tags, { Name = each.key })

  depends_on = [aws_eks_node_group.this]
}
