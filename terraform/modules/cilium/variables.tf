variable "pod_routing" {
  description = <<-EOT
    How the VPC reaches pods on hybrid nodes: `gateway` (Cilium speaks VXLAN with the EKS Hybrid Nodes gateway), `bgp`
    (Cilium announces pods to an Azure Route Server), `udr` (Azure route tables) or `masquerade` (not at all).
  EOT
  type        = string
  nullable    = false

  validation {
    condition     = contains(["gateway", "bgp", "udr", "masquerade"], var.pod_routing)
    error_message = "pod_routing must be gateway, bgp, udr or masquerade."
  }
}

variable "pod_cidrs" {
  description = "IPv4 ranges of the pods on hybrid nodes, which the cluster has as its remote pod networks. **A running cluster cannot change them.**"
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.pod_cidrs) >= 1 && alltrue([for cidr in var.pod_cidrs : try(cidrhost(cidr, 0) == split("/", cidr)[0], false)])
    error_message = "pod_cidrs must be at least one IPv4 range, each written by its first address."
  }
}

variable "vpc_cidr" {
  description = "IPv4 range of the VPC. With `bgp` and `udr`, pods keep their own address towards it."
  type        = string
  nullable    = false

  validation {
    condition     = try(cidrhost(var.vpc_cidr, 0) == split("/", var.vpc_cidr)[0], false)
    error_message = "vpc_cidr must be an IPv4 range written by its first address, for example 10.40.0.0/16."
  }
}

variable "chart_version" {
  description = <<-EOT
    Version of AWS's build of Cilium. `gateway` needs 1.17.13-1, 1.18.8-1, 1.19.2-1 or a later patch of these; `bgp` needs
    1.18 or later for the API `cilium.io/v2`.
  EOT
  type        = string
  default     = "1.18.8-1"
  nullable    = false

  validation {
    condition     = can(regex("^1\\.(1[7-9]|[2-9][0-9])\\.[0-9]+-[0-9]+$", var.chart_version))
    error_message = "chart_version must be a whole version of AWS's build from 1.17 on, for example 1.18.8-1."
  }

  # Patch and build as one number: 8-1 is 8001.
  validation {
    condition = var.pod_routing != "gateway" || try(
      sum([for place, part in regex("^1\\.[0-9]+\\.([0-9]+)-([0-9]+)$", var.chart_version) : tonumber(part) * pow(1000, 1 - place)]) >=
      lookup({ "17" = 13001, "18" = 8001, "19" = 2001 }, regex("^1\\.([0-9]+)\\.", var.chart_version)[0], 0),
      true,
    )
    error_message = "chart_version must be 1.17.13-1, 1.18.8-1, 1.19.2-1 or a later patch of these with pod_routing gateway: earlier builds do not know its tunnels."
  }

  validation {
    condition     = var.pod_routing != "bgp" || try(tonumber(regex("^1\\.([0-9]+)\\.", var.chart_version)[0]) >= 18, true)
    error_message = "chart_version must be 1.18 or later with pod_routing bgp: earlier ones do not know cilium.io/v2."
  }
}

variable "pod_cidr_mask_size" {
  description = "Size of each node's slice of `pod_cidrs`, as prefix length: 25 holds 126 pods. The ranges divided by it are as many nodes as the cluster can have. **A running cluster cannot change it.**"
  type        = number
  default     = 25
  nullable    = false

  validation {
    condition     = var.pod_cidr_mask_size >= 20 && var.pod_cidr_mask_size <= 28 && floor(var.pod_cidr_mask_size) == var.pod_cidr_mask_size
    error_message = "pod_cidr_mask_size must be 20 to 28."
  }

  validation {
    condition     = alltrue([for cidr in var.pod_cidrs : try(tonumber(split("/", cidr)[1]) <= var.pod_cidr_mask_size, true)])
    error_message = "pod_cidr_mask_size must not be shorter than the prefix of a range of pod_cidrs: no node would get a slice of it."
  }
}

variable "link_kind" {
  description = "Link between the clouds, which decides the packets' size: `vpn` or `private`."
  type        = string
  default     = "vpn"
  nullable    = false

  validation {
    condition     = contains(["vpn", "private"], var.link_kind)
    error_message = "link_kind must be vpn or private."
  }
}

variable "mtu" {
  description = "Largest packet (bytes) that the way between the nodes and the VPC carries; Cilium takes its tunnels' overhead off it. Null: 1400 for `vpn`, as Azure asks of tunnels, 1500 for `private`."
  type        = number
  default     = null

  validation {
    condition     = var.mtu == null ? true : var.mtu >= 1280 && var.mtu <= 1500
    error_message = "mtu must be 1280 to 1500: an Azure network interface carries no more."
  }
}

variable "wireguard" {
  description = "Whether traffic between pods on different hybrid nodes is encrypted by WireGuard; see README.md for what is not."
  type        = bool
  default     = false
  nullable    = false
}

variable "hubble" {
  description = "Hubble, which records flows on each node: whether it runs, whether a relay collects them (its image is not of AWS's build), and the metrics it counts, for example `[\"drop\", \"tcp\"]`."
  type = object({
    enabled = optional(bool, true)
    relay   = optional(bool, false)
    metrics = optional(list(string), [])
  })
  default  = {}
  nullable = false

  validation {
    condition     = var.hubble.enabled || (!var.hubble.relay && length(var.hubble.metrics) == 0)
    error_message = "hubble must be enabled where it has a relay or metrics."
  }
}

variable "operator_replicas" {
  description = "Copies of Cilium's operator, each on a hybrid node of its own."
  type        = number
  default     = 1
  nullable    = false

  validation {
    condition     = contains([1, 2], var.operator_replicas)
    error_message = "operator_replicas must be 1 or 2: one works, the other waits."
  }
}

variable "extra_values" {
  description = "Further values of the chart, as YAML documents; later ones win over earlier ones and over this module's."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for document in var.extra_values : can(keys(yamldecode(document)))])
    error_message = "extra_values must be YAML documents, each a map."
  }
}
