variable "name" {
  description = "Prefix of the name of every resource of the link, for example `hybrid-dev`."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,30}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 32 lower-case letters, digits or hyphens, begin with a letter and not end with a hyphen."
  }
}

variable "transit_gateway_id" {
  description = "Transit Gateway at which the tunnels end in AWS."
  type        = string
  nullable    = false

  validation {
    condition     = startswith(var.transit_gateway_id, "tgw-")
    error_message = "transit_gateway_id must be the id of a Transit Gateway (tgw-…); a virtual private gateway cannot use four tunnels at once."
  }
}

variable "transit_gateway_asn" {
  description = "Autonomous system number of the Transit Gateway."
  type        = number
  nullable    = false

  validation {
    condition     = var.transit_gateway_asn >= 1 && var.transit_gateway_asn <= 4294967294 && floor(var.transit_gateway_asn) == var.transit_gateway_asn
    error_message = "transit_gateway_asn must be a whole number from 1 to 4294967294."
  }

  # Azure's list for a peer also holds its own default, 65515.
  validation {
    condition     = !contains([8074, 8075, 12076, 23456, 65515, 65517, 65518, 65519, 65520], var.transit_gateway_asn)
    error_message = "transit_gateway_asn must not be 8074, 8075, 12076, 23456, 65515 or 65517-65520: Azure refuses a peer with one of these."
  }

  validation {
    condition     = var.transit_gateway_asn != var.azure_gateway_asn
    error_message = "transit_gateway_asn and azure_gateway_asn must differ: BGP between the clouds is eBGP, and each side drops routes that carry its own number."
  }
}

variable "cloud_route_table_id" {
  description = "Transit Gateway route table of the VPC; the tunnels' routes are propagated into it."
  type        = string
  nullable    = false

  validation {
    condition     = startswith(var.cloud_route_table_id, "tgw-rtb-")
    error_message = "cloud_route_table_id must be the id of a Transit Gateway route table (tgw-rtb-…)."
  }
}

variable "link_route_table_id" {
  description = "Transit Gateway route table with which the VPN attachments are associated; what it holds is advertised to Azure."
  type        = string
  nullable    = false

  validation {
    condition     = startswith(var.link_route_table_id, "tgw-rtb-")
    error_message = "link_route_table_id must be the id of a Transit Gateway route table (tgw-rtb-…)."
  }
}

variable "resource_group_name" {
  description = "Existing resource group of the gateway: that of the virtual network."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9_().-]{0,89}[A-Za-z0-9_()-]$", var.resource_group_name))
    error_message = "resource_group_name must be 1 to 90 letters, digits, underscores, parentheses, hyphens or periods, and not end with a period."
  }
}

variable "location" {
  description = "Azure region of the virtual network by its short name, for example `germanywestcentral`."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z]+[a-z0-9]*$", var.location))
    error_message = "location must be the region's short name, for example germanywestcentral, not \"Germany West Central\"."
  }
}

variable "gateway_subnet_id" {
  description = "Id of the virtual network's subnet GatewaySubnet."
  type        = string
  nullable    = false

  validation {
    condition     = endswith(var.gateway_subnet_id, "/subnets/GatewaySubnet")
    error_message = "gateway_subnet_id must be the id of a subnet named GatewaySubnet: Azure puts a VPN gateway nowhere else."
  }
}

variable "prefixes_from_aws" {
  description = "IPv4 ranges that Azure must learn over every tunnel: those of the VPC. Only told to the checks, nothing is configured by it."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.prefixes_from_aws) >= 1 && alltrue([for cidr in var.prefixes_from_aws : try(cidrhost(cidr, 0) == split("/", cidr)[0] && can(cidrnetmask(cidr)), false)])
    error_message = "prefixes_from_aws must hold at least one IPv4 range written by its first address, for example 10.40.0.0/16."
  }
}

variable "prefixes_from_azure" {
  description = "IPv4 ranges that AWS must learn over every tunnel: the virtual network's, and the pods' where a Route Server gives them to the gateway."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.prefixes_from_azure) >= 1 && alltrue([for cidr in var.prefixes_from_azure : try(cidrhost(cidr, 0) == split("/", cidr)[0] && can(cidrnetmask(cidr)), false)])
    error_message = "prefixes_from_azure must hold at least one IPv4 range written by its first address, for example 10.80.0.0/16."
  }
}

variable "azure_gateway_asn" {
  description = <<-EOT
    Autonomous system number of the Azure VPN gateway. Keep Azure's default where a Route Server may come: it requires
    65515 of a gateway beside it.
  EOT
  type        = number
  default     = 65515
  nullable    = false

  # The gateway's own number is kept to 16 bits because a Route Server beside it knows no others.
  validation {
    condition     = var.azure_gateway_asn >= 1 && var.azure_gateway_asn <= 65534 && floor(var.azure_gateway_asn) == var.azure_gateway_asn
    error_message = "azure_gateway_asn must be a whole number from 1 to 65534."
  }

  validation {
    condition = !contains([8074, 8075, 12076, 23456, 65517, 65518, 65519, 65520], var.azure_gateway_asn) && !(
      var.azure_gateway_asn >= 64496 && var.azure_gateway_asn <= 64511
    )
    error_message = "azure_gateway_asn must not be reserved by Azure (8074, 8075, 12076, 65517-65520) or by IANA (23456, 64496-64511)."
  }
}

variable "gateway_sku" {
  description = "SKU of the VPN gateway. Those without AZ can no longer be created; VpnGw1AZ is Generation1, all others here Generation2."
  type        = string
  default     = "VpnGw2AZ"
  nullable    = false

  validation {
    condition     = contains(["VpnGw1AZ", "VpnGw2AZ", "VpnGw3AZ", "VpnGw4AZ", "VpnGw5AZ"], var.gateway_sku)
    error_message = "gateway_sku must be VpnGw1AZ, VpnGw2AZ, VpnGw3AZ, VpnGw4AZ or VpnGw5AZ: Basic has no BGP, and SKUs without AZ cannot be created."
  }
}

variable "azure_zones" {
  description = "Availability zones of the gateway's public addresses: all three make each address survive the loss of one."
  type        = list(string)
  default     = ["1", "2", "3"]
  nullable    = false

  validation {
    condition     = length(var.azure_zones) >= 2 && length(distinct(var.azure_zones)) == length(var.azure_zones) && alltrue([for zone in var.azure_zones : contains(["1", "2", "3"], zone)])
    error_message = "azure_zones must be two or three different ones of \"1\", \"2\", \"3\"; fewer are not zone-redundant."
  }
}

variable "tunnel_inside_cidrs" {
  description = <<-EOT
    Inside range (/30) of each tunnel, by instance of the Azure gateway. AWS takes the first host of a range, Azure the
    second. The defaults are those of Microsoft's and AWS's common guide.
  EOT
  type = object({
    instance0 = object({ tunnel1 = string, tunnel2 = string })
    instance1 = object({ tunnel1 = string, tunnel2 = string })
  })
  default = {
    instance0 = { tunnel1 = "169.254.21.0/30", tunnel2 = "169.254.22.0/30" }
    instance1 = { tunnel1 = "169.254.21.4/30", tunnel2 = "169.254.22.4/30" }
  }
  nullable = false

  validation {
    condition = alltrue(flatten([
      for instance in values(var.tunnel_inside_cidrs) : [
        for cidr in values(instance) : try(endswith(cidr, "/30") && cidrhost(cidr, 0) == split("/", cidr)[0], false)
      ]
    ]))
    error_message = "tunnel_inside_cidrs must be /30 ranges written by their first address, for example 169.254.21.0/30."
  }

  validation {
    condition = alltrue(flatten([
      for instance in values(var.tunnel_inside_cidrs) : [
        for cidr in values(instance) : can(regex("^169\\.254\\.(21|22)\\.", cidr))
      ]
    ]))
    error_message = "tunnel_inside_cidrs must lie in 169.254.21.0-169.254.22.255, the only link-local addresses that an Azure gateway speaks BGP from."
  }

  validation {
    condition     = length(distinct(flatten([for instance in values(var.tunnel_inside_cidrs) : values(instance)]))) == 4
    error_message = "tunnel_inside_cidrs must be four different ranges: each tunnel of a Transit Gateway needs its own."
  }
}

variable "dh_group" {
  description = "Diffie-Hellman group of both phases on both sides: 20 (ECP 384 bit) or 14 (MODP 2048 bit)."
  type        = number
  default     = 20
  nullable    = false

  validation {
    condition     = contains([14, 20], var.dh_group)
    error_message = "dh_group must be 14 or 20: of the groups both clouds offer, these are not known to be weak."
  }
}

variable "sa_lifetime_seconds" {
  description = "Lifetime of an IPsec security association (phase 2) on both sides, in seconds."
  type        = number
  default     = 3600
  nullable    = false

  validation {
    condition     = var.sa_lifetime_seconds >= 900 && var.sa_lifetime_seconds <= 3600 && floor(var.sa_lifetime_seconds) == var.sa_lifetime_seconds
    error_message = "sa_lifetime_seconds must be 900 to 3600, what AWS takes for phase 2; Azure's default of 27000 would leave the sides apart."
  }
}

variable "rekey_margin_seconds" {
  description = "How long before the end of a security association AWS makes its successor, in seconds; up to twice as early, by chance, so that tunnels do not rekey at once."
  type        = number
  default     = 540
  nullable    = false

  # AWS adds a random share of the margin, 100 % at most (its default), and takes no margin above half the lifetime.
  validation {
    condition     = var.rekey_margin_seconds >= 60 && 2 * var.rekey_margin_seconds <= var.sa_lifetime_seconds && floor(var.rekey_margin_seconds) == var.rekey_margin_seconds
    error_message = "rekey_margin_seconds must be at least 60 and at most half of sa_lifetime_seconds."
  }
}

variable "dpd_timeout_seconds" {
  description = "Silence, in seconds, after which either side takes its peer for dead and starts anew."
  type        = number
  default     = 30
  nullable    = false

  validation {
    condition     = var.dpd_timeout_seconds >= 30 && var.dpd_timeout_seconds <= 3600 && floor(var.dpd_timeout_seconds) == var.dpd_timeout_seconds
    error_message = "dpd_timeout_seconds must be 30 (the least AWS takes) to 3600 (the most Azure takes)."
  }
}

variable "tunnel_logs" {
  description = "Whether AWS writes what the tunnels negotiate into CloudWatch."
  type        = bool
  default     = true
  nullable    = false
}

variable "log_retention_days" {
  description = "Days for which the tunnels' logs are kept; one of the values that CloudWatch takes."
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
  description = "KMS key that encrypts the tunnels' logs; its policy must let `logs.<region>.amazonaws.com` and `delivery.logs.amazonaws.com` use it. Null: the key that CloudWatch itself holds."
  type        = string
  default     = null

  validation {
    condition     = var.log_kms_key_arn == null || can(regex("^arn:[a-z-]+:kms:[a-z0-9-]+:[0-9]{12}:key/", var.log_kms_key_arn))
    error_message = "log_kms_key_arn must be the ARN of a KMS key (arn:aws:kms:…:key/…), not of an alias."
  }
}

variable "aws_tags" {
  description = "Tags of every AWS resource, beside `Name`."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for key in keys(var.aws_tags) : length(key) <= 128 && !startswith(lower(key), "aws:")])
    error_message = "aws_tags must have keys of at most 128 characters that do not begin with aws:, which AWS keeps for itself."
  }
}

variable "azure_tags" {
  description = "Tags of every Azure resource; connections get `tunnel` and `aws-vpn-connection` beside."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = length(var.azure_tags) <= 48 && alltrue([for key in keys(var.azure_tags) : length(key) <= 512 && length(regexall("[<>%&\\\\?/]", key)) == 0])
    error_message = "azure_tags must be at most 48, with keys of at most 512 characters without any of < > % & \\ ? /."
  }
}
