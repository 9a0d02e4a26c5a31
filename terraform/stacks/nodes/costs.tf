# What the nodes cost, known before any is made: machine, disk and EKS's fee by vCPU.

variable "prices" {
  description = "Your prices in US dollars, in place of the list's: name => amount; names and units in docs/costs.md."
  type        = map(number)
  default     = {}
  nullable    = false
}

locals {
  # vCPUs stand in a size's name: Standard_D4s_v5 has 4, Standard_E8-2s_v5 uses 2 of 8.
  pool_vcpus = {
    for name, pool in var.pools : name => try(tonumber(regex("^Standard_[A-Z]+[0-9]+-([0-9]+)", pool.size)[0]), tonumber(regex("^Standard_[A-Z]+([0-9]+)", pool.size)[0]), null)
  }

  pool_costs = flatten([
    for name, pool in var.pools : [
      { price = "azure-vm-${pool.spot == null ? "" : "spot-"}${pool.size}", quantity = pool.count },
      { price = "azure-disk-${pool.os_disk_type}-gib", quantity = pool.count * pool.os_disk_size_gb },
      local.pool_vcpus[name] == null ? { price = "eks-hybrid-vcpu-of-${pool.size}", quantity = pool.count } : { price = "eks-hybrid-vcpu", quantity = pool.count * local.pool_vcpus[name] },
    ]
  ])

  quantities = { for price in distinct([for cost in local.pool_costs : cost.price]) : price => sum([for cost in local.pool_costs : cost.quantity if cost.price == price]) }
}

module "costs" {
  source = "../../modules/costs"

  quantities  = local.quantities
  prices      = var.prices
  not_counted = ["data over the link and to the internet", "lower tiers of EKS's fee above 576,000 vCPU-hours a month"]
}

output "monthly_cost" {
  description = "What the nodes cost while they stand, in US dollars: `hourly`, `monthly`, `items`; `complete` is false when something in `unpriced` has no price, as spot machines; `unverified` prices are the list's. Known at plan time."
  value       = module.costs.cost
}
