output "nodes" {
  description = "Every node by pool and number: the VM's name and id, its interface's address, pool and zone."
  value = {
    for key, node in local.nodes : key => {
      name    = node.name
      pool    = node.pool
      zone    = node.zone
      id      = azurerm_linux_virtual_machine.this[key].id
      address = azurerm_network_interface.this[key].private_ip_address
    }
  }
}

output "node_addresses" {
  description = "Address of every node by pool and number, known as soon as its interface is there."
  value       = { for key, interface in azurerm_network_interface.this : key => interface.private_ip_address }
}

output "node_expectations" {
  description = "Which nodes must be in the cluster; read by the readiness check. Known at plan time, holds no secret."
  value = {
    cluster_name = var.cluster_name
    count        = length(local.nodes)
    pools = {
      for name, pool in var.pools : name => {
        count              = pool.count
        names              = [for number in range(pool.count) : local.nodes["${name}-${number}"].name]
        labels             = merge(pool.labels, { "eks-hybrid-actions.io/pool" = name, "eks.amazonaws.com/compute-type" = "hybrid" })
        taints             = pool.taints
        kubernetes_version = local.pool_kubernetes_versions[name]
        spot               = pool.spot != null
      }
    }
  }
}

output "outdated_nodes" {
  description = "Nodes whose boot data or image is not what their pool has now; raise their number in `generations`, one at a time."
  value       = sort([for key, machine in azurerm_linux_virtual_machine.this : key if machine.tags["boot-data"] != local.boot_sums[local.nodes[key].pool]])
}
