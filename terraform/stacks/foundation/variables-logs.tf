# Logs. Their values are checked by the modules that make them.

variable "flow_logs" {
  description = "Whether the VPC's flow logs are kept in CloudWatch."
  type        = bool
  default     = true
  nullable    = false
}

variable "flow_log_traffic" {
  description = "Which traffic the flow logs hold: `ALL`, `ACCEPT` or `REJECT` (cheapest; shows what a security group stopped)."
  type        = string
  default     = "ALL"
  nullable    = false
}

variable "log_retention_days" {
  description = "Days for which the logs of the control plane, the VPC and the tunnels are kept; one of the values that CloudWatch takes."
  type        = number
  default     = 90
  nullable    = false
}

variable "log_kms_key_arn" {
  description = <<-EOT
    KMS key that encrypts these logs; its policy must let `logs.<region>.amazonaws.com` and
    `delivery.logs.amazonaws.com` use it. Null: the key that
    CloudWatch itself holds.
  EOT
  type        = string
  default     = null
}
