# The Transit Gateway and the VPC's routes to it.

resource "aws_ec2_transit_gateway" "this" {
  description     = "Where every link to Azure ends"
  amazon_side_asn = var.transit_gateway_asn

  # Four tunnels carry traffic at once only with this, equal AS paths and BGP.
  vpn_ecmp_support = "enable"

  # The default table would join every attachment with every other; the two tables below say who learns what.
  default_route_table_association = "disable"
  default_route_table_propagation = "disable"

  tags = merge(var.tags, { Name = var.name })
}

# What the VPC can reach: filled by the links.
resource "aws_ec2_transit_gateway_route_table" "cloud" {
  transit_gateway_id = aws_ec2_transit_gateway.this.id

  tags = merge(var.tags, { Name = "${var.name}-cloud" })
}

# What the links can reach, and hence all that AWS advertises to Azure: filled by the VPC alone, so that routes learnt
# from one link are not offered back on another.
resource "aws_ec2_transit_gateway_route_table" "link" {
  transit_gateway_id = aws_ec2_transit_gateway.this.id

  tags = merge(var.tags, { Name = "${var.name}-link" })
}

resource "aws_ec2_transit_gateway_vpc_attachment" "this" {
  transit_gateway_id = aws_ec2_transit_gateway.this.id
  vpc_id             = aws_vpc.this.id

  # One subnet in each zone: a zone without one cannot reach the Transit Gateway.
  subnet_ids = [for zone in var.availability_zones : aws_subnet.private[zone].id]

  transit_gateway_default_route_table_association = false
  transit_gateway_default_route_table_propagation = false

  tags = merge(var.tags, { Name = var.name })
}

resource "aws_ec2_transit_gateway_route_table_association" "vpc" {
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.this.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.cloud.id
}

resource "aws_ec2_transit_gateway_route_table_propagation" "vpc" {
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.this.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.link.id
}

# A Transit Gateway never writes into VPC route tables. Every table needs the routes: control plane (API server to
# kubelet and webhooks), private (nodes and pods), public (load balancers with pods on hybrid nodes as targets).
locals {
  vpc_route_table_ids = merge(
    {
      public        = aws_route_table.public.id
      control-plane = aws_route_table.control_plane.id
    },
    { for zone in var.availability_zones : "private-${zone}" => aws_route_table.private[zone].id },
  )

  vpc_route_table_names = concat(["public", "control-plane"], [for zone in var.availability_zones : "private-${zone}"])

  routed_remote_cidrs = distinct(concat(var.remote_node_cidrs, var.route_remote_pods ? var.remote_pod_cidrs : []))

  remote_routes = {
    for pair in setproduct(local.vpc_route_table_names, local.routed_remote_cidrs) :
    "${pair[0]}:${pair[1]}" => { table = pair[0], cidr = pair[1] }
  }
}

resource "aws_route" "remote" {
  for_each = local.remote_routes

  route_table_id         = local.vpc_route_table_ids[each.value.table]
  destination_cidr_block = each.value.cidr
  transit_gateway_id     = aws_ec2_transit_gateway.this.id

  # AWS refuses a route to a Transit Gateway to which the VPC is not attached.
  depends_on = [aws_ec2_transit_gateway_vpc_attachment.this]
}
