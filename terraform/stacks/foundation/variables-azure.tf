# Egress, secrets and logs in Azure. What only passes through to a module is checked there, and its message names the
# module's variable.

variable "azure_nat_mode" {
  description = "NAT gateways of the node subnets: `one` for all, `per_subnet`, or `none` where routes of your own lead to a firewall; with a public endpoint its address must then be among `cluster_public_access_cidrs`."
  type        = string
  default     = "one"
  nullable    = false

  validation {
    condition     = contains(["one", "per_subnet", "none"], var.azure_nat_mode)
    error_message = "azure_nat_mode must be one, per_subnet or none."
  }
}

variable "azure_nat_sku" {
  description = "`Standard` (each gateway in one zone) or `StandardV2` (over all zones, in the regions that have it)."
  type        = string
  default     = "Standard"
  nullable    = false
}

variable "azure_nat_zones" {
  description = "Zones of Standard gateways with `per_subnet`: node subnet => `1`, `2` or `3`."
  type        = map(string)
  default     = {}
  nullable    = false
}

variable "key_vault_name" {
  description = "Name of the Key Vault, which no other vault of the world may have. Null: made of `name` and a sum of the subscription."
  type        = string
  default     = null
}

variable "key_vault_allowed_cidrs" {
  description = "Public IPv4 ranges that reach the Key Vault beside the node subnets: those of the runners that write activations."
  type        = list(string)
  default     = []
  nullable    = false
}

variable "key_vault_soft_delete_days" {
  description = "Days for which a deleted vault or secret can be got back, 7 to 90. Azure cannot change it later."
  type        = number
  default     = 90
  nullable    = false
}

variable "key_vault_purge_protection" {
  description = "Whether nobody can remove a deleted vault before these days are over. Cannot be turned off again; false for short-lived environments."
  type        = bool
  default     = true
  nullable    = false
}

variable "activation_secret_name" {
  description = "Name of the secret that holds the nodes' SSM activation."
  type        = string
  default     = "ssm-activation"
  nullable    = false
}

variable "activation_secret_writers" {
  description = "Who may write and delete that secret, by a name of your choice: object ids, for example of the identity that applies the stack `nodes`."
  type        = map(string)
  default     = {}
  nullable    = false
}

variable "ssh_client_cidrs" {
  description = "IPv4 ranges from which SSH reaches the nodes. Empty: none does."
  type        = list(string)
  default     = []
  nullable    = false
}

variable "azure_diagnostics" {
  description = "Whether the logs of Azure's gateway, Key Vault and security group are kept in a Log Analytics workspace, for `log_retention_days` or the nearest that it takes, 30 to 730."
  type        = bool
  default     = true
  nullable    = false
}

variable "azure_log_workspace_id" {
  description = "Existing Log Analytics workspace for these logs. Null: one is created."
  type        = string
  default     = null
}

variable "azure_flow_logs" {
  description = "Flow logs of the virtual network: storage account, days, and Network Watcher where it is not Azure's own. Null: none."
  type = object({
    storage_account_id                  = string
    retention_days                      = optional(number, 30)
    network_watcher_name                = optional(string)
    network_watcher_resource_group_name = optional(string, "NetworkWatcherRG")
  })
  default = null
}
