# What the stack costs, known before anything is made.

variable "prices" {
  description = "Your prices in US dollars, in place of the list's: name => amount; names and units in docs/costs.md."
  type        = map(number)
  default     = {}
  nullable    = false
}

locals {
  azure_nat_gateways = { none = 0, one = 1, per_subnet = length(var.node_subnets) }[var.azure_nat_mode]
  dedicated_gateways = var.dedicated_gateway_nodes && var.pod_routing == "gateway" ? 2 : 0
  cloud_instance     = "${var.cloud_node_group.capacity_type == "SPOT" ? "spot-" : ""}${var.cloud_node_group.instance_types[0]}"
  is_vpn             = var.link_kind == "vpn" ? 1 : 0
  has_route_server   = var.pod_routing == "bgp" ? 1 : 0

  quantities = {
    for name, quantity in merge(
      # One price name may stand for several things, so those are added first.
      { "ec2-${local.cloud_instance}" = var.cloud_node_group.desired_size + (var.cloud_node_group.capacity_type == "SPOT" ? 0 : local.dedicated_gateways) },
      var.cloud_node_group.capacity_type == "SPOT" ? { "ec2-${var.cloud_node_group.instance_types[0]}" = local.dedicated_gateways } : {},
      {
        "eks-cluster"                    = 1
        "aws-kms-key"                    = var.cluster_secrets_kms_key_arn == null ? 1 : 0
        "aws-transit-gateway-attachment" = 1 + (local.is_vpn == 1 ? 2 : 1)
        "aws-vpn-connection"             = 2 * local.is_vpn
        "aws-nat-gateway"                = length(local.nat_zones)
        "aws-public-ipv4"                = length(local.nat_zones)
        "aws-gp3-gib"                    = (var.cloud_node_group.desired_size + local.dedicated_gateways) * var.cloud_node_group.disk_size
        "azure-route-server"             = local.has_route_server
        "azure-nat-gateway"              = local.azure_nat_gateways
        "azure-public-ip"                = 2 * local.is_vpn + local.azure_nat_gateways + local.has_route_server
      },
      { "azure-vpn-gateway-${var.vpn_gateway_sku}" = local.is_vpn },
      { "azure-expressroute-gateway-${var.express_route_gateway_sku}" = 1 - local.is_vpn },
    ) : name => quantity
  }
}

module "costs" {
  source = "../../modules/costs"

  quantities = local.quantities
  prices     = var.prices
  not_counted = concat(
    ["data over NAT gateways, Transit Gateway, link and between zones", "logs by the gigabyte", "public addresses of the VPN tunnels' AWS ends", "extended support of an old Kubernetes version"],
    local.is_vpn == 1 ? [] : ["circuit, port and provider of the private link"],
  )
}

output "monthly_cost" {
  description = "What this stack costs while it stands, in US dollars: `hourly`, `monthly`, `items`; `complete` is false when something in `unpriced` has no price; `unverified` prices are the list's. Known at plan time."
  value       = module.costs.cost
}
