output "cost" {
  description = "Cost of what runs all the time: sums by hour and month (730 hours), items by month, what has no price (`complete` is false then, and the sum too low), what is not counted, and which prices nobody has verified."
  value = {
    currency    = local.list.currency
    as_of       = local.list.asOf
    hourly      = floor(local.hourly * 10000 + 0.5) / 10000
    monthly     = floor(local.hourly * local.month * 100 + 0.5) / 100
    items       = { for name, amount in local.hourly_by_name : name => floor(amount * local.month * 100 + 0.5) / 100 }
    complete    = alltrue([for name in keys(local.counted) : contains(keys(local.prices), name)])
    unpriced    = [for name in keys(local.counted) : name if !contains(keys(local.prices), name)]
    unverified  = [for name in keys(local.hourly_by_name) : name if !contains(keys(var.prices), name)]
    not_counted = var.not_counted
  }
}
