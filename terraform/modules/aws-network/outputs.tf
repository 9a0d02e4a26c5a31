output "vpc_id" {
  description = "Id of the VPC."
  value       = aws_vpc.this.id
}

output "vpc_cidr" {
  description = "IPv4 range of the VPC."
  value       = aws_vpc.this.cidr_block
}

output "public_subnets" {
  description = "Public subnets: zone => id and range."
  value       = { for zone, subnet in aws_subnet.public : zone => { id = subnet.id, cidr = subnet.cidr_block } }
}

output "private_subnets" {
  description = "Private subnets, where EC2 nodes and their pods live: zone => id and range."
  value       = { for zone, subnet in aws_subnet.private : zone => { id = subnet.id, cidr = subnet.cidr_block } }
}

output "control_plane_subnets" {
  description = "Subnets of the control plane's network interfaces alone: zone => id and range."
  value       = { for zone, subnet in aws_subnet.control_plane : zone => { id = subnet.id, cidr = subnet.cidr_block } }
}

output "vpc_route_table_ids" {
  description = "Every route table of the VPC by name (public, control-plane, private-<zone>)."
  value       = local.vpc_route_table_ids
}

output "routed_remote_cidrs" {
  description = "The ranges that each of these tables routes to the Transit Gateway."
  value       = local.routed_remote_cidrs
}

output "nat_public_ips" {
  description = "Addresses from which private subnets reach the internet: zone of the NAT gateway => address."
  value       = { for zone, address in aws_eip.nat : zone => address.public_ip }
}

output "transit_gateway_id" {
  description = "Id of the Transit Gateway."
  value       = aws_ec2_transit_gateway.this.id
}

output "transit_gateway_asn" {
  description = "Autonomous system number of the Transit Gateway."
  value       = aws_ec2_transit_gateway.this.amazon_side_asn
}

output "cloud_route_table_id" {
  description = "Transit Gateway route table of the VPC: a link propagates its routes into it."
  value       = aws_ec2_transit_gateway_route_table.cloud.id
}

output "link_route_table_id" {
  description = "Transit Gateway route table of the links: a link is associated with it and so learns the VPC's range, nothing else."
  value       = aws_ec2_transit_gateway_route_table.link.id
}

output "flow_log_group_name" {
  description = "CloudWatch log group of the VPC's flow logs, or null where they are off."
  value       = one([for group in aws_cloudwatch_log_group.flow : group.name])
}
