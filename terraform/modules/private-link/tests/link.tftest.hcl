# Proves how the Transit Gateway meets an existing Direct Connect gateway and the virtual network an existing ExpressRoute
# circuit, that the attachment is in the two route tables, and what the output tells the checks.

provider "aws" {
  region = "eu-central-1"
}

provider "azurerm" {
  features {}
  subscription_id = "00000000-0000-4000-8000-000000000001"
}

run "setup" {
  module {
    source = "./tests/setup"
  }
}

run "link" {
  command = apply

  variables {
    name                       = "hybrid-test"
    transit_gateway_id         = run.setup.transit_gateway_id
    transit_gateway_asn        = 64512
    cloud_route_table_id       = run.setup.cloud_route_table_id
    link_route_table_id        = run.setup.link_route_table_id
    direct_connect_gateway_id  = run.setup.direct_connect_gateway_id
    direct_connect_gateway_asn = 64550
    resource_group_name        = run.setup.resource_group_name
    location                   = "germanywestcentral"
    gateway_subnet_id          = run.setup.gateway_subnet_id
    express_route_circuit_id   = run.setup.express_route_circuit_id
    prefixes_from_aws          = ["10.40.0.0/16"]
    prefixes_from_azure        = ["10.80.0.0/16"]
  }

  assert {
    condition     = aws_dx_gateway_association.this.dx_gateway_id == run.setup.direct_connect_gateway_id && aws_dx_gateway_association.this.associated_gateway_id == run.setup.transit_gateway_id && aws_dx_gateway_association.this.allowed_prefixes == toset(["10.40.0.0/16"])
    error_message = "The two gateways are associated, and AWS advertises the VPC alone."
  }

  assert {
    condition     = aws_ec2_transit_gateway_route_table_association.this.transit_gateway_attachment_id == output.attachment_id && aws_ec2_transit_gateway_route_table_association.this.transit_gateway_route_table_id == run.setup.link_route_table_id && aws_ec2_transit_gateway_route_table_association.this.resource_type == "direct-connect-gateway"
    error_message = "What comes over the circuit looks up its routes in the links' table."
  }

  assert {
    condition     = aws_ec2_transit_gateway_route_table_propagation.this.transit_gateway_attachment_id == output.attachment_id && aws_ec2_transit_gateway_route_table_propagation.this.transit_gateway_route_table_id == run.setup.cloud_route_table_id
    error_message = "What the circuit brings is told to the VPC's table."
  }

  assert {
    condition     = azurerm_virtual_network_gateway.this.type == "ExpressRoute" && azurerm_virtual_network_gateway.this.sku == "ErGw1AZ" && azurerm_virtual_network_gateway_connection.this.type == "ExpressRoute" && azurerm_virtual_network_gateway_connection.this.express_route_circuit_id == run.setup.express_route_circuit_id
    error_message = "A zone-redundant gateway is connected to the circuit."
  }

  assert {
    condition     = output.link_expectations.aws.learns == tolist(["10.80.0.0/16"]) && output.link_expectations.azure.learns == tolist(["10.40.0.0/16"]) && output.link_expectations.aws.attachment_id == output.attachment_id && output.link_expectations.azure.circuit_id == run.setup.express_route_circuit_id
    error_message = "The output says what each side must learn, and where."
  }
}
