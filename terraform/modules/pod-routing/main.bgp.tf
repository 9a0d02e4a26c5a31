# Cilium's BGP: each hybrid node tells the Azure Route Server its own slice of the pods' range.
#
# The kinds of these resources are defined neither by Kubernetes nor by Cilium's chart: Cilium's operator registers them
# when it starts, and for that it needs a hybrid node. kubernetes_manifest would fail at plan time until then, because
# it asks the API server for the kind's schema. So the resources are a small chart of this module's own, installed by the
# first apply that finds the kinds registered.

locals {
  # As many documents as the template has; none where there is no BGP.
  bgp_resources = flatten([
    for bgp in var.bgp[*] : [
      for document in split("\n---\n", templatefile("${path.module}/templates/cilium-bgp.yaml.tftpl", bgp)) : yamldecode(document)
    ]
  ])

  bgp_release = toset(var.pod_routing == "bgp" && var.bgp_kinds_registered ? ["bgp"] : [])
}

resource "helm_release" "bgp" {
  for_each = local.bgp_release

  name      = "cilium-bgp"
  namespace = "kube-system"
  chart     = "${path.module}/charts/cilium-bgp"

  # Naming Cilium's release puts this one after it.
  description = "Announces pods of ${var.cilium_release} to the Azure Route Server"

  values = [yamlencode({ resources = local.bgp_resources })]

  max_history = 5

  lifecycle {
    precondition {
      condition     = var.bgp != null
      error_message = "bgp must be given with pod_routing bgp: the Route Server's addresses and the nodes' autonomous system number."
    }
  }
}
