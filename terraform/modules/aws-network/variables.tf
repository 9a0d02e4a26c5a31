variable "name" {
  description = "Prefix of the name of every AWS resource of this network, for example `hybrid-dev`."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,30}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 32 lower-case letters, digits or hyphens, begin with a letter and not end with a hyphen."
  }
}

variable "vpc_cidr" {
  description = <<-EOT
    IPv4 range of the VPC, /16 to /20. The subnets are cut from it: for zone number i (from 0) a private subnet of an
    eighth of the range at i eighths, a public one of 1/256 from the middle on, and a control-plane /28 at the very end.
  EOT
  type        = string
  nullable    = false

  # cidrhost accepts host bits and leading zeros ("010.0.0.0/8"), which other tools read as another network.
  validation {
    condition     = try(cidrhost(var.vpc_cidr, 0) == split("/", var.vpc_cidr)[0] && can(cidrnetmask(var.vpc_cidr)), false)
    error_message = "vpc_cidr must be an IPv4 range written by its first address, for example 10.40.0.0/16."
  }

  validation {
    condition     = try(contains(range(16, 21), tonumber(split("/", var.vpc_cidr)[1])), false)
    error_message = "vpc_cidr must be a /16 to /20: AWS allows no VPC above /16, and below /20 a public subnet would be smaller than /28."
  }
}

variable "availability_zones" {
  description = <<-EOT
    Two to four zone names of the provider's region, for example `["eu-central-1a", "eu-central-1b"]`. A zone's place in
    the list decides its subnet ranges: append zones at the end, do not reorder. EKS needs at least two, and does not take
    every zone (use1-az3, usw1-az2 and cac1-az3 are refused for control planes).
  EOT
  type        = list(string)
  nullable    = false

  validation {
    condition     = contains([2, 3, 4], length(var.availability_zones))
    error_message = "availability_zones must name two to four zones: EKS needs two, the subnet plan has room for four."
  }

  validation {
    condition     = length(distinct(var.availability_zones)) == length(var.availability_zones)
    error_message = "availability_zones names a zone twice."
  }

  validation {
    condition     = alltrue([for zone in var.availability_zones : can(regex("^[a-z]{2}(-[a-z]+)+-[0-9][a-z]$", zone))])
    error_message = "availability_zones must hold zone names such as eu-central-1a; zone ids (euc1-az2) and local zones are not supported."
  }
}

variable "remote_node_cidrs" {
  description = "IPv4 ranges of the hybrid nodes in Azure; routed to the Transit Gateway in every route table of the VPC."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.remote_node_cidrs) >= 1 && length(var.remote_node_cidrs) <= 15
    error_message = "remote_node_cidrs must hold 1 to 15 ranges, as many as EKS takes."
  }

  validation {
    condition     = alltrue([for cidr in var.remote_node_cidrs : try(cidrhost(cidr, 0) == split("/", cidr)[0] && can(cidrnetmask(cidr)), false)])
    error_message = "remote_node_cidrs must be IPv4 ranges written by their first address, for example 10.80.0.0/20."
  }

  # Two ranges overlap when they are equal after both are cut to the shorter of their prefixes.
  validation {
    condition = alltrue([
      for cidr in var.remote_node_cidrs : try(
        cidrhost("${split("/", cidr)[0]}/${min(split("/", cidr)[1], split("/", var.vpc_cidr)[1])}", 0) !=
        cidrhost("${split("/", var.vpc_cidr)[0]}/${min(split("/", cidr)[1], split("/", var.vpc_cidr)[1])}", 0),
        true,
      )
    ])
    error_message = "remote_node_cidrs must not overlap vpc_cidr: the VPC's own route would always win over the one to the Transit Gateway."
  }
}

variable "transit_gateway_asn" {
  description = "Autonomous system number of the AWS side of every tunnel. Must differ from Azure's and from the nodes' own."
  type        = number
  default     = 64512
  nullable    = false

  validation {
    condition = floor(var.transit_gateway_asn) == var.transit_gateway_asn && (
      (var.transit_gateway_asn >= 64512 && var.transit_gateway_asn <= 65534) ||
      (var.transit_gateway_asn >= 4200000000 && var.transit_gateway_asn <= 4294967294)
    )
    error_message = "transit_gateway_asn must be a private ASN that AWS takes for a Transit Gateway: 64512-65534 or 4200000000-4294967294."
  }

  validation {
    condition     = !contains([65515, 65517, 65518, 65519, 65520], var.transit_gateway_asn)
    error_message = "transit_gateway_asn must not be 65515 or 65517-65520: Azure keeps these for itself and refuses a peer that has one."
  }
}

variable "remote_pod_cidrs" {
  description = "IPv4 ranges of the pods on hybrid nodes; routed to the Transit Gateway unless `route_remote_pods` is false."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = length(var.remote_pod_cidrs) <= 15
    error_message = "remote_pod_cidrs must hold at most 15 ranges, as many as EKS takes."
  }

  validation {
    condition     = alltrue([for cidr in var.remote_pod_cidrs : try(cidrhost(cidr, 0) == split("/", cidr)[0] && can(cidrnetmask(cidr)), false)])
    error_message = "remote_pod_cidrs must be IPv4 ranges written by their first address, for example 10.112.0.0/16."
  }

  validation {
    condition = alltrue([
      for cidr in var.remote_pod_cidrs : try(
        cidrhost("${split("/", cidr)[0]}/${min(split("/", cidr)[1], split("/", var.vpc_cidr)[1])}", 0) !=
        cidrhost("${split("/", var.vpc_cidr)[0]}/${min(split("/", cidr)[1], split("/", var.vpc_cidr)[1])}", 0),
        true,
      )
    ])
    error_message = "remote_pod_cidrs must not overlap vpc_cidr: the VPC's own route would always win over the one to the Transit Gateway."
  }
}

variable "route_remote_pods" {
  description = <<-EOT
    Whether the VPC routes `remote_pod_cidrs` to the Transit Gateway. False where something else owns these routes: the EKS
    Hybrid Nodes gateway writes them itself, to the network interface of its leader.
  EOT
  type        = bool
  default     = true
  nullable    = false
}

variable "nat_mode" {
  description = <<-EOT
    How private subnets reach the internet: `one` NAT gateway for all zones (cheapest; its zone is a single point of
    failure), one `per_zone`, or `none` (bring VPC endpoints).
  EOT
  type        = string
  default     = "one"
  nullable    = false

  validation {
    condition     = contains(["one", "per_zone", "none"], var.nat_mode)
    error_message = "nat_mode must be one, per_zone or none."
  }
}

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
  description = "Days for which the flow logs are kept; one of the values that CloudWatch takes."
  type        = number
  default     = 30
  nullable    = false

  # CloudWatch's 0, for ever, is left out: such a log grows without end.
  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.log_retention_days)
    error_message = "log_retention_days must be one of CloudWatch's: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288 or 3653."
  }
}

variable "log_kms_key_arn" {
  description = <<-EOT
    KMS key that encrypts the flow logs; its policy must let `logs.<region>.amazonaws.com` use it. Null: the key that
    CloudWatch itself holds.
  EOT
  type        = string
  default     = null

  validation {
    condition     = var.log_kms_key_arn == null || can(regex("^arn:[a-z-]+:kms:[a-z0-9-]+:[0-9]{12}:key/", var.log_kms_key_arn))
    error_message = "log_kms_key_arn must be the ARN of a KMS key (arn:aws:kms:…:key/…), not of an alias."
  }
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
