variable "cluster_name" {
  description = "Name of the cluster that the nodes join."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[0-9A-Za-z][0-9A-Za-z_-]{0,99}$", var.cluster_name))
    error_message = "cluster_name must be 1 to 100 letters, digits, underscores or hyphens and begin with a letter or digit."
  }
}

variable "cluster_arn" {
  description = "ARN of that cluster; activations carry it in the tag `EKSClusterARN`."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^arn:[a-z-]+:eks:[a-z0-9-]+:[0-9]{12}:cluster/", var.cluster_arn))
    error_message = "cluster_arn must be the ARN of an EKS cluster (arn:aws:eks:…:cluster/…)."
  }
}

variable "role_name" {
  description = "Name of the nodes' IAM role; an SSM activation names it."
  type        = string
  nullable    = false

  # IAM's own rule; a path is left out because an activation would need it beside the name.
  validation {
    condition     = can(regex("^[A-Za-z0-9+=,.@_-]{1,64}$", var.role_name))
    error_message = "role_name must be 1 to 64 letters, digits or characters of +=,.@_- without a path."
  }
}

variable "pod_identity" {
  description = "Whether pods on hybrid nodes may have IAM roles by EKS Pod Identity."
  type        = bool
  default     = false
  nullable    = false
}

variable "tags" {
  description = "Tags of every resource, beside `Name`."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for key in keys(var.tags) : length(key) <= 128 && !startswith(lower(key), "aws:")])
    error_message = "tags must have keys of at most 128 characters that do not begin with aws:, which AWS keeps for itself."
  }
}
