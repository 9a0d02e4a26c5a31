# Default policies of the namespaces named: pods there are closed, but to each other and to names. On hybrid nodes Cilium
# enforces them, on EC2 nodes the VPC CNI. What else a workload needs, its own policies open.

locals {
  # Where pods find names: CoreDNS on either side.
  dns_selector = { k8s-app = "kube-dns" }
}

resource "kubernetes_namespace_v1" "workload" {
  for_each = var.namespaces

  metadata {
    name   = each.key
    labels = each.value.labels
  }
}

resource "kubernetes_network_policy_v1" "default_deny" {
  for_each = { for name, namespace in var.namespaces : name => namespace if namespace.default_deny }

  metadata {
    name      = "default-deny"
    namespace = kubernetes_namespace_v1.workload[each.key].metadata[0].name
  }

  spec {
    policy_types = ["Ingress", "Egress"]

    pod_selector {}
  }
}

resource "kubernetes_network_policy_v1" "same_namespace" {
  for_each = { for name, namespace in var.namespaces : name => namespace if namespace.default_deny }

  metadata {
    name      = "same-namespace"
    namespace = kubernetes_namespace_v1.workload[each.key].metadata[0].name
  }

  spec {
    policy_types = ["Ingress", "Egress"]

    pod_selector {}

    ingress {
      from {
        pod_selector {}
      }
    }

    egress {
      to {
        pod_selector {}
      }
    }
  }
}

resource "kubernetes_network_policy_v1" "dns" {
  for_each = { for name, namespace in var.namespaces : name => namespace if namespace.default_deny }

  metadata {
    name      = "dns"
    namespace = kubernetes_namespace_v1.workload[each.key].metadata[0].name
  }

  spec {
    policy_types = ["Egress"]

    pod_selector {}

    egress {
      to {
        namespace_selector {
          match_labels = { "kubernetes.io/metadata.name" = "kube-system" }
        }

        pod_selector {
          match_labels = local.dns_selector
        }
      }

      dynamic "ports" {
        for_each = ["TCP", "UDP"]

        content {
          protocol = ports.value
          port     = "53"
        }
      }
    }
  }
}
