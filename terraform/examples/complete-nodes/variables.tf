variable "state_bucket" {
  description = "S3 bucket of the states, made by the example `bootstrap`."
  type        = string
  nullable    = false
}

variable "azure_subscription_id" {
  description = "Azure subscription of the nodes. Null: that of the environment variable ARM_SUBSCRIPTION_ID."
  type        = string
  default     = null
}
