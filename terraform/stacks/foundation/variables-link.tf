# The link. What only passes through to a module is checked there, and its message names the module's variable.

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
}

variable "direct_connect_gateway_asn" {
  description = "Autonomous system number of that gateway, on AWS's side; must differ from `transit_gateway_asn`."
  type        = number
  default     = 64550
  nullable    = false
}

variable "express_route_circuit_id" {
  description = "Existing ExpressRoute circuit whose provider has set up private peering; for a private link alone."
  type        = string
  default     = null

  validation {
    condition     = (var.link_kind == "private") == (var.express_route_circuit_id != null)
    error_message = "express_route_circuit_id must be given for link_kind private, and for no other."
  }
}

variable "express_route_authorization_key" {
  description = "Key with which a circuit of another subscription may be used. Null: the circuit is of this subscription. **Stands in the state.**"
  type        = string
  default     = null
  sensitive   = true
}

variable "express_route_gateway_sku" {
  description = "SKU of the ExpressRoute gateway; those with AZ survive the loss of a zone."
  type        = string
  default     = "ErGw1AZ"
  nullable    = false
}
