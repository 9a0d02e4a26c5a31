# AWS: a customer gateway and a VPN connection of two tunnels for each instance of the Azure gateway.

resource "aws_customer_gateway" "azure" {
  for_each = local.instances

  type       = "ipsec.1"
  ip_address = azurerm_public_ip.gateway[each.key].ip_address
  bgp_asn    = var.azure_gateway_asn

  tags = merge(var.aws_tags, { Name = "${var.name}-azure-${each.key}" })
}

# What IKE and DPD said, of all tunnels: the one way to see from AWS why a tunnel does not come up. Names that begin with
# vendedlogs keep the account's policy for log deliveries short.
resource "aws_cloudwatch_log_group" "tunnels" {
  for_each = var.tunnel_logs ? toset(["tunnels"]) : toset([])

  name              = "/aws/vendedlogs/vpn/${var.name}"
  retention_in_days = var.log_retention_days
  kms_key_id        = var.log_kms_key_arn

  tags = merge(var.aws_tags, { Name = "${var.name}-tunnels" })
}

resource "aws_vpn_connection" "azure" {
  for_each = local.instances

  type                = "ipsec.1"
  transit_gateway_id  = var.transit_gateway_id
  customer_gateway_id = aws_customer_gateway.azure[each.key].id
  static_routes_only  = false

  tunnel1_inside_cidr                  = var.tunnel_inside_cidrs[each.key].tunnel1
  tunnel1_ike_versions                 = ["ikev2"]
  tunnel1_phase1_encryption_algorithms = ["AES256-GCM-16"]
  tunnel1_phase1_integrity_algorithms  = ["SHA2-384"]
  tunnel1_phase1_dh_group_numbers      = [var.dh_group]
  tunnel1_phase1_lifetime_seconds      = 28800
  tunnel1_phase2_encryption_algorithms = ["AES256-GCM-16"]
  tunnel1_phase2_integrity_algorithms  = ["SHA2-384"]
  tunnel1_phase2_dh_group_numbers      = [var.dh_group]
  tunnel1_phase2_lifetime_seconds      = var.sa_lifetime_seconds
  tunnel1_rekey_margin_time_seconds    = var.rekey_margin_seconds
  tunnel1_rekey_fuzz_percentage        = 100
  tunnel1_dpd_timeout_seconds          = var.dpd_timeout_seconds

  # By default AWS only answers, and lets a dead tunnel lie. Both sides starting makes the link heal by itself.
  tunnel1_startup_action     = "start"
  tunnel1_dpd_timeout_action = "restart"

  tunnel1_log_options {
    cloudwatch_log_options {
      log_enabled       = var.tunnel_logs
      log_group_arn     = one([for group in aws_cloudwatch_log_group.tunnels : group.arn])
      log_output_format = var.tunnel_logs ? "json" : null
    }
  }

  tunnel2_inside_cidr                  = var.tunnel_inside_cidrs[each.key].tunnel2
  tunnel2_ike_versions                 = ["ikev2"]
  tunnel2_phase1_encryption_algorithms = ["AES256-GCM-16"]
  tunnel2_phase1_integrity_algorithms  = ["SHA2-384"]
  tunnel2_phase1_dh_group_numbers      = [var.dh_group]
  tunnel2_phase1_lifetime_seconds      = 28800
  tunnel2_phase2_encryption_algorithms = ["AES256-GCM-16"]
  tunnel2_phase2_integrity_algorithms  = ["SHA2-384"]
  tunnel2_phase2_dh_group_numbers      = [var.dh_group]
  tunnel2_phase2_lifetime_seconds      = var.sa_lifetime_seconds
  tunnel2_rekey_margin_time_seconds    = var.rekey_margin_seconds
  tunnel2_rekey_fuzz_percentage        = 100
  tunnel2_dpd_timeout_seconds          = var.dpd_timeout_seconds
  tunnel2_startup_action               = "start"
  tunnel2_dpd_timeout_action           = "restart"

  tunnel2_log_options {
    cloudwatch_log_options {
      log_enabled       = var.tunnel_logs
      log_group_arn     = one([for group in aws_cloudwatch_log_group.tunnels : group.arn])
      log_output_format = var.tunnel_logs ? "json" : null
    }
  }

  # The pre-shared keys are left to AWS, which makes a different random one for each tunnel. See README.md, Secrets.

  tags = merge(var.aws_tags, { Name = "${var.name}-azure-${each.key}" })

  lifecycle {
    # The Azure side is configured from the plan of addresses, not from what AWS answers; they must not part.
    postcondition {
      condition = alltrue([
        self.tunnel1_vgw_inside_address == cidrhost(var.tunnel_inside_cidrs[each.key].tunnel1, 1),
        self.tunnel1_cgw_inside_address == cidrhost(var.tunnel_inside_cidrs[each.key].tunnel1, 2),
        self.tunnel2_vgw_inside_address == cidrhost(var.tunnel_inside_cidrs[each.key].tunnel2, 1),
        self.tunnel2_cgw_inside_address == cidrhost(var.tunnel_inside_cidrs[each.key].tunnel2, 2),
      ])
      error_message = "AWS has given the tunnels of ${each.key} other inside addresses than planned; BGP would not come up."
    }
  }
}

# The Transit Gateway has no default route tables, so each VPN attachment is wired by hand.
resource "aws_ec2_transit_gateway_route_table_association" "vpn" {
  for_each = local.instances

  transit_gateway_attachment_id  = aws_vpn_connection.azure[each.key].transit_gateway_attachment_id
  transit_gateway_route_table_id = var.link_route_table_id
}

resource "aws_ec2_transit_gateway_route_table_propagation" "vpn" {
  for_each = local.instances

  transit_gateway_attachment_id  = aws_vpn_connection.azure[each.key].transit_gateway_attachment_id
  transit_gateway_route_table_id = var.cloud_route_table_id
}
