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

  validation {
    condition     = contains(["ALL", "ACCEPT", "REJECT"], var.flow_log_traffic)
    error_message = "flow_log_traffic must be ALL, ACCEPT or REJECT."
  }
}

variable "log_retention_days" {
  description = "Days for which the logs of the control plane, the VPC and the tunnels are kept; one of the values that CloudWatch takes."
  type        = number
  default     = 90
  nullable    = false

  # CloudWatch's 0, for ever, is left out: such a log grows without end.
  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.log_retention_days)
    error_message = "log_retention_days must be one of CloudWatch's: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288 or 3653."
  }
}

variable "log_kms_key_arn" {
  description = <<-EOT
    KMS key that encrypts these logs; its policy must let `logs.<region>.amazonaws.com` and
    `delivery.logs.amazonaws.com` use it. Null: the key that
    CloudWatch itself holds.
  EOT
  type        = string
  default     = null

  validation {
    condition     = var.log_kms_key_arn == null || can(regex("^arn:[a-z-]+:kms:[a-z0-9-]+:[0-9]{12}:key/", var.log_kms_key_arn))
    error_message = "log_kms_key_arn must be the ARN of a KMS key (arn:aws:kms:…:key/…), not of an alias."
  }
}
