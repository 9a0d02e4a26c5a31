variable "name" {
  description = "Name of this environment; prefix of every resource's name, for example `hybrid-dev`."
  type        = string
  default     = "hybrid"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,30}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 32 lower-case letters, digits or hyphens, begin with a letter and not end with a hyphen."
  }
}

variable "tags" {
  description = "Tags of every resource in both clouds, beside `project` and `environment`."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = length(setintersection(keys(var.tags), ["Name", "project", "environment", "tunnel", "aws-vpn-connection"])) == 0
    error_message = "tags must not set Name, project, environment, tunnel or aws-vpn-connection: this stack sets them."
  }
}

# ---------------------------------------------------------------------------------------------------------------------
# Where
# ---------------------------------------------------------------------------------------------------------------------

variable "aws_region" {
  description = "AWS region of the VPC and the cluster."
  type        = string
  default     = "eu-central-1"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.aws_region))
    error_message = "aws_region must be a region's name, for example eu-central-1."
  }
}

variable "aws_account_id" {
  description = "AWS account in which alone this stack may run. Null: any that the credentials belong to."
  type        = string
  default     = null

  validation {
    condition     = var.aws_account_id == null || can(regex("^[0-9]{12}$", var.aws_account_id))
    error_message = "aws_account_id must be 12 digits."
  }
}

variable "availability_zones" {
  description = "Two to four zones of `aws_region`. Append at the end, do not reorder: the place decides the subnet ranges."
  type        = list(string)
  default     = ["eu-central-1a", "eu-central-1b"]
  nullable    = false

  validation {
    condition     = contains([2, 3, 4], length(distinct(var.availability_zones))) && length(distinct(var.availability_zones)) == length(var.availability_zones)
    error_message = "availability_zones must name two to four different zones."
  }

  validation {
    condition     = alltrue([for zone in var.availability_zones : can(regex("^${var.aws_region}[a-z]$", zone))])
    error_message = "availability_zones must be zones of aws_region, ${var.aws_region}."
  }
}

variable "azure_location" {
  description = "Azure region of the nodes by its short name; choose one near `aws_region` (EKS asks for at most 200 ms)."
  type        = string
  default     = "germanywestcentral"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z]+[a-z0-9]*$", var.azure_location))
    error_message = "azure_location must be the region's short name, for example germanywestcentral, not \"Germany West Central\"."
  }
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

variable "azure_resource_group_name" {
  description = "Resource group of everything in Azure. Null: `<name>-network`."
  type        = string
  default     = null

  validation {
    condition     = var.azure_resource_group_name == null || can(regex("^[A-Za-z0-9_().-]{0,89}[A-Za-z0-9_()-]$", var.azure_resource_group_name))
    error_message = "azure_resource_group_name must be 1 to 90 letters, digits, underscores, parentheses, hyphens or periods, and not end with a period."
  }
}

variable "create_azure_resource_group" {
  description = "Whether to create the resource group; false where it is given, with rights on it alone."
  type        = bool
  default     = true
  nullable    = false
}

# ---------------------------------------------------------------------------------------------------------------------
# Address plan
# ---------------------------------------------------------------------------------------------------------------------

variable "vpc_cidr" {
  description = "IPv4 range of the VPC, /16 to /20."
  type        = string
  default     = "10.40.0.0/16"
  nullable    = false

  # cidrhost accepts host bits and leading zeros ("010.0.0.0/8"), which other tools read as another network.
  validation {
    condition     = try(cidrhost(var.vpc_cidr, 0) == split("/", var.vpc_cidr)[0] && contains(range(16, 21), tonumber(split("/", var.vpc_cidr)[1])), false)
    error_message = "vpc_cidr must be an IPv4 range of /16 to /20 written by its first address, for example 10.40.0.0/16."
  }
}

variable "service_cidr" {
  description = "IPv4 range of Kubernetes services, /12 to /24, private, outside every other range. EKS cannot change it later."
  type        = string
  default     = "172.20.0.0/16"
  nullable    = false

  validation {
    condition     = try(cidrhost(var.service_cidr, 0) == split("/", var.service_cidr)[0] && contains(range(12, 25), tonumber(split("/", var.service_cidr)[1])), false)
    error_message = "service_cidr must be an IPv4 range of /12 to /24 written by its first address, for example 172.20.0.0/16."
  }

  validation {
    condition = try(anytrue([
      for private in local.private_ranges :
      tonumber(split("/", var.service_cidr)[1]) >= private.prefix && cidrhost("${split("/", var.service_cidr)[0]}/${private.prefix}", 0) == private.first
    ]), false)
    error_message = "service_cidr must lie in 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16: EKS takes no other."
  }
}

variable "vnet_cidr" {
  description = "IPv4 range of the Azure virtual network, /8 to /22, private; its last /26 is kept for GatewaySubnet and RouteServerSubnet."
  type        = string
  default     = "10.80.0.0/16"
  nullable    = false

  validation {
    condition     = try(cidrhost(var.vnet_cidr, 0) == split("/", var.vnet_cidr)[0] && contains(range(8, 23), tonumber(split("/", var.vnet_cidr)[1])), false)
    error_message = "vnet_cidr must be an IPv4 range of /8 to /22 written by its first address, for example 10.80.0.0/16."
  }

  validation {
    condition = try(anytrue([
      for private in local.private_ranges :
      tonumber(split("/", var.vnet_cidr)[1]) >= private.prefix && cidrhost("${split("/", var.vnet_cidr)[0]}/${private.prefix}", 0) == private.first
    ]), false)
    error_message = "vnet_cidr must lie in 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16: EKS takes no other remote node networks."
  }
}

variable "node_subnets" {
  description = "Azure subnets of the nodes: name => IPv4 range inside `vnet_cidr`. Together they are the cluster's remote node networks."
  type        = map(string)
  default     = { nodes = "10.80.0.0/20" }
  nullable    = false

  validation {
    condition = length(var.node_subnets) >= 1 && alltrue([
      for cidr in values(var.node_subnets) : try(
        cidrhost(cidr, 0) == split("/", cidr)[0] &&
        tonumber(split("/", cidr)[1]) >= tonumber(split("/", var.vnet_cidr)[1]) &&
        cidrhost("${split("/", cidr)[0]}/${split("/", var.vnet_cidr)[1]}", 0) == split("/", var.vnet_cidr)[0],
        false,
      )
    ])
    error_message = "node_subnets must hold at least one IPv4 range, written by its first address, inside vnet_cidr."
  }
}

variable "remote_pod_cidrs" {
  description = "IPv4 ranges of the pods on hybrid nodes (Cilium's pools), private, outside every other range."
  type        = list(string)
  default     = ["10.112.0.0/16"]
  nullable    = false

  validation {
    condition     = length(var.remote_pod_cidrs) >= 1 && alltrue([for cidr in var.remote_pod_cidrs : try(cidrhost(cidr, 0) == split("/", cidr)[0] && can(cidrnetmask(cidr)), false)])
    error_message = "remote_pod_cidrs must hold at least one IPv4 range written by its first address, for example 10.112.0.0/16."
  }

  validation {
    condition = alltrue([
      for cidr in var.remote_pod_cidrs : try(anytrue([
        for private in local.private_ranges :
        tonumber(split("/", cidr)[1]) >= private.prefix && cidrhost("${split("/", cidr)[0]}/${private.prefix}", 0) == private.first
      ]), false)
    ])
    error_message = "remote_pod_cidrs must lie in 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16: EKS takes no other."
  }
}

variable "nat_mode" {
  description = "NAT gateways of the VPC: `one` for all zones, `per_zone` or `none`."
  type        = string
  default     = "one"
  nullable    = false

  validation {
    condition     = contains(["one", "per_zone", "none"], var.nat_mode)
    error_message = "nat_mode must be one, per_zone or none."
  }
}

# ---------------------------------------------------------------------------------------------------------------------
# BGP
# ---------------------------------------------------------------------------------------------------------------------

variable "transit_gateway_asn" {
  description = "Autonomous system number of the AWS side."
  type        = number
  default     = 64512
  nullable    = false

  validation {
    condition = (
      (var.transit_gateway_asn >= 64512 && var.transit_gateway_asn <= 65534) ||
      (var.transit_gateway_asn >= 4200000000 && var.transit_gateway_asn <= 4294967294)
    ) && !contains([65515, 65517, 65518, 65519, 65520], var.transit_gateway_asn)
    error_message = "transit_gateway_asn must be 64512-65534 or 4200000000-4294967294, and none of 65515 and 65517-65520, which Azure refuses of a peer."
  }
}

variable "azure_gateway_asn" {
  description = "Autonomous system number of the Azure VPN gateway. Keep 65515 where a Route Server may come: it requires it."
  type        = number
  default     = 65515
  nullable    = false

  validation {
    condition = var.azure_gateway_asn >= 1 && var.azure_gateway_asn <= 65534 && !contains([8074, 8075, 12076, 23456, 65517, 65518, 65519, 65520], var.azure_gateway_asn) && !(
      var.azure_gateway_asn >= 64496 && var.azure_gateway_asn <= 64511
    )
    error_message = "azure_gateway_asn must be 1-65534 and not reserved by Azure (8074, 8075, 12076, 65517-65520) or IANA (23456, 64496-64511)."
  }

  validation {
    condition     = var.azure_gateway_asn != var.transit_gateway_asn
    error_message = "azure_gateway_asn and transit_gateway_asn must differ: BGP between the clouds is eBGP, and each side drops routes that carry its own number."
  }

  validation {
    condition     = var.pod_routing != "bgp" || var.azure_gateway_asn == 65515
    error_message = "azure_gateway_asn must be 65515 with pod_routing bgp: the Route Server exchanges routes with no other gateway."
  }
}

variable "node_bgp_asn" {
  description = "Autonomous system number with which Cilium on the nodes speaks BGP, should pods be routed by it."
  type        = number
  default     = 65010
  nullable    = false

  validation {
    condition = var.node_bgp_asn >= 1 && var.node_bgp_asn <= 65534 && !contains([8074, 8075, 12076, 23456, 65515, 65517, 65518, 65519, 65520], var.node_bgp_asn) && !(
      var.node_bgp_asn >= 64496 && var.node_bgp_asn <= 64511
    )
    error_message = "node_bgp_asn must be 1-65534 (a Route Server knows 16 bits) and not reserved by Azure (8074, 8075, 12076, 65515, 65517-65520) or IANA (23456, 64496-64511)."
  }

  validation {
    condition     = var.node_bgp_asn != var.azure_gateway_asn
    error_message = "node_bgp_asn and azure_gateway_asn must differ: the gateway drops pod routes that carry its own number."
  }

  validation {
    condition     = var.node_bgp_asn != var.transit_gateway_asn
    error_message = "node_bgp_asn and transit_gateway_asn must differ: a Transit Gateway drops, without a word, pod routes that carry its own number. Mind 64512: it is the Transit Gateway's default and stands in Cilium's examples too."
  }
}
