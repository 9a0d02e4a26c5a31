variable "name" {
  description = "Prefix of the name of every VM, for example `hybrid-dev`."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,30}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 32 lower-case letters, digits or hyphens, begin with a letter and not end with a hyphen."
  }
}

variable "location" {
  description = "Azure region of the nodes, that of their subnets."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z]+[a-z0-9]*$", var.location))
    error_message = "location must be the region's short name, for example germanywestcentral, not \"Germany West Central\"."
  }
}

variable "resource_group_name" {
  description = "Existing resource group of the nodes."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9_().-]{0,89}[A-Za-z0-9_()-]$", var.resource_group_name))
    error_message = "resource_group_name must be 1 to 90 letters, digits, underscores, parentheses, hyphens or periods, and not end with a period."
  }
}

variable "node_subnets" {
  description = "Subnets of the nodes: name => id and IPv4 range, as the foundation has them."
  type        = map(object({ id = string, cidr = string }))
  nullable    = false

  validation {
    condition     = length(var.node_subnets) >= 1 && alltrue([for subnet in values(var.node_subnets) : can(cidrnetmask(subnet.cidr))])
    error_message = "node_subnets must hold at least one subnet with an IPv4 range."
  }
}

# ---------------------------------------------------------------------------------------------------------------------
# Cluster
# ---------------------------------------------------------------------------------------------------------------------

variable "cluster_name" {
  description = "Name of the EKS cluster that the nodes join."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$", var.cluster_name))
    error_message = "cluster_name must be 1 to 100 letters, digits, hyphens or underscores, and begin with a letter or digit."
  }
}

variable "hybrid_pod_identity" {
  description = "Whether the EKS Pod Identity agent runs on these nodes, which then keep their AWS credentials in a file for it."
  type        = bool
  default     = false
  nullable    = false
}

variable "aws_region" {
  description = "AWS region of the cluster."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.aws_region))
    error_message = "aws_region must be a region's name, for example eu-central-1."
  }
}

variable "cluster_kubernetes_version" {
  description = "Kubernetes version of the control plane, minor alone, for example `1.34`."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^1\\.[0-9]{1,3}$", var.cluster_kubernetes_version))
    error_message = "cluster_kubernetes_version must be a minor version, for example 1.34."
  }
}

variable "kubernetes_version" {
  description = "Kubernetes version of nodes whose pool names none: `1.34` (its newest patch when the node boots) or `1.34.2`. Null: that of the control plane."
  type        = string
  default     = null

  validation {
    condition     = var.kubernetes_version == null || can(regex("^1\\.[0-9]{1,3}(\\.[0-9]{1,3})?$", var.kubernetes_version))
    error_message = "kubernetes_version must be a version such as 1.34 or 1.34.2."
  }

  validation {
    condition = var.kubernetes_version == null || try(
      tonumber(split(".", var.kubernetes_version)[1]) <= tonumber(split(".", var.cluster_kubernetes_version)[1]) &&
      tonumber(split(".", var.kubernetes_version)[1]) >= tonumber(split(".", var.cluster_kubernetes_version)[1]) - 3,
      true,
    )
    error_message = "kubernetes_version must be that of the control plane or at most three minors older, never newer."
  }
}

variable "pod_routing" {
  description = "How the VPC reaches pods on the nodes: `gateway`, `bgp`, `udr` or `masquerade`. Interfaces forward packets with `bgp` and `udr`."
  type        = string
  nullable    = false

  validation {
    condition     = contains(["gateway", "bgp", "udr", "masquerade"], var.pod_routing)
    error_message = "pod_routing must be gateway, bgp, udr or masquerade."
  }
}

variable "remote_pod_cidrs" {
  description = "IPv4 ranges of the pods on the nodes, of which each node has a slice."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.remote_pod_cidrs) >= 1 && alltrue([for cidr in var.remote_pod_cidrs : can(cidrnetmask(cidr))])
    error_message = "remote_pod_cidrs must hold at least one IPv4 range, for example 10.112.0.0/16."
  }
}

variable "pod_cidr_mask_size" {
  description = "Prefix length of a node's slice of `remote_pod_cidrs`, as Cilium has it."
  type        = number
  default     = 25
  nullable    = false

  validation {
    condition     = var.pod_cidr_mask_size >= 22 && var.pod_cidr_mask_size <= 28 && floor(var.pod_cidr_mask_size) == var.pod_cidr_mask_size
    error_message = "pod_cidr_mask_size must be a whole number from 22 to 28."
  }
}

# ---------------------------------------------------------------------------------------------------------------------
# Joining
# ---------------------------------------------------------------------------------------------------------------------

variable "identity_id" {
  description = "Id of the managed identity that may read the activation."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("(?i)^/subscriptions/[^/]+/resourceGroups/[^/]+/providers/Microsoft.ManagedIdentity/userAssignedIdentities/[^/]+$", var.identity_id))
    error_message = "identity_id must be the resource id of a user-assigned managed identity."
  }
}

variable "identity_client_id" {
  description = "Client id of that identity."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", var.identity_client_id))
    error_message = "identity_client_id must be an id in lower case, for example 00000000-0000-0000-0000-000000000000."
  }
}

variable "key_vault_uri" {
  description = "URL of the Key Vault, for example `https://hybrid-dev-kv.vault.azure.net/`."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^https://[A-Za-z0-9.-]+(:[0-9]+)?/?$", var.key_vault_uri))
    error_message = "key_vault_uri must be the vault's https URL without a path."
  }
}

variable "activation_secret_name" {
  description = "Name of the secret that holds the SSM activation when a node boots. Its value is never seen here."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9-]{1,127}$", var.activation_secret_name))
    error_message = "activation_secret_name must be 1 to 127 letters, digits or hyphens."
  }
}

variable "nodeadm_version" {
  description = "Version of EKS's nodeadm, which installs and joins a node."
  type        = string
  default     = "v1.0.20"
  nullable    = false

  validation {
    condition     = can(regex("^v?[0-9]+\\.[0-9]+\\.[0-9]+$", var.nodeadm_version))
    error_message = "nodeadm_version must be a full version, for example v1.0.20."
  }

  validation {
    condition = try(
      tonumber(split(".", trimprefix(var.nodeadm_version, "v"))[0]) * 1000000 +
      tonumber(split(".", trimprefix(var.nodeadm_version, "v"))[1]) * 1000 +
      tonumber(split(".", trimprefix(var.nodeadm_version, "v"))[2]) >= 1000019,
      true,
    )
    error_message = "nodeadm_version must be 1.0.19 or newer: older ones check the SSM agent's installer with an expired key and fail."
  }
}

variable "nodeadm_sha256" {
  description = "SHA-256 that the program must have, by architecture, beside the sum that its release publishes. Null: that sum alone, which comes from the same host."
  type = object({
    amd64 = optional(string)
    arm64 = optional(string)
  })
  default  = {}
  nullable = false

  validation {
    condition     = alltrue([for sum in [var.nodeadm_sha256.amd64, var.nodeadm_sha256.arm64] : sum == null || can(regex("^[0-9a-f]{64}$", sum))])
    error_message = "nodeadm_sha256 must hold sums of 64 hexadecimal digits in lower case."
  }
}

# ---------------------------------------------------------------------------------------------------------------------
# Login and tags
# ---------------------------------------------------------------------------------------------------------------------

variable "admin_username" {
  description = "Name of the administrator that Azure creates on each VM."
  type        = string
  default     = "azureuser"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9_-]{0,31}$", var.admin_username)) && !contains(["admin", "administrator", "root", "user", "guest", "test", "console", "backup"], var.admin_username)
    error_message = "admin_username must be 1 to 32 lower-case letters, digits, hyphens or underscores, and none that Azure reserves (admin, root, user, …)."
  }
}

variable "admin_ssh_public_key" {
  description = "Public key of the administrator, RSA of 2048 bits or more or Ed25519. Null: a key whose private half nobody has, so that nobody logs in. The security group keeps SSH closed either way until it is told otherwise."
  type        = string
  default     = null

  validation {
    condition     = var.admin_ssh_public_key == null || can(regex("^(ssh-rsa|ssh-ed25519) [A-Za-z0-9+/]+={0,3}( [^\n\r]*)?$", var.admin_ssh_public_key))
    error_message = "admin_ssh_public_key must be one line that begins with ssh-rsa or ssh-ed25519; Azure takes no other kinds."
  }
}

variable "expires_at" {
  description = "When this environment may be torn down, in RFC 3339, for example `2026-12-31T18:00:00Z`; kept in the tag `expires-at`. Null: never."
  type        = string
  default     = null

  validation {
    condition     = var.expires_at == null || can(formatdate("YYYY", var.expires_at))
    error_message = "expires_at must be a time such as 2026-12-31T18:00:00Z."
  }
}

variable "tags" {
  description = "Tags of every VM, disk and interface, beside `cluster`, `pool`, `boot-data` and `expires-at`."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = length(var.tags) <= 46 && length(setintersection(keys(var.tags), ["cluster", "pool", "boot-data", "expires-at"])) == 0
    error_message = "tags must be at most 46 and must not set cluster, pool, boot-data or expires-at, which this module sets."
  }
}
