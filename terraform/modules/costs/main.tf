# What runs by the hour, times its price. List prices in US dollars, most of them not verified: give your own in `prices`.

locals {
  list = jsondecode(file("${path.module}/prices.json"))

  # Hours in a month as both clouds reckon them.
  month = 730

  hourly_prices  = { for name, price in local.list.prices : name => price.per == "hour" ? price.amount : price.amount / local.month }
  monthly_named  = [for name, price in local.list.prices : name if price.per == "month"]
  given_prices   = { for name, amount in var.prices : name => contains(local.monthly_named, name) ? amount / local.month : amount }
  prices         = merge(local.hourly_prices, local.given_prices)
  counted        = { for name, quantity in var.quantities : name => quantity if quantity > 0 }
  hourly_by_name = { for name, quantity in local.counted : name => quantity * local.prices[name] if contains(keys(local.prices), name) }
  hourly         = sum(concat([0], values(local.hourly_by_name)))
}
