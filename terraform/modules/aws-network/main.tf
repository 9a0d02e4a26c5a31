# The VPC, its subnets and their way to the internet. The Transit Gateway is in main.transit-gateway.tf.

locals {
  vpc_prefix_length = tonumber(split("/", var.vpc_cidr)[1])

  # zone => its number, which decides its ranges.
  zones = { for index, zone in var.availability_zones : zone => index }

  private_cidrs = { for zone, index in local.zones : zone => cidrsubnet(var.vpc_cidr, 3, index) }
  public_cidrs  = { for zone, index in local.zones : zone => cidrsubnet(var.vpc_cidr, 8, 128 + index) }

  # EKS makes its network interfaces anew at each upgrade, so their addresses change: dedicated small subnets give the
  # firewalls of the other cloud a range that stays.
  control_plane_cidrs = {
    for zone, index in local.zones :
    zone => cidrsubnet(var.vpc_cidr, 28 - local.vpc_prefix_length, pow(2, 28 - local.vpc_prefix_length) - 4 + index)
  }

  nat_zones = {
    none     = []
    one      = slice(var.availability_zones, 0, 1)
    per_zone = var.availability_zones
  }[var.nat_mode]
}

resource "aws_vpc" "this" {
  cidr_block = var.vpc_cidr

  # EKS resolves its private endpoint through the VPC's own resolver.
  enable_dns_support   = true
  enable_dns_hostnames = true

  tags = merge(var.tags, { Name = var.name })
}

# ---------------------------------------------------------------------------------------------------------------------
# Subnets
# ---------------------------------------------------------------------------------------------------------------------

resource "aws_subnet" "public" {
  for_each = local.zones

  vpc_id            = aws_vpc.this.id
  availability_zone = each.key
  cidr_block        = local.public_cidrs[each.key]

  tags = merge(var.tags, { Name = "${var.name}-public-${each.key}", "kubernetes.io/role/elb" = "1" })
}

resource "aws_subnet" "private" {
  for_each = local.zones

  vpc_id            = aws_vpc.this.id
  availability_zone = each.key
  cidr_block        = local.private_cidrs[each.key]

  tags = merge(var.tags, { Name = "${var.name}-private-${each.key}", "kubernetes.io/role/internal-elb" = "1" })
}

resource "aws_subnet" "control_plane" {
  for_each = local.zones

  vpc_id            = aws_vpc.this.id
  availability_zone = each.key
  cidr_block        = local.control_plane_cidrs[each.key]

  tags = merge(var.tags, { Name = "${var.name}-control-plane-${each.key}" })
}

# ---------------------------------------------------------------------------------------------------------------------
# Internet: gateway and NAT
# ---------------------------------------------------------------------------------------------------------------------

resource "aws_internet_gateway" "this" {
  vpc_id = aws_vpc.this.id

  tags = merge(var.tags, { Name = var.name })
}

resource "aws_eip" "nat" {
  for_each = toset(local.nat_zones)

  domain = "vpc"

  tags = merge(var.tags, { Name = "${var.name}-nat-${each.key}" })
}

resource "aws_nat_gateway" "this" {
  for_each = toset(local.nat_zones)

  allocation_id = aws_eip.nat[each.key].id
  subnet_id     = aws_subnet.public[each.key].id

  tags = merge(var.tags, { Name = "${var.name}-${each.key}" })

  # AWS asks for the internet gateway to be there first; no argument says so.
  depends_on = [aws_internet_gateway.this]
}

# ---------------------------------------------------------------------------------------------------------------------
# Route tables: one public, one control-plane, one private per zone (whatever the NAT mode, so that changing it replaces
# routes and never tables)
# ---------------------------------------------------------------------------------------------------------------------

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.this.id

  tags = merge(var.tags, { Name = "${var.name}-public" })
}

# No way to the internet: only the control plane's interfaces are here, and they talk to nodes and pods alone.
resource "aws_route_table" "control_plane" {
  vpc_id = aws_vpc.this.id

  tags = merge(var.tags, { Name = "${var.name}-control-plane" })
}

resource "aws_route_table" "private" {
  for_each = local.zones

  vpc_id = aws_vpc.this.id

  tags = merge(var.tags, { Name = "${var.name}-private-${each.key}" })
}

resource "aws_route_table_association" "public" {
  for_each = local.zones

  subnet_id      = aws_subnet.public[each.key].id
  route_table_id = aws_route_table.public.id
}

resource "aws_route_table_association" "control_plane" {
  for_each = local.zones

  subnet_id      = aws_subnet.control_plane[each.key].id
  route_table_id = aws_route_table.control_plane.id
}

resource "aws_route_table_association" "private" {
  for_each = local.zones

  subnet_id      = aws_subnet.private[each.key].id
  route_table_id = aws_route_table.private[each.key].id
}

resource "aws_route" "public_internet" {
  route_table_id         = aws_route_table.public.id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.this.id
}

resource "aws_route" "private_internet" {
  for_each = length(local.nat_zones) == 0 ? {} : local.zones

  route_table_id         = aws_route_table.private[each.key].id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.this[contains(local.nat_zones, each.key) ? each.key : local.nat_zones[0]].id
}
