variable "cluster_name" {
  description = "Name of the EKS cluster."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9][a-zA-Z0-9_-]{0,99}$", var.cluster_name))
    error_message = "cluster_name must be the name of an EKS cluster: letters, digits, hyphens and underscores."
  }
}

variable "pod_routing" {
  description = <<-EOT
    How the VPC reaches pods on hybrid nodes: `gateway` (EKS Hybrid Nodes gateway on EC2 nodes), `bgp` (Azure Route
    Server), `udr` (Azure route tables, kept up to date from outside) or `masquerade` (not at all).
  EOT
  type        = string
  nullable    = false

  validation {
    condition     = contains(["gateway", "bgp", "udr", "masquerade"], var.pod_routing)
    error_message = "pod_routing must be gateway, bgp, udr or masquerade."
  }
}

variable "cilium_release" {
  description = "Name of Cilium's Helm release. What this module installs comes after it and goes before it."
  type        = string
  default     = "cilium"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z0-9]([a-z0-9-]{0,51}[a-z0-9])?$", var.cilium_release))
    error_message = "cilium_release must be the name of a Helm release: up to 53 lower-case letters, digits and hyphens."
  }
}

variable "pod_cidrs" {
  description = "IPv4 ranges of the pods on hybrid nodes."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.pod_cidrs) >= 1 && alltrue([for cidr in var.pod_cidrs : try(cidrhost(cidr, 0) == split("/", cidr)[0], false)])
    error_message = "pod_cidrs must be at least one IPv4 range, each written by its first address."
  }
}

variable "vpc_cidr" {
  description = "IPv4 range of the VPC."
  type        = string
  nullable    = false

  validation {
    condition     = try(cidrhost(var.vpc_cidr, 0) == split("/", var.vpc_cidr)[0], false)
    error_message = "vpc_cidr must be an IPv4 range written by its first address, for example 10.40.0.0/16."
  }
}

variable "pod_cidr_mask_size" {
  description = "Size of each node's slice of `pod_cidrs`, as prefix length; that of the module `cilium`."
  type        = number
  default     = 25
  nullable    = false

  validation {
    condition     = var.pod_cidr_mask_size >= 20 && var.pod_cidr_mask_size <= 28 && floor(var.pod_cidr_mask_size) == var.pod_cidr_mask_size
    error_message = "pod_cidr_mask_size must be 20 to 28."
  }
}

variable "route_table_ids" {
  description = "Route tables of the VPC that lead to pods on hybrid nodes, into which the Hybrid Nodes gateway writes. Of no effect unless `pod_routing` is `gateway`."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for id in var.route_table_ids : startswith(id, "rtb-")])
    error_message = "route_table_ids must be ids of VPC route tables (rtb-…)."
  }

  validation {
    condition     = var.pod_routing != "gateway" || length(var.route_table_ids) >= 1
    error_message = "route_table_ids must name at least one route table with pod_routing gateway: without a route no packet finds the gateway."
  }
}

variable "gateway_chart_version" {
  description = "Version of the chart of the EKS Hybrid Nodes gateway."
  type        = string
  default     = "1.0.0"
  nullable    = false

  validation {
    condition     = can(regex("^[1-9][0-9]*\\.[0-9]+\\.[0-9]+$", var.gateway_chart_version))
    error_message = "gateway_chart_version must be a whole version from 1.0.0 on."
  }
}

variable "bgp" {
  description = "For `pod_routing` `bgp`: autonomous system number of the nodes, and both addresses of the Azure Route Server. Otherwise null."
  type = object({
    local_asn = number
    peers     = list(string)
  })
  default = null

  # What Azure and IANA keep for themselves; the Route Server takes 16 bits only.
  validation {
    condition = var.bgp == null ? true : (
      var.bgp.local_asn >= 1 && var.bgp.local_asn <= 65534 &&
      !contains(concat([8074, 8075, 12076, 23456], range(64496, 64512), range(65515, 65521)), var.bgp.local_asn)
    )
    error_message = "bgp must have a local_asn of 16 bits that neither Azure (8074, 8075, 12076, 65515 to 65520) nor IANA (23456, 64496 to 64511, 65535) keeps for itself, for example 65010."
  }

  validation {
    condition     = var.bgp == null ? true : length(distinct(var.bgp.peers)) == 2 && alltrue([for address in var.bgp.peers : can(cidrhost("${address}/32", 0))])
    error_message = "bgp must have as peers the two IPv4 addresses of the Route Server: Azure wants every node at both."
  }
}

variable "bgp_kinds_registered" {
  description = "Whether the cluster knows Cilium's BGP resources, which Cilium's operator tells it once it runs on a hybrid node. Nothing is announced before."
  type        = bool
  default     = true
  nullable    = false
}

variable "tags" {
  description = "Tags of every AWS resource, beside `Name`."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for key in keys(var.tags) : !startswith(lower(key), "aws:")])
    error_message = "tags must not have keys that begin with aws:, which AWS keeps for itself."
  }
}
