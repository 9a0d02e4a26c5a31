variable "name" {
  description = "Prefix of the name of every Azure resource of this network, for example `hybrid-dev`."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,30}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 32 lower-case letters, digits or hyphens, begin with a letter and not end with a hyphen."
  }
}

variable "location" {
  description = "Azure region by its short name, for example `germanywestcentral`. It must have availability zones."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z]+[a-z0-9]*$", var.location))
    error_message = "location must be the region's short name, for example germanywestcentral, not \"Germany West Central\"."
  }
}

variable "resource_group_name" {
  description = "Resource group of the network: created here unless `create_resource_group` is false."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9_().-]{0,89}[A-Za-z0-9_()-]$", var.resource_group_name))
    error_message = "resource_group_name must be 1 to 90 letters, digits, underscores, parentheses, hyphens or periods, and not end with a period."
  }
}

variable "vnet_cidr" {
  description = "IPv4 range of the virtual network, /8 to /24. The VPN gateway advertises exactly this range to AWS."
  type        = string
  nullable    = false

  # cidrhost accepts host bits and leading zeros ("010.0.0.0/8"), which other tools read as another network.
  validation {
    condition     = try(cidrhost(var.vnet_cidr, 0) == split("/", var.vnet_cidr)[0] && can(cidrnetmask(var.vnet_cidr)), false)
    error_message = "vnet_cidr must be an IPv4 range written by its first address, for example 10.80.0.0/16."
  }

  validation {
    condition     = try(contains(range(8, 25), tonumber(split("/", var.vnet_cidr)[1])), false)
    error_message = "vnet_cidr must be a /8 to /24: a smaller one has no room for nodes beside the gateway's subnet."
  }
}

variable "gateway_subnet_cidr" {
  description = "Range of the subnet GatewaySubnet, /27 or larger, inside `vnet_cidr`."
  type        = string
  nullable    = false

  validation {
    condition     = try(cidrhost(var.gateway_subnet_cidr, 0) == split("/", var.gateway_subnet_cidr)[0] && can(cidrnetmask(var.gateway_subnet_cidr)), false)
    error_message = "gateway_subnet_cidr must be an IPv4 range written by its first address, for example 10.80.255.0/27."
  }

  validation {
    condition     = try(tonumber(split("/", var.gateway_subnet_cidr)[1]) <= 27, false)
    error_message = "gateway_subnet_cidr must be a /27 or larger: an active-active gateway with a second one beside it needs the addresses."
  }

  # A range lies in another when its prefix is not shorter and both are equal after the cut to the other's prefix.
  validation {
    condition = try(
      tonumber(split("/", var.gateway_subnet_cidr)[1]) >= tonumber(split("/", var.vnet_cidr)[1]) &&
      cidrhost("${split("/", var.gateway_subnet_cidr)[0]}/${split("/", var.vnet_cidr)[1]}", 0) == split("/", var.vnet_cidr)[0],
      false,
    )
    error_message = "gateway_subnet_cidr must lie inside vnet_cidr."
  }
}

variable "node_subnets" {
  description = "Subnets of the hybrid nodes: name => IPv4 range inside `vnet_cidr`. Together they are the cluster's remote node networks."
  type        = map(string)
  nullable    = false

  validation {
    condition     = length(var.node_subnets) >= 1 && length(var.node_subnets) <= 15
    error_message = "node_subnets must hold 1 to 15 subnets, as many remote node networks as EKS takes."
  }

  validation {
    condition = alltrue([
      for name in keys(var.node_subnets) :
      can(regex("^[a-z][a-z0-9-]{0,62}$", name)) && !contains(["gatewaysubnet", "routeserversubnet", "azurebastionsubnet", "azurefirewallsubnet"], name)
    ])
    error_message = "node_subnets must have names of lower-case letters, digits and hyphens that are not one of Azure's own (GatewaySubnet, RouteServerSubnet, …)."
  }

  validation {
    condition     = alltrue([for cidr in values(var.node_subnets) : try(cidrhost(cidr, 0) == split("/", cidr)[0] && can(cidrnetmask(cidr)), false)])
    error_message = "node_subnets must hold IPv4 ranges written by their first address, for example 10.80.0.0/20."
  }

  validation {
    condition = alltrue([
      for cidr in values(var.node_subnets) : try(
        tonumber(split("/", cidr)[1]) >= tonumber(split("/", var.vnet_cidr)[1]) &&
        cidrhost("${split("/", cidr)[0]}/${split("/", var.vnet_cidr)[1]}", 0) == split("/", var.vnet_cidr)[0],
        false,
      )
    ])
    error_message = "node_subnets must lie inside vnet_cidr."
  }
}

variable "remote_pod_cidrs" {
  description = "IPv4 ranges of the pods on the hybrid nodes, outside `vnet_cidr`; the security group lets them through."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.remote_pod_cidrs) >= 1 && length(var.remote_pod_cidrs) <= 15
    error_message = "remote_pod_cidrs must hold 1 to 15 ranges, as many as EKS takes."
  }

  validation {
    condition     = alltrue([for cidr in var.remote_pod_cidrs : try(cidrhost(cidr, 0) == split("/", cidr)[0] && can(cidrnetmask(cidr)), false)])
    error_message = "remote_pod_cidrs must be IPv4 ranges written by their first address, for example 10.112.0.0/16."
  }

  validation {
    condition = alltrue([
      for cidr in var.remote_pod_cidrs : try(
        cidrhost("${split("/", cidr)[0]}/${min(split("/", cidr)[1], split("/", var.vnet_cidr)[1])}", 0) !=
        cidrhost("${split("/", var.vnet_cidr)[0]}/${min(split("/", cidr)[1], split("/", var.vnet_cidr)[1])}", 0),
        true,
      )
    ])
    error_message = "remote_pod_cidrs must lie outside vnet_cidr: Azure programs no learnt route for a range that belongs to the network itself."
  }
}

variable "aws_cidrs" {
  description = "IPv4 ranges of the VPC, from which cloud nodes, pods, load balancers and the Hybrid Nodes gateway come."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.aws_cidrs) >= 1 && alltrue([for cidr in var.aws_cidrs : try(cidrhost(cidr, 0) == split("/", cidr)[0] && can(cidrnetmask(cidr)), false)])
    error_message = "aws_cidrs must hold at least one IPv4 range written by its first address, for example 10.40.0.0/16."
  }
}

variable "control_plane_cidrs" {
  description = "IPv4 ranges of the subnets that hold the EKS control plane's network interfaces."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.control_plane_cidrs) >= 1 && alltrue([for cidr in var.control_plane_cidrs : try(cidrhost(cidr, 0) == split("/", cidr)[0] && can(cidrnetmask(cidr)), false)])
    error_message = "control_plane_cidrs must hold at least one IPv4 range written by its first address, for example 10.40.255.192/28."
  }
}

variable "create_resource_group" {
  description = "Whether to create the resource group; false to use one that exists."
  type        = bool
  default     = true
  nullable    = false
}

variable "route_server_subnet_cidr" {
  description = "Range of the subnet RouteServerSubnet, /27 or larger, inside `vnet_cidr`. Null: there is no such subnet."
  type        = string
  default     = null

  validation {
    condition     = var.route_server_subnet_cidr == null || try(cidrhost(var.route_server_subnet_cidr, 0) == split("/", var.route_server_subnet_cidr)[0] && can(cidrnetmask(var.route_server_subnet_cidr)), false)
    error_message = "route_server_subnet_cidr must be an IPv4 range written by its first address, for example 10.80.255.32/27."
  }

  validation {
    condition     = var.route_server_subnet_cidr == null || try(tonumber(split("/", var.route_server_subnet_cidr)[1]) <= 27, false)
    error_message = "route_server_subnet_cidr must be a /27 or larger: Azure refuses a Route Server in less."
  }

  validation {
    condition = var.route_server_subnet_cidr == null || try(
      tonumber(split("/", var.route_server_subnet_cidr)[1]) >= tonumber(split("/", var.vnet_cidr)[1]) &&
      cidrhost("${split("/", var.route_server_subnet_cidr)[0]}/${split("/", var.vnet_cidr)[1]}", 0) == split("/", var.vnet_cidr)[0],
      false,
    )
    error_message = "route_server_subnet_cidr must lie inside vnet_cidr."
  }
}

variable "metrics_client_cidrs" {
  description = "IPv4 ranges beside the control plane from which kubelets are asked (metrics-server in the VPC), for example the private subnets."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for cidr in var.metrics_client_cidrs : try(cidrhost(cidr, 0) == split("/", cidr)[0] && can(cidrnetmask(cidr)), false)])
    error_message = "metrics_client_cidrs must be IPv4 ranges written by their first address, for example 10.40.0.0/19."
  }
}

variable "advertised_cidrs" {
  description = <<-EOT
    Further IPv4 ranges of the virtual network, without subnets, so that its gateway advertises them over the link: those
    of pods on hybrid nodes where route tables lead to them (`udr`). Not where a Route Server has their routes: it drops
    those of the virtual network's own ranges.
  EOT
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for cidr in var.advertised_cidrs : try(cidrhost(cidr, 0) == split("/", cidr)[0] && can(cidrnetmask(cidr)), false)])
    error_message = "advertised_cidrs must be IPv4 ranges written by their first address, for example 10.112.0.0/16."
  }

  validation {
    condition     = length(var.advertised_cidrs) == 0 || var.route_server_subnet_cidr == null
    error_message = "advertised_cidrs must be empty beside a Route Server: it drops routes of the virtual network's own ranges."
  }
}

variable "webhook_ports" {
  description = "TCP ports on which admission webhooks run by hybrid nodes listen; the control plane calls them at their pod address."
  type        = list(number)
  default     = [443, 8443, 9443, 10250]
  nullable    = false

  validation {
    condition     = length(var.webhook_ports) >= 1 && alltrue([for port in var.webhook_ports : port >= 1 && port <= 65535 && floor(port) == port])
    error_message = "webhook_ports must hold at least one port from 1 to 65535."
  }
}

variable "pod_ports" {
  description = "Ports or ranges of ports (`8080`, `30000-32767`, `*` for all) on which pods on hybrid nodes may be reached from the VPC, by any protocol."
  type        = list(string)
  default     = ["*"]
  nullable    = false

  validation {
    condition = length(var.pod_ports) >= 1 && (var.pod_ports == tolist(["*"]) || alltrue([
      for range in var.pod_ports : can(regex("^[0-9]{1,5}(-[0-9]{1,5})?$", range)) && try(alltrue([
        for port in split("-", range) : tonumber(port) <= 65535
      ]), false)
    ]))
    error_message = "pod_ports must be [\"*\"] or a list of ports and ranges such as 8080 or 30000-32767."
  }
}

variable "ssh_client_cidrs" {
  description = "IPv4 ranges from which SSH reaches the nodes. Empty: none does; look into a node through Azure's serial console or run commands."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for cidr in var.ssh_client_cidrs : try(cidrhost(cidr, 0) == split("/", cidr)[0] && can(cidrnetmask(cidr)) && tonumber(split("/", cidr)[1]) >= 8, false)])
    error_message = "ssh_client_cidrs must be IPv4 ranges of /8 to /32 written by their first address, for example 10.40.0.0/24."
  }
}

variable "pod_route_tables" {
  description = "Whether the node subnets and GatewaySubnet have route tables into which routes to pods are written (`udr`)."
  type        = bool
  default     = false
  nullable    = false
}

variable "tags" {
  description = "Tags of every resource that takes tags."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = length(var.tags) <= 50 && alltrue([for key in keys(var.tags) : length(key) <= 512 && length(regexall("[<>%&\\\\?/]", key)) == 0])
    error_message = "tags must be at most 50, with keys of at most 512 characters without any of < > % & \\ ? /."
  }
}
