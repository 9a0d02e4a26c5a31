variable "nat_mode" {
  description = "NAT gateways of the node subnets: `one` for all, `per_subnet`, or `none` where routes of your own lead to a firewall."
  type        = string
  default     = "one"
  nullable    = false

  validation {
    condition     = contains(["one", "per_subnet", "none"], var.nat_mode)
    error_message = "nat_mode must be one, per_subnet or none."
  }
}

variable "nat_sku" {
  description = <<-EOT
    `Standard`: every region has it, and each gateway lives in one zone, whose loss stops what goes through it. `StandardV2`:
    over all zones, in the regions that have it. Changing it replaces gateways and their addresses.
  EOT
  type        = string
  default     = "Standard"
  nullable    = false

  validation {
    condition     = contains(["Standard", "StandardV2"], var.nat_sku)
    error_message = "nat_sku must be Standard or StandardV2."
  }
}

variable "nat_zones" {
  description = <<-EOT
    Zones of the gateways with `nat_mode` `per_subnet` and `nat_sku` `Standard`: node subnet => `1`, `2` or `3`, that of the
    nodes in it, so that the loss of a zone takes no other with it. Those not named: Azure chooses.
  EOT
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for zone in values(var.nat_zones) : contains(["1", "2", "3"], zone)])
    error_message = "nat_zones must hold zones 1, 2 or 3."
  }

  validation {
    condition     = length(setsubtract(keys(var.nat_zones), keys(var.node_subnets))) == 0
    error_message = "nat_zones must name subnets of node_subnets."
  }

  validation {
    condition     = length(var.nat_zones) == 0 || (var.nat_mode == "per_subnet" && var.nat_sku == "Standard")
    error_message = "nat_zones must be empty unless nat_mode is per_subnet and nat_sku is Standard: any other gateway serves all zones."
  }
}
