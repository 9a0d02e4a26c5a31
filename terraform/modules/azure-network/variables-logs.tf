variable "diagnostics" {
  description = "Whether the logs of the Key Vault and the security group are kept in a Log Analytics workspace."
  type        = bool
  default     = true
  nullable    = false
}

variable "log_workspace_id" {
  description = "Id of an existing Log Analytics workspace for these logs. Null: one is created."
  type        = string
  default     = null

  validation {
    condition     = var.log_workspace_id == null || can(regex("(?i)^/subscriptions/[^/]+/resourceGroups/[^/]+/providers/Microsoft.OperationalInsights/workspaces/[^/]+$", var.log_workspace_id))
    error_message = "log_workspace_id must be the resource id of a Log Analytics workspace, not its workspace id."
  }

  validation {
    condition     = var.log_workspace_id == null || var.diagnostics
    error_message = "log_workspace_id must be null where diagnostics is false."
  }
}

variable "log_retention_days" {
  description = "Days for which a workspace created here keeps logs, 30 to 730."
  type        = number
  default     = 90
  nullable    = false

  validation {
    condition     = var.log_retention_days >= 30 && var.log_retention_days <= 730 && floor(var.log_retention_days) == var.log_retention_days
    error_message = "log_retention_days must be a whole number from 30 to 730."
  }
}

variable "flow_logs" {
  description = <<-EOT
    Flow logs of the virtual network: an existing storage account in its region, the days for which it keeps them, and the
    Network Watcher, which Azure makes by itself with the names that are the defaults here. Null: none.
  EOT
  type = object({
    storage_account_id                  = string
    retention_days                      = optional(number, 30)
    network_watcher_name                = optional(string)
    network_watcher_resource_group_name = optional(string, "NetworkWatcherRG")
  })
  default = null

  validation {
    condition     = var.flow_logs == null || can(regex("(?i)^/subscriptions/[^/]+/resourceGroups/[^/]+/providers/Microsoft.Storage/storageAccounts/[^/]+$", var.flow_logs.storage_account_id))
    error_message = "flow_logs must name a storage account by its resource id."
  }

  validation {
    condition     = var.flow_logs == null || try(var.flow_logs.retention_days >= 1 && var.flow_logs.retention_days <= 365, false)
    error_message = "flow_logs must be kept for 1 to 365 days."
  }
}
