# AWS: the Transit Gateway at an existing Direct Connect gateway, and its attachment in the two route tables.

resource "aws_dx_gateway_association" "this" {
  dx_gateway_id         = var.direct_connect_gateway_id
  associated_gateway_id = var.transit_gateway_id

  # All that AWS advertises over the circuit; a Transit Gateway takes no default.
  allowed_prefixes = var.prefixes_from_aws

  # AWS often needs a quarter of an hour and more.
  timeouts {
    create = "60m"
    update = "60m"
    delete = "60m"
  }
}

# The attachment comes with the association and is nobody's resource.
data "aws_ec2_transit_gateway_dx_gateway_attachment" "this" {
  transit_gateway_id = var.transit_gateway_id
  dx_gateway_id      = aws_dx_gateway_association.this.dx_gateway_id

  depends_on = [aws_dx_gateway_association.this]
}

# The Transit Gateway has no default route tables, so the attachment is wired by hand.
resource "aws_ec2_transit_gateway_route_table_association" "this" {
  transit_gateway_attachment_id  = data.aws_ec2_transit_gateway_dx_gateway_attachment.this.id
  transit_gateway_route_table_id = var.link_route_table_id
}

resource "aws_ec2_transit_gateway_route_table_propagation" "this" {
  transit_gateway_attachment_id  = data.aws_ec2_transit_gateway_dx_gateway_attachment.this.id
  transit_gateway_route_table_id = var.cloud_route_table_id
}
