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
  description = "Transit Gateway at which the link ends in AWS."
  type        = string
  nullable    = false

  validation {
    condition     = startswith(var.transit_gateway_id, "tgw-")
    error_message = "transit_gateway_id must be the id of a Transit Gateway (tgw-…); this module wires its route tables."
  }
}

variable "transit_gateway_asn" {
  description = "Autonomous system number of the Transit Gateway."
  type        = number
  nullable    = false

  validation {
    condition     = var.transit_gateway_asn != var.direct_connect_gateway_asn
    error_message = "transit_gateway_asn and direct_connect_gateway_asn must differ: AWS refuses the association of two gateways with one number."
  }
}

variable "cloud_route_table_id" {
  description = "Transit Gateway route table of the VPC; the link's routes are propagated into it."
  type        = string
  nullable    = false

  validation {
    condition     = startswith(var.cloud_route_table_id, "tgw-rtb-")
    error_message = "cloud_route_table_id must be the id of a Transit Gateway route table (tgw-rtb-…)."
  }
}

variable "link_route_table_id" {
  description = "Transit Gateway route table with which the link is associated; what it holds is advertised to Azure."
  type        = string
  nullable    = false

  validation {
    condition     = startswith(var.link_route_table_id, "tgw-rtb-")
    error_message = "link_route_table_id must be the id of a Transit Gateway route table (tgw-rtb-…)."
  }
}

variable "direct_connect_gateway_id" {
  description = "Existing Direct Connect gateway with a transit virtual interface that is up."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", var.direct_connect_gateway_id))
    error_message = "direct_connect_gateway_id must be the id of a Direct Connect gateway, which has the form of a GUID in lower case."
  }
}

variable "direct_connect_gateway_asn" {
  description = "Autonomous system number of that gateway, on AWS's side."
  type        = number
  nullable    = false

  validation {
    condition = floor(var.direct_connect_gateway_asn) == var.direct_connect_gateway_asn && (
      (var.direct_connect_gateway_asn >= 64512 && var.direct_connect_gateway_asn <= 65534) ||
      (var.direct_connect_gateway_asn >= 4200000000 && var.direct_connect_gateway_asn <= 4294967294)
    )
    error_message = "direct_connect_gateway_asn must be 64512-65534 or 4200000000-4294967294, as AWS has it."
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
    error_message = "gateway_subnet_id must be the id of a subnet named GatewaySubnet: Azure puts a gateway nowhere else."
  }
}

variable "express_route_circuit_id" {
  description = "Existing ExpressRoute circuit whose provider has set up private peering."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^/subscriptions/[^/]+/resourceGroups/[^/]+/providers/Microsoft.Network/expressRouteCircuits/[^/]+$", var.express_route_circuit_id))
    error_message = "express_route_circuit_id must be the id of an ExpressRoute circuit (/subscriptions/…/Microsoft.Network/expressRouteCircuits/…)."
  }
}

variable "prefixes_from_aws" {
  description = "IPv4 ranges that AWS advertises over the circuit: those of the VPC. At most 200, as many as AWS takes."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.prefixes_from_aws) >= 1 && length(var.prefixes_from_aws) <= 200 && alltrue([for cidr in var.prefixes_from_aws : try(cidrhost(cidr, 0) == split("/", cidr)[0] && can(cidrnetmask(cidr)), false)])
    error_message = "prefixes_from_aws must hold 1 to 200 IPv4 ranges written by their first address, for example 10.40.0.0/16."
  }
}

variable "prefixes_from_azure" {
  description = "IPv4 ranges that AWS must learn over the circuit: the virtual network's, and the pods' where a Route Server gives them to the gateway."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.prefixes_from_azure) >= 1 && alltrue([for cidr in var.prefixes_from_azure : try(cidrhost(cidr, 0) == split("/", cidr)[0] && can(cidrnetmask(cidr)), false)])
    error_message = "prefixes_from_azure must hold at least one IPv4 range written by its first address, for example 10.80.0.0/16."
  }
}

variable "express_route_authorization_key" {
  description = "Key with which a circuit of another subscription may be used. Null: the circuit is of this subscription. **Stands in the state.**"
  type        = string
  default     = null
  sensitive   = true

  validation {
    condition     = var.express_route_authorization_key == null || can(regex("^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$", var.express_route_authorization_key))
    error_message = "express_route_authorization_key must be a circuit authorization's key, which has the form of a GUID."
  }
}

variable "gateway_sku" {
  description = "SKU of the ExpressRoute gateway; those with AZ survive the loss of a zone."
  type        = string
  default     = "ErGw1AZ"
  nullable    = false

  validation {
    condition     = contains(["ErGw1AZ", "ErGw2AZ", "ErGw3AZ"], var.gateway_sku)
    error_message = "gateway_sku must be ErGw1AZ, ErGw2AZ or ErGw3AZ: the others are not zone-redundant, or need limits of their own."
  }
}

variable "azure_tags" {
  description = "Tags of every Azure resource."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = length(var.azure_tags) <= 48 && alltrue([for key in keys(var.azure_tags) : length(key) <= 512 && length(regexall("[<>%&\\\\?/]", key)) == 0])
    error_message = "azure_tags must be at most 48, with keys of at most 512 characters without any of < > % & \\ ? /."
  }
}
