variable "link_kind" {
  description = "What links the clouds: `vpn` (four tunnels over the internet, made here) or `private` (an existing Direct Connect gateway and ExpressRoute circuit)."
  type        = string
  default     = "vpn"
  nullable    = false

  validation {
    condition     = contains(["vpn", "private"], var.link_kind)
    error_message = "link_kind must be vpn or private."
  }
}

variable "vpn_gateway_sku" {
  description = "SKU of the Azure VPN gateway."
  type        = string
  default     = "VpnGw2AZ"
  nullable    = false

  validation {
    condition     = contains(["VpnGw1AZ", "VpnGw2AZ", "VpnGw3AZ", "VpnGw4AZ", "VpnGw5AZ"], var.vpn_gateway_sku)
    error_message = "vpn_gateway_sku must be VpnGw1AZ to VpnGw5AZ: Basic has no BGP, and SKUs without AZ cannot be created."
  }
}

variable "tunnel_logs" {
  description = "Whether AWS writes what the tunnels negotiate into CloudWatch."
  type        = bool
  default     = true
  nullable    = false
}

variable "direct_connect_gateway_id" {
  description = "Existing Direct Connect gateway with a transit virtual interface that is up; for a private link alone."
  type        = string
  default     = null

  validation {
    condition     = (var.link_kind == "private") == (var.direct_connect_gateway_id != null)
    error_message = "direct_connect_gateway_id must be given for link_kind private, and for no other."
  }

  validation {
    condition     = var.direct_connect_gateway_id == null || can(regex("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", var.direct_connect_gateway_id))
    error_message = "direct_connect_gateway_id must be the id of a Direct Connect gateway, which has the form of a GUID in lower case."
  }
}

variable "direct_connect_gateway_asn" {
  description = "Autonomous system number of that gateway, on AWS's side; must differ from `transit_gateway_asn`."
  type        = number
  default     = 64550
  nullable    = false

  validation {
    condition = floor(var.direct_connect_gateway_asn) == var.direct_connect_gateway_asn && (
      (var.direct_connect_gateway_asn >= 64512 && var.direct_connect_gateway_asn <= 65534) ||
      (var.direct_connect_gateway_asn >= 4200000000 && var.direct_connect_gateway_asn <= 4294967294)
    )
    error_message = "direct_connect_gateway_asn must be 64512-65534 or 4200000000-4294967294, as AWS has it."
  }

  validation {
    condition     = var.link_kind != "private" || var.direct_connect_gateway_asn != var.transit_gateway_asn
    error_message = "direct_connect_gateway_asn and transit_gateway_asn must differ: AWS refuses the association of two gateways with one number."
  }
}

variable "express_route_circuit_id" {
  description = "Existing ExpressRoute circuit whose provider has set up private peering; for a private link alone."
  type        = string
  default     = null

  validation {
    condition     = (var.link_kind == "private") == (var.express_route_circuit_id != null)
    error_message = "express_route_circuit_id must be given for link_kind private, and for no other."
  }

  validation {
    condition     = var.express_route_circuit_id == null || can(regex("^/subscriptions/[^/]+/resourceGroups/[^/]+/providers/Microsoft.Network/expressRouteCircuits/[^/]+$", var.express_route_circuit_id))
    error_message = "express_route_circuit_id must be the id of an ExpressRoute circuit (/subscriptions/…/Microsoft.Network/expressRouteCircuits/…)."
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

variable "express_route_gateway_sku" {
  description = "SKU of the ExpressRoute gateway; those with AZ survive the loss of a zone."
  type        = string
  default     = "ErGw1AZ"
  nullable    = false

  validation {
    condition     = contains(["ErGw1AZ", "ErGw2AZ", "ErGw3AZ"], var.express_route_gateway_sku)
    error_message = "express_route_gateway_sku must be ErGw1AZ, ErGw2AZ or ErGw3AZ: the others are not zone-redundant, or need limits of their own."
  }
}
