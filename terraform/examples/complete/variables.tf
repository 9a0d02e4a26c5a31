variable "aws_account_id" {
  description = "AWS account in which alone this may run."
  type        = string
  nullable    = false
}

variable "azure_resource_group_name" {
  description = "Resource group that is there already."
  type        = string
  default     = "hybrid-prod-network"
  nullable    = false
}

variable "prices" {
  description = "Your prices, by the names of docs/costs.md."
  type        = map(number)
  default     = {}
  nullable    = false
}
