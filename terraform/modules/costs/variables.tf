variable "quantities" {
  description = "How much of what runs all the time: name of a price => number. 0 counts as none."
  type        = map(number)
  nullable    = false

  validation {
    condition     = alltrue([for quantity in values(var.quantities) : quantity >= 0])
    error_message = "quantities must not be negative."
  }
}

variable "prices" {
  description = "Your prices, in place of the list's or beside them: name => amount in the unit of the list, an hour where the list has none."
  type        = map(number)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for price in values(var.prices) : price >= 0])
    error_message = "prices must not be negative."
  }

  # A price under a misspelt name would be ignored without a word.
  validation {
    condition     = alltrue([for name in keys(var.prices) : contains(concat(keys(local.list.prices), keys(var.quantities)), name) || can(regex("^(ec2|azure-vm|azure-disk)-", name))])
    error_message = "prices must have names of the list (docs/costs.md), of ec2-<instance type>, azure-vm-<size> or azure-disk-<kind>-gib."
  }
}

variable "not_counted" {
  description = "What else costs money and is not in `quantities`, for whoever reads the sum."
  type        = list(string)
  default     = []
  nullable    = false
}
