# What only passes through to the module is checked there, and its message names the module's variable.

variable "foundation" {
  description = <<-EOT
    Outputs of the stack `foundation`, of which these are needed: pass `data.terraform_remote_state.foundation.outputs`, or
    a file made of `terraform output -json`.
  EOT
  type = object({
    cluster_name              = string
    kubernetes_version        = string
    pod_routing               = string
    azure_resource_group_name = string
    node_subnets              = map(object({ id = string, cidr = string }))
    node_identity_id          = string
    node_identity_client_id   = string
    key_vault_uri             = string
    activation_secret_name    = string
    route_server_id           = optional(string)
    hybrid_pod_identity       = optional(bool, false)
    address_plan = object({
      aws              = object({ region = string })
      azure            = object({ location = string })
      remote_pod_cidrs = list(string)
      asns             = object({ node_bgp = number })
    })
  })
  nullable = false

  validation {
    condition     = (var.foundation.pod_routing == "bgp") == (var.foundation.route_server_id != null)
    error_message = "foundation must have a route_server_id with pod_routing bgp, and with no other: apply the stack foundation first."
  }
}

variable "pools" {
  description = <<-EOT
    Pools of nodes by name. `count` VMs of one `size` over `zones` in turn (empty: Azure chooses), in the node subnet
    `subnet` (needed where there are several). `image`: `ubuntu-20.04`, `ubuntu-22.04`, `ubuntu-24.04`, `rhel-8`, `rhel-9`
    or `al2023`, from the marketplace in `image_version`, or your own build of it by `image_id` or `image_reference`.
    `labels` and `taints` of the nodes; `max_pods`; `os_disk_size_gb`, `os_disk_type`. `spot`: spare capacity at up to
    `max_price` US dollars an hour (-1: the normal price); `Delete` or `Deallocate` when Azure wants it back.
    `kubernetes_version` where it differs from the others'. `trusted_launch`, `encryption_at_host`,
    `accelerated_networking` where the size has them. `containerd_source`: `distro`, `docker` or `none` where it is not
    what the system needs. `generations`: number of a node => any number; a changed one makes that node anew.
  EOT
  type = map(object({
    count                  = number
    size                   = optional(string, "Standard_D4s_v5")
    zones                  = optional(list(string), ["1", "2", "3"])
    subnet                 = optional(string)
    image                  = optional(string, "ubuntu-24.04")
    image_version          = optional(string, "latest")
    image_id               = optional(string)
    image_reference        = optional(object({ publisher = string, offer = string, sku = string, version = string }))
    labels                 = optional(map(string), {})
    taints                 = optional(list(object({ key = string, value = optional(string, ""), effect = string })), [])
    max_pods               = optional(number, 110)
    os_disk_size_gb        = optional(number, 64)
    os_disk_type           = optional(string, "Premium_LRS")
    spot                   = optional(object({ max_price = optional(number, -1), eviction_policy = optional(string, "Delete") }))
    kubernetes_version     = optional(string)
    trusted_launch         = optional(bool, true)
    encryption_at_host     = optional(bool, false)
    accelerated_networking = optional(bool, true)
    containerd_source      = optional(string)
    generations            = optional(map(number), {})
  }))
  nullable = false

  validation {
    condition     = length(var.pools) >= 1
    error_message = "pools must hold at least one pool; to have no nodes set its count to 0."
  }
}

variable "name" {
  description = "Name of this environment, prefix of every VM's name. Null: the cluster's name."
  type        = string
  default     = null
}

variable "azure_subscription_id" {
  description = "Azure subscription. Null: that of the environment variable ARM_SUBSCRIPTION_ID."
  type        = string
  default     = null

  validation {
    condition     = var.azure_subscription_id == null || can(regex("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", var.azure_subscription_id))
    error_message = "azure_subscription_id must be a subscription's id in lower case, for example 00000000-0000-0000-0000-000000000000."
  }
}

variable "kubernetes_version" {
  description = "Kubernetes version of nodes whose pool names none, for example `1.34` or `1.34.2`. Null: that of the control plane."
  type        = string
  default     = null
}

variable "pod_cidr_mask_size" {
  description = "Prefix length of a node's slice of the pods' ranges, as the stack `cluster` gives it to Cilium."
  type        = number
  default     = 25
  nullable    = false
}

variable "nodeadm_version" {
  description = "Version of EKS's nodeadm, 1.0.19 or newer."
  type        = string
  default     = "v1.0.20"
  nullable    = false
}

variable "nodeadm_sha256" {
  description = "SHA-256 that nodeadm must have, by architecture. Null: what its release publishes."
  type = object({
    amd64 = optional(string)
    arm64 = optional(string)
  })
  default  = {}
  nullable = false
}

variable "admin_username" {
  description = "Name of the administrator that Azure creates on each VM."
  type        = string
  default     = "azureuser"
  nullable    = false
}

variable "admin_ssh_public_key" {
  description = "Public key of the administrator. Null: one whose private half nobody has. SSH also needs `ssh_client_cidrs` of the stack `foundation`."
  type        = string
  default     = null
}

variable "expires_at" {
  description = "When this environment may be torn down, in RFC 3339; kept in the tag `expires-at`. Null: never."
  type        = string
  default     = null
}

variable "tags" {
  description = "Tags of every VM and interface, beside `project`, `environment`, `cluster`, `pool`, `boot-data` and `expires-at`."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = length(setintersection(keys(var.tags), ["project", "environment"])) == 0
    error_message = "tags must not set project or environment: this stack sets them."
  }
}
