# What lets the VPC reach pods on hybrid nodes, beyond Cilium itself. The modes are in the files beside; "udr" and
# "masquerade" need nothing in the cluster.

locals {
  # A set with one name or none, to make the objects of one mode alone.
  gateway = toset(var.pod_routing == "gateway" ? ["gateway"] : [])

  # Azure takes eight peers at a Route Server and 400 routes in a table.
  mode_limit = lookup({ bgp = 8, udr = 400 }, var.pod_routing, null)
  slices     = sum([for cidr in var.pod_cidrs : pow(2, var.pod_cidr_mask_size - tonumber(split("/", cidr)[1]))])
}
