variable "key_vault_name" {
  description = "Name of the Key Vault, which no other vault of the world may have. Null: `name`, cut, with a sum of subscription and resource group behind it."
  type        = string
  default     = null

  validation {
    condition     = var.key_vault_name == null || can(regex("^[A-Za-z](-?[A-Za-z0-9])+$", var.key_vault_name)) && try(length(var.key_vault_name) >= 3 && length(var.key_vault_name) <= 24, false)
    error_message = "key_vault_name must be 3 to 24 letters, digits or hyphens, begin with a letter, end with none and have no two hyphens together."
  }
}

variable "key_vault_allowed_cidrs" {
  description = <<-EOT
    Public IPv4 ranges that reach the vault beside the node subnets: those of the runners that write activations. Empty: no
    runner outside the node subnets can.
  EOT
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for cidr in var.key_vault_allowed_cidrs : try(cidrhost(cidr, 0) == split("/", cidr)[0] && can(cidrnetmask(cidr)), false)])
    error_message = "key_vault_allowed_cidrs must be IPv4 ranges written by their first address, for example 203.0.113.7/32."
  }

  validation {
    condition = alltrue(flatten([
      for cidr in var.key_vault_allowed_cidrs : [
        for private in ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"] :
        try(cidrhost("${split("/", cidr)[0]}/${split("/", private)[1]}", 0) != split("/", private)[0], true)
      ]
    ]))
    error_message = "key_vault_allowed_cidrs must be public: Azure's vault firewall takes no private ranges."
  }
}

variable "key_vault_soft_delete_days" {
  description = "Days for which a deleted vault or secret can be got back, 7 to 90. Azure cannot change it later."
  type        = number
  default     = 90
  nullable    = false

  validation {
    condition     = var.key_vault_soft_delete_days >= 7 && var.key_vault_soft_delete_days <= 90 && floor(var.key_vault_soft_delete_days) == var.key_vault_soft_delete_days
    error_message = "key_vault_soft_delete_days must be a whole number from 7 to 90."
  }
}

variable "key_vault_purge_protection" {
  description = "Whether nobody can remove a deleted vault before `key_vault_soft_delete_days` are over; its name stays taken so long. Cannot be turned off again."
  type        = bool
  default     = true
  nullable    = false
}

variable "activation_secret_name" {
  description = "Name of the secret that holds the nodes' SSM activation. Terraform only gives rights on it."
  type        = string
  default     = "ssm-activation"
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9-]{1,127}$", var.activation_secret_name))
    error_message = "activation_secret_name must be 1 to 127 letters, digits or hyphens."
  }
}

variable "activation_secret_writers" {
  description = "Who may write and delete that secret, by a name of your choice: the object id of a service principal, managed identity, group or user, for example `{ apply = \"00000000-0000-0000-0000-000000000000\" }`."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for id in values(var.activation_secret_writers) : can(regex("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", id))])
    error_message = "activation_secret_writers must be object ids in lower case, not names or client ids."
  }
}
