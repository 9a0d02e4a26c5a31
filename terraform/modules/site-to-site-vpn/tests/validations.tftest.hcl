# Proves that every validation of this module's variables refuses what it is there to refuse. A run fails when the value
# it gives is accepted.

provider "aws" {
  region = "eu-central-1"
}

provider "azurerm" {
  features {}
  subscription_id = "00000000-0000-4000-8000-000000000001"
}

variables {
  name                 = "hybrid-test"
  transit_gateway_id   = "tgw-0123456789abcdef0"
  transit_gateway_asn  = 64512
  cloud_route_table_id = "tgw-rtb-0123456789abcdef0"
  link_route_table_id  = "tgw-rtb-0fedcba9876543210"
  resource_group_name  = "hybrid-test-network"
  location             = "germanywestcentral"
  gateway_subnet_id    = "/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/hybrid-test-network/providers/Microsoft.Network/virtualNetworks/hybrid-test/subnets/GatewaySubnet"
  prefixes_from_aws    = ["10.40.0.0/16"]
  prefixes_from_azure  = ["10.80.0.0/16"]
}

run "name_with_capitals" {
  command = plan

  variables {
    name = "Hybrid"
  }

  expect_failures = [var.name]
}

run "virtual_private_gateway" {
  command = plan

  variables {
    transit_gateway_id = "vgw-0123456789abcdef0"
  }

  expect_failures = [var.transit_gateway_id]
}

run "aws_asn_zero" {
  command = plan

  variables {
    transit_gateway_asn = 0
  }

  expect_failures = [var.transit_gateway_asn]
}

run "aws_asn_azure_refuses" {
  command = plan

  variables {
    transit_gateway_asn = 65517
  }

  expect_failures = [var.transit_gateway_asn]
}

run "aws_asn_is_azures" {
  command = plan

  variables {
    transit_gateway_asn = 65001
    azure_gateway_asn   = 65001
  }

  expect_failures = [var.transit_gateway_asn]
}

run "cloud_table_is_a_vpc_table" {
  command = plan

  variables {
    cloud_route_table_id = "rtb-0123456789abcdef0"
  }

  expect_failures = [var.cloud_route_table_id]
}

run "link_table_is_a_vpc_table" {
  command = plan

  variables {
    link_route_table_id = "rtb-0123456789abcdef0"
  }

  expect_failures = [var.link_route_table_id]
}

run "resource_group_name_ends_in_period" {
  command = plan

  variables {
    resource_group_name = "network."
  }

  expect_failures = [var.resource_group_name]
}

run "location_display_name" {
  command = plan

  variables {
    location = "Germany West Central"
  }

  expect_failures = [var.location]
}

run "gateway_subnet_by_another_name" {
  command = plan

  variables {
    gateway_subnet_id = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v/subnets/gateway"
  }

  expect_failures = [var.gateway_subnet_id]
}

run "no_prefix_from_aws" {
  command = plan

  variables {
    prefixes_from_aws = []
  }

  expect_failures = [var.prefixes_from_aws]
}

run "prefix_from_azure_malformed" {
  command = plan

  variables {
    prefixes_from_azure = ["10.80.0.1/16"]
  }

  expect_failures = [var.prefixes_from_azure]
}

run "azure_asn_of_32_bits" {
  command = plan

  variables {
    azure_gateway_asn = 4200000000
  }

  expect_failures = [var.azure_gateway_asn]
}

run "azure_asn_reserved_by_azure" {
  command = plan

  variables {
    azure_gateway_asn = 65517
  }

  expect_failures = [var.azure_gateway_asn]
}

run "azure_asn_reserved_by_iana" {
  command = plan

  variables {
    azure_gateway_asn = 64500
  }

  expect_failures = [var.azure_gateway_asn]
}

run "sku_without_zones" {
  command = plan

  variables {
    gateway_sku = "VpnGw2"
  }

  expect_failures = [var.gateway_sku]
}

run "one_azure_zone" {
  command = plan

  variables {
    azure_zones = ["1"]
  }

  expect_failures = [var.azure_zones]
}

run "inside_range_with_host_bits" {
  command = plan

  variables {
    tunnel_inside_cidrs = {
      instance0 = { tunnel1 = "169.254.21.1/30", tunnel2 = "169.254.22.0/30" }
      instance1 = { tunnel1 = "169.254.21.4/30", tunnel2 = "169.254.22.4/30" }
    }
  }

  expect_failures = [var.tunnel_inside_cidrs]
}

run "inside_range_of_another_size" {
  command = plan

  variables {
    tunnel_inside_cidrs = {
      instance0 = { tunnel1 = "169.254.21.0/29", tunnel2 = "169.254.22.0/30" }
      instance1 = { tunnel1 = "169.254.21.8/30", tunnel2 = "169.254.22.4/30" }
    }
  }

  expect_failures = [var.tunnel_inside_cidrs]
}

run "inside_range_outside_of_azures" {
  command = plan

  variables {
    tunnel_inside_cidrs = {
      instance0 = { tunnel1 = "169.254.20.0/30", tunnel2 = "169.254.22.0/30" }
      instance1 = { tunnel1 = "169.254.21.4/30", tunnel2 = "169.254.22.4/30" }
    }
  }

  expect_failures = [var.tunnel_inside_cidrs]
}

run "inside_range_twice" {
  command = plan

  variables {
    tunnel_inside_cidrs = {
      instance0 = { tunnel1 = "169.254.21.0/30", tunnel2 = "169.254.22.0/30" }
      instance1 = { tunnel1 = "169.254.21.0/30", tunnel2 = "169.254.22.4/30" }
    }
  }

  expect_failures = [var.tunnel_inside_cidrs]
}

run "weak_dh_group" {
  command = plan

  variables {
    dh_group = 2
  }

  expect_failures = [var.dh_group]
}

run "sa_lifetime_of_azures_default" {
  command = plan

  variables {
    sa_lifetime_seconds = 27000
  }

  expect_failures = [var.sa_lifetime_seconds]
}

run "sa_lifetime_too_short" {
  command = plan

  variables {
    sa_lifetime_seconds = 600
  }

  expect_failures = [var.sa_lifetime_seconds]
}

run "rekey_margin_too_short" {
  command = plan

  variables {
    rekey_margin_seconds = 30
  }

  expect_failures = [var.rekey_margin_seconds]
}

run "rekey_margin_beyond_half_the_lifetime" {
  command = plan

  variables {
    rekey_margin_seconds = 540
    sa_lifetime_seconds  = 900
  }

  expect_failures = [var.rekey_margin_seconds]
}

run "dpd_timeout_too_short" {
  command = plan

  variables {
    dpd_timeout_seconds = 9
  }

  expect_failures = [var.dpd_timeout_seconds]
}

run "tags_of_aws" {
  command = plan

  variables {
    aws_tags = { "aws:owner" = "me" }
  }

  expect_failures = [var.aws_tags]
}

run "tags_with_a_slash" {
  command = plan

  variables {
    azure_tags = { "a/b" = "c" }
  }

  expect_failures = [var.azure_tags]
}

run "log_retention_for_ever" {
  command = plan

  variables {
    log_retention_days = 0
  }

  expect_failures = [var.log_retention_days]
}

run "log_key_alias" {
  command = plan

  variables {
    log_kms_key_arn = "arn:aws:kms:eu-central-1:123456789012:alias/logs"
  }

  expect_failures = [var.log_kms_key_arn]
}
