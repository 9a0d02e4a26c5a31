# Rights of the actions inside the cluster: the verbs that they use, bound to groups. Who is in a group is said by the
# access entries of the stack foundation.

locals {
  hybrid_groups = {
    cleanup      = "eks-hybrid:cleanup"
    connectivity = "eks-hybrid:connectivity"
    reader       = "eks-hybrid:reader"
  }

  # Role => rules: group of the API, resources, verbs. Each states why an action needs it.
  cluster_rules = {
    # Whether nodes are ready, and why not: their conditions, their kubelets' certificates, their pod network.
    reader = [
      { group = "", resources = ["nodes"], verbs = ["get", "list", "watch"] },
      { group = "certificates.k8s.io", resources = ["certificatesigningrequests"], verbs = ["list"] },
      { group = "", resources = ["pods", "events"], verbs = ["get", "list"] },
      { group = "coordination.k8s.io", resources = ["leases"], verbs = ["get", "list"] },
      { group = "cilium.io", resources = ["ciliumnodes"], verbs = ["get", "list"] },
    ]
    # Whether a node is idle or dead: its pods, its lease, its stamp. Then cordon, evict, delete; pods of a machine that
    # is gone are deleted without its word. What DaemonSet or controller a pod has is in the pod itself. A certificate that
    # waits for approval is why a young node is not ready.
    cleanup = [
      { group = "", resources = ["nodes"], verbs = ["get", "list", "patch", "delete"] },
      { group = "", resources = ["pods"], verbs = ["get", "list", "delete"] },
      { group = "", resources = ["pods/eviction"], verbs = ["create"] },
      { group = "policy", resources = ["poddisruptionbudgets"], verbs = ["get", "list"] },
      { group = "coordination.k8s.io", resources = ["leases"], verbs = ["get", "list", "delete"] },
      { group = "certificates.k8s.io", resources = ["certificatesigningrequests"], verbs = ["list"] },
      { group = "cilium.io", resources = ["ciliumnodes"], verbs = ["get", "list", "delete"] },
    ]
    # The probes of cilium-connectivity, word for word as in its rbac.yaml, which says why for each. A run makes a namespace
    # of its own, and Kubernetes cannot limit a role to namespaces that do not exist yet.
    connectivity = [
      { group = "", resources = ["nodes"], verbs = ["list"] },
      { group = "", resources = ["namespaces"], verbs = ["get", "list", "create", "delete"] },
      { group = "", resources = ["pods"], verbs = ["list", "create"] },
      { group = "", resources = ["pods/log"], verbs = ["get"] },
      { group = "", resources = ["pods/exec", "pods/portforward"], verbs = ["get", "create"] },
      { group = "", resources = ["services"], verbs = ["get", "create"] },
      { group = "", resources = ["secrets"], verbs = ["create"] },
      { group = "", resources = ["configmaps"], verbs = ["create"] },
      { group = "", resources = ["configmaps"], names = ["cilium-config"], verbs = ["get"] },
      { group = "", resources = ["events"], verbs = ["list"] },
      { group = "networking.k8s.io", resources = ["networkpolicies"], verbs = ["create", "delete"] },
      { group = "admissionregistration.k8s.io", resources = ["validatingwebhookconfigurations"], verbs = ["list", "create", "delete"] },
      { group = "apps", resources = ["daemonsets", "deployments"], verbs = ["get"] },
      { group = "cilium.io", resources = ["ciliumnodes", "ciliumendpoints", "ciliumidentities", "ciliumbgpnodeconfigs", "ciliumvtepconfigs"], verbs = ["list"] },
      { group = "metrics.k8s.io", resources = ["nodes"], verbs = ["list"] },
    ]
  }
}

resource "kubernetes_cluster_role_v1" "this" {
  for_each = local.cluster_rules

  metadata {
    name = local.hybrid_groups[each.key]
  }

  dynamic "rule" {
    for_each = each.value

    content {
      api_groups     = [rule.value.group]
      resources      = rule.value.resources
      resource_names = try(rule.value.names, null)
      verbs          = rule.value.verbs
    }
  }
}

resource "kubernetes_cluster_role_binding_v1" "this" {
  for_each = local.cluster_rules

  metadata {
    name = local.hybrid_groups[each.key]
  }

  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind      = "ClusterRole"
    name      = kubernetes_cluster_role_v1.this[each.key].metadata[0].name
  }

  subject {
    api_group = "rbac.authorization.k8s.io"
    kind      = "Group"
    name      = local.hybrid_groups[each.key]
  }
}
