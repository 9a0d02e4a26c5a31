variable "azure_resource_group_name" {
  description = "Resource group that is there already."
  type        = string
  default     = "hybrid-dev-network"
  nullable    = false
}
