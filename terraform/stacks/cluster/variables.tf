variable "foundation" {
  description = <<-EOT
    Outputs of the stack `foundation` that this one reads; give it as `data.terraform_remote_state.foundation.outputs` or
    from a file, see above. Outputs beyond these are ignored.
  EOT
  type = object({
    cluster_name                  = string
    cluster_arn                   = string
    cluster_endpoint              = string
    cluster_certificate_authority = string
    pod_routing                   = string
    link_kind                     = optional(string, "vpn")
    vpc_route_table_ids           = optional(map(string), {})
    route_server_ips              = optional(list(string), [])
    address_plan = object({
      aws              = object({ vpc_cidr = string })
      remote_pod_cidrs = list(string)
      asns             = object({ node_bgp = optional(number) })
    })
  })
  nullable = false

  validation {
    condition     = can(regex("^arn:[a-z-]+:eks:[a-z0-9-]+:[0-9]{12}:cluster/", var.foundation.cluster_arn))
    error_message = "foundation must have the cluster_arn of an EKS cluster (arn:aws:eks:…:cluster/…)."
  }

  validation {
    condition     = can(regex("^https://", var.foundation.cluster_endpoint)) && can(base64decode(var.foundation.cluster_certificate_authority))
    error_message = "foundation must have the cluster_endpoint as an https URL and its cluster_certificate_authority in base64."
  }

  validation {
    condition     = contains(["gateway", "bgp", "udr", "masquerade"], var.foundation.pod_routing)
    error_message = "foundation must have the pod_routing gateway, bgp, udr or masquerade."
  }
}

variable "cilium_version" {
  description = "Version of AWS's build of Cilium; see the module `cilium` for what each `pod_routing` needs."
  type        = string
  default     = "1.18.8-1"
  nullable    = false
}

variable "pod_cidr_mask_size" {
  description = "Size of each node's slice of the pods' ranges, as prefix length: 25 holds 126 pods. **A running cluster cannot change it.**"
  type        = number
  default     = 25
  nullable    = false
}

variable "mtu" {
  description = "Largest packet (bytes) that the way between the clouds carries. Null: 1400 for a VPN, 1500 for a private link."
  type        = number
  default     = null
}

variable "wireguard" {
  description = "Whether traffic between pods on different hybrid nodes is encrypted by WireGuard; see the module `cilium` for what is not."
  type        = bool
  default     = false
  nullable    = false
}

variable "hubble" {
  description = "Hubble, which records flows on each node: whether it runs, whether a relay collects them, and the metrics it counts."
  type = object({
    enabled = optional(bool, true)
    relay   = optional(bool, false)
    metrics = optional(list(string), [])
  })
  default  = {}
  nullable = false
}

variable "cilium_operator_replicas" {
  description = "Copies of Cilium's operator, 1 or 2, each on a hybrid node of its own."
  type        = number
  default     = 1
  nullable    = false
}

variable "cilium_extra_values" {
  description = "Further values of Cilium's chart, as YAML documents; they win over this stack's."
  type        = list(string)
  default     = []
  nullable    = false
}

variable "gateway_version" {
  description = "Version of the chart of the EKS Hybrid Nodes gateway; of no effect in other modes."
  type        = string
  default     = "1.0.0"
  nullable    = false
}

variable "namespaces" {
  description = "Namespaces to make for workloads: name => labels, and whether pods in it are closed but to each other and to DNS."
  type = map(object({
    labels       = optional(map(string), {})
    default_deny = optional(bool, true)
  }))
  default  = {}
  nullable = false

  validation {
    condition     = alltrue([for name in keys(var.namespaces) : can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", name)) && !startswith(name, "kube-") && name != "default"])
    error_message = "namespaces must have names of up to 63 lower-case letters, digits and hyphens, not beginning with kube- and not default: those are there already."
  }

  validation {
    condition     = !contains(keys(var.namespaces), "eks-hybrid-nodes-gateway")
    error_message = "namespaces must not have eks-hybrid-nodes-gateway, which is made anyway."
  }
}

variable "tags" {
  description = "Tags of every AWS resource, beside project and environment."
  type        = map(string)
  default     = {}
  nullable    = false
}
