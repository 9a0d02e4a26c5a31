# Proves the shape of the VPC: where each subnet lies and how many there are, which tables have which routes in each NAT
# mode, that every table knows the way to Azure, and that the Transit Gateway's own default tables stay out of it.

provider "aws" {
  region = "eu-central-1"
}

variables {
  name               = "hybrid-test"
  vpc_cidr           = "10.40.0.0/16"
  availability_zones = ["eu-central-1a", "eu-central-1b"]
  remote_node_cidrs  = ["10.80.0.0/20"]
  remote_pod_cidrs   = ["10.112.0.0/16"]
}

run "subnets_of_two_zones" {
  command = plan

  assert {
    condition     = output.private_subnets["eu-central-1a"].cidr == "10.40.0.0/19" && output.private_subnets["eu-central-1b"].cidr == "10.40.32.0/19"
    error_message = "Private subnets are the first eighths of the VPC."
  }

  assert {
    condition     = output.public_subnets["eu-central-1a"].cidr == "10.40.128.0/24" && output.public_subnets["eu-central-1b"].cidr == "10.40.129.0/24"
    error_message = "Public subnets begin in the middle of the VPC."
  }

  assert {
    condition     = output.control_plane_subnets["eu-central-1a"].cidr == "10.40.255.192/28" && output.control_plane_subnets["eu-central-1b"].cidr == "10.40.255.208/28"
    error_message = "Control-plane subnets are /28 at the end of the VPC."
  }

  assert {
    condition     = aws_vpc.this.enable_dns_support && aws_vpc.this.enable_dns_hostnames
    error_message = "EKS needs both DNS settings of the VPC."
  }

  assert {
    condition     = alltrue([for zone, subnet in aws_subnet.private : subnet.availability_zone == zone])
    error_message = "Each private subnet lies in its own zone."
  }
}

run "four_zones_in_the_smallest_vpc" {
  command = plan

  variables {
    vpc_cidr           = "10.40.16.0/20"
    availability_zones = ["eu-central-1a", "eu-central-1b", "eu-central-1c", "eu-central-1d"]
    nat_mode           = "per_zone"
  }

  assert {
    condition     = length(aws_subnet.private) == 4 && length(aws_subnet.public) == 4 && length(aws_subnet.control_plane) == 4
    error_message = "Each zone has one subnet of each kind."
  }

  assert {
    condition     = [for zone in var.availability_zones : output.private_subnets[zone].cidr] == ["10.40.16.0/23", "10.40.18.0/23", "10.40.20.0/23", "10.40.22.0/23"]
    error_message = "Private subnets of a /20 are /23."
  }

  assert {
    condition     = [for zone in var.availability_zones : output.public_subnets[zone].cidr] == ["10.40.24.0/28", "10.40.24.16/28", "10.40.24.32/28", "10.40.24.48/28"]
    error_message = "Public subnets of a /20 are /28."
  }

  assert {
    condition     = [for zone in var.availability_zones : output.control_plane_subnets[zone].cidr] == ["10.40.31.192/28", "10.40.31.208/28", "10.40.31.224/28", "10.40.31.240/28"]
    error_message = "The control plane has the last four /28."
  }
}

run "one_nat_gateway" {
  command = plan

  assert {
    condition     = keys(aws_nat_gateway.this) == ["eu-central-1a"] && keys(aws_eip.nat) == ["eu-central-1a"]
    error_message = "One NAT gateway, in the first zone."
  }

  assert {
    condition     = keys(aws_route.private_internet) == ["eu-central-1a", "eu-central-1b"]
    error_message = "Both zones reach the internet through it."
  }
}

run "nat_gateway_per_zone" {
  command = plan

  variables {
    nat_mode = "per_zone"
  }

  assert {
    condition     = keys(aws_nat_gateway.this) == ["eu-central-1a", "eu-central-1b"] && length(aws_route.private_internet) == 2
    error_message = "Each zone has its own NAT gateway."
  }
}

run "no_nat_gateway" {
  command = plan

  variables {
    nat_mode = "none"
  }

  assert {
    condition     = length(aws_nat_gateway.this) == 0 && length(aws_eip.nat) == 0 && length(aws_route.private_internet) == 0
    error_message = "Without NAT there is neither a gateway nor a route to one."
  }

  assert {
    condition     = length(aws_route_table.private) == 2
    error_message = "The private tables stay, so that a change of the NAT mode replaces routes alone."
  }
}

run "every_table_routes_to_azure" {
  command = plan

  assert {
    condition = toset(keys(aws_route.remote)) == toset([
      "control-plane:10.112.0.0/16", "control-plane:10.80.0.0/20",
      "private-eu-central-1a:10.112.0.0/16", "private-eu-central-1a:10.80.0.0/20",
      "private-eu-central-1b:10.112.0.0/16", "private-eu-central-1b:10.80.0.0/20",
      "public:10.112.0.0/16", "public:10.80.0.0/20",
    ])
    error_message = "Node and pod ranges are routed in each of the four tables."
  }

  assert {
    condition     = alltrue([for route in aws_route.remote : route.nat_gateway_id == null && route.gateway_id == null])
    error_message = "These routes lead to the Transit Gateway alone."
  }
}

run "pod_routes_of_another_owner" {
  command = plan

  variables {
    route_remote_pods = false
  }

  assert {
    condition     = alltrue([for route in aws_route.remote : route.destination_cidr_block == "10.80.0.0/20"]) && length(aws_route.remote) == 4
    error_message = "Without route_remote_pods the tables have the node ranges alone."
  }
}

run "transit_gateway_has_explicit_tables" {
  command = plan

  assert {
    condition     = aws_ec2_transit_gateway.this.default_route_table_association == "disable" && aws_ec2_transit_gateway.this.default_route_table_propagation == "disable"
    error_message = "The default tables are off."
  }

  assert {
    condition     = aws_ec2_transit_gateway_vpc_attachment.this.transit_gateway_default_route_table_association == false && aws_ec2_transit_gateway_vpc_attachment.this.transit_gateway_default_route_table_propagation == false
    error_message = "The VPC is not attached to default tables."
  }

  assert {
    condition     = aws_ec2_transit_gateway.this.vpn_ecmp_support == "enable" && aws_ec2_transit_gateway.this.amazon_side_asn == 64512
    error_message = "Equal paths are shared, and the ASN is the one asked for."
  }

  assert {
    condition     = aws_ec2_transit_gateway.this.description == "Where every link to Azure ends"
    error_message = "The Transit Gateway says what it is for."
  }
}

# Ids are known after apply only: these assertions compare who is wired to whom.
run "wiring" {
  command = apply

  variables {
    nat_mode = "per_zone"
  }

  assert {
    condition     = aws_ec2_transit_gateway_route_table_association.vpc.transit_gateway_route_table_id == output.cloud_route_table_id
    error_message = "The VPC looks up its routes in the cloud table."
  }

  assert {
    condition     = aws_ec2_transit_gateway_route_table_propagation.vpc.transit_gateway_route_table_id == output.link_route_table_id
    error_message = "The VPC's range is told to the links' table."
  }

  assert {
    condition     = output.cloud_route_table_id != output.link_route_table_id
    error_message = "The two tables are not the same."
  }

  assert {
    condition     = alltrue([for key, route in aws_route.remote : route.transit_gateway_id == output.transit_gateway_id && route.route_table_id == output.vpc_route_table_ids[split(":", key)[0]]])
    error_message = "Each remote route is in the table of its name and leads to the Transit Gateway."
  }

  assert {
    condition     = alltrue([for zone, route in aws_route.private_internet : route.nat_gateway_id == aws_nat_gateway.this[zone].id])
    error_message = "With a NAT gateway per zone each zone uses its own."
  }

  assert {
    condition     = alltrue([for zone, association in aws_route_table_association.control_plane : association.subnet_id == output.control_plane_subnets[zone].id && association.route_table_id == output.vpc_route_table_ids["control-plane"]])
    error_message = "Control-plane subnets use the control-plane table, which has no way to the internet."
  }

  assert {
    condition     = aws_ec2_transit_gateway_vpc_attachment.this.subnet_ids == toset([for subnet in output.private_subnets : subnet.id])
    error_message = "The Transit Gateway is attached in every zone."
  }
}

run "flow_logs" {
  command = apply

  assert {
    condition     = aws_flow_log.vpc["vpc"].vpc_id == aws_vpc.this.id && aws_flow_log.vpc["vpc"].traffic_type == "ALL" && aws_flow_log.vpc["vpc"].log_destination == aws_cloudwatch_log_group.flow["vpc"].arn
    error_message = "The flow log of the whole VPC goes to the log group."
  }

  assert {
    condition     = aws_cloudwatch_log_group.flow["vpc"].retention_in_days == 30 && output.flow_log_group_name == "/aws/vpc/hybrid-test/flow-logs"
    error_message = "The log group forgets after 30 days."
  }

  assert {
    condition     = jsondecode(aws_iam_role.flow["vpc"].assume_role_policy).Statement[0].Condition.StringEquals["aws:SourceAccount"] == data.aws_caller_identity.this.account_id && !strcontains(aws_iam_role_policy.flow["vpc"].policy, "CreateLogGroup")
    error_message = "Only this account's flow logs may take the role, and it cannot make log groups."
  }
}

run "flow_logs_with_own_key" {
  command = plan

  variables {
    flow_log_traffic   = "REJECT"
    log_retention_days = 365
    log_kms_key_arn    = "arn:aws:kms:eu-central-1:123456789012:key/11111111-2222-3333-4444-555555555555"
  }

  assert {
    condition     = aws_cloudwatch_log_group.flow["vpc"].kms_key_id == var.log_kms_key_arn && aws_cloudwatch_log_group.flow["vpc"].retention_in_days == 365 && aws_flow_log.vpc["vpc"].traffic_type == "REJECT"
    error_message = "Key, retention and kind of traffic follow the variables."
  }
}

run "no_flow_logs" {
  command = plan

  variables {
    flow_logs = false
  }

  assert {
    condition     = length(aws_flow_log.vpc) == 0 && length(aws_iam_role.flow) == 0 && output.flow_log_group_name == null
    error_message = "Without flow logs there is no log group and no role."
  }
}
