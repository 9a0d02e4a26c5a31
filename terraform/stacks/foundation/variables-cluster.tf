variable "pod_routing" {
  description = <<-EOT
    How the VPC reaches pods on hybrid nodes: `gateway` (EKS Hybrid Nodes gateway: wrapped, two EC2 nodes, nothing to route
    in Azure), `bgp` (Azure Route Server, at most eight nodes), `udr` (Azure route tables) or `masquerade` (not at all: no
    webhooks or load-balanced pods on hybrid nodes).
  EOT
  type        = string
  default     = "gateway"
  nullable    = false

  validation {
    condition     = contains(["gateway", "bgp", "udr", "masquerade"], var.pod_routing)
    error_message = "pod_routing must be gateway, bgp, udr or masquerade."
  }
}

variable "kubernetes_version" {
  description = "Kubernetes version of control plane and EC2 nodes, minor alone. Only upwards, one minor at a time; hybrid nodes follow, at most three behind."
  type        = string
  default     = "1.34"
  nullable    = false

  validation {
    condition     = can(regex("^1\\.(3[0-9]|[4-9][0-9])$", var.kubernetes_version))
    error_message = "kubernetes_version must be a minor version from 1.30 on, for example 1.34, without a patch."
  }
}

variable "cluster_support_type" {
  description = "What happens when the version leaves standard support: `STANDARD` upgrades it, `EXTENDED` keeps it for six times the price."
  type        = string
  default     = "STANDARD"
  nullable    = false

  validation {
    condition     = contains(["STANDARD", "EXTENDED"], var.cluster_support_type)
    error_message = "cluster_support_type must be STANDARD or EXTENDED."
  }
}

variable "cluster_endpoint" {
  description = <<-EOT
    Where the API server answers: `private` (in the VPC; nodes come over the link, so must whoever deploys) or `public`
    (on the internet, for the NAT addresses and `cluster_public_access_cidrs` alone). Never both: hosts outside the VPC would resolve the public
    addresses.
  EOT
  type        = string
  default     = "private"
  nullable    = false

  validation {
    condition     = contains(["private", "public"], var.cluster_endpoint)
    error_message = "cluster_endpoint must be private or public."
  }

  validation {
    condition     = var.cluster_endpoint != "public" || var.nat_mode != "none"
    error_message = "cluster_endpoint must not be public with nat_mode none: the EC2 nodes could not reach it."
  }
}

variable "cluster_public_access_cidrs" {
  description = "IPv4 ranges that reach a public endpoint beside the NAT addresses of the VPC: those of whoever deploys. Of no effect on a private one."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for cidr in var.cluster_public_access_cidrs : can(cidrnetmask(cidr)) && !endswith(cidr, "/0")])
    error_message = "cluster_public_access_cidrs must be IPv4 ranges, none of them the whole internet."
  }
}

variable "cluster_api_client_cidrs" {
  description = "IPv4 ranges of further clients of the private endpoint, for example of self-hosted runners in the VPC. Nodes in Azure and in the cluster's own groups are let in anyway."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for cidr in var.cluster_api_client_cidrs : try(cidrhost(cidr, 0) == split("/", cidr)[0] && !endswith(cidr, "/0"), false)])
    error_message = "cluster_api_client_cidrs must be IPv4 ranges written by their first address, none of them the whole internet."
  }
}

variable "cluster_access_entries" {
  description = <<-EOT
    Who may use the Kubernetes API, by a name of your choice: an IAM role or user, and what it may do: one of EKS's access
    policies in the whole cluster or in `namespaces`, or Kubernetes groups that your RBAC knows. Empty: nobody, not even
    who made the cluster; the identity that applies the stack `cluster` must be among them.
  EOT
  type = map(object({
    principal_arn = string
    policy        = optional(string)
    namespaces    = optional(list(string), [])
    groups        = optional(list(string), [])
  }))
  default  = {}
  nullable = false

  validation {
    condition     = alltrue([for entry in values(var.cluster_access_entries) : can(regex("^arn:[a-z-]+:iam::[0-9]{12}:(role|user)/", entry.principal_arn))])
    error_message = "cluster_access_entries must name IAM roles or users by their ARNs (arn:aws:iam::…:role/…); a session of a role is none."
  }

  validation {
    condition     = length(distinct([for entry in values(var.cluster_access_entries) : entry.principal_arn])) == length(var.cluster_access_entries)
    error_message = "cluster_access_entries names a principal twice: EKS has one entry for each."
  }

  validation {
    condition = alltrue([for entry in values(var.cluster_access_entries) : entry.policy == null ? length(entry.groups) >= 1 && length(entry.namespaces) == 0 : contains([
      "AmazonEKSClusterAdminPolicy", "AmazonEKSAdminPolicy", "AmazonEKSAdminViewPolicy", "AmazonEKSEditPolicy", "AmazonEKSViewPolicy",
    ], entry.policy)])
    error_message = "cluster_access_entries must each have groups or one of the policies AmazonEKSClusterAdminPolicy, AmazonEKSAdminPolicy, AmazonEKSAdminViewPolicy, AmazonEKSEditPolicy and AmazonEKSViewPolicy; namespaces belong to a policy."
  }

  # EKS refuses groups with this prefix, which Kubernetes keeps for itself.
  validation {
    condition     = alltrue([for group in flatten([for entry in values(var.cluster_access_entries) : entry.groups]) : !startswith(group, "system:")])
    error_message = "cluster_access_entries must not name groups that begin with system:; take the policy AmazonEKSClusterAdminPolicy for administrators."
  }
}

variable "cluster_secrets_kms_key_arn" {
  description = "KMS key that encrypts Kubernetes secrets. Null: a key of this stack's own, which AWS renews each year. EKS cannot change it later."
  type        = string
  default     = null

  validation {
    condition     = var.cluster_secrets_kms_key_arn == null || can(regex("^arn:[a-z-]+:kms:[a-z0-9-]+:[0-9]{12}:key/", var.cluster_secrets_kms_key_arn))
    error_message = "cluster_secrets_kms_key_arn must be the ARN of a KMS key (arn:aws:kms:…:key/…), not of an alias."
  }
}

variable "cloud_node_group" {
  description = "The managed group of EC2 nodes, for CoreDNS, webhooks and the Hybrid Nodes gateway: sizes, instances and disk (GiB)."
  type = object({
    min_size       = optional(number, 2)
    desired_size   = optional(number, 2)
    max_size       = optional(number, 4)
    instance_types = optional(list(string), ["m7i.large"])
    ami_type       = optional(string, "AL2023_x86_64_STANDARD")
    capacity_type  = optional(string, "ON_DEMAND")
    disk_size      = optional(number, 30)
  })
  default  = {}
  nullable = false

  validation {
    condition     = var.cloud_node_group.min_size >= 1 && var.cloud_node_group.min_size <= var.cloud_node_group.desired_size && var.cloud_node_group.desired_size <= var.cloud_node_group.max_size
    error_message = "cloud_node_group must have 1 <= min_size <= desired_size <= max_size."
  }

  validation {
    condition     = var.pod_routing != "gateway" || var.dedicated_gateway_nodes || var.cloud_node_group.min_size >= 2
    error_message = "cloud_node_group must have min_size 2 where it carries the Hybrid Nodes gateway: an active and a standby."
  }

  validation {
    condition     = contains(["AL2023_x86_64_STANDARD", "AL2023_ARM_64_STANDARD"], var.cloud_node_group.ami_type)
    error_message = "cloud_node_group must have the ami_type AL2023_x86_64_STANDARD or AL2023_ARM_64_STANDARD, whose boot its user data fits."
  }

  validation {
    condition     = contains(["ON_DEMAND", "SPOT"], var.cloud_node_group.capacity_type) && (var.cloud_node_group.capacity_type == "ON_DEMAND" || var.pod_routing != "gateway" || var.dedicated_gateway_nodes)
    error_message = "cloud_node_group must have the capacity_type ON_DEMAND or SPOT, and ON_DEMAND where it carries the Hybrid Nodes gateway."
  }

  validation {
    condition     = length(var.cloud_node_group.instance_types) >= 1 && alltrue([for type in var.cloud_node_group.instance_types : can(regex("^[a-z0-9-]+\\.[a-z0-9-]+$", type))])
    error_message = "cloud_node_group must have at least one instance type such as m7i.large."
  }

  validation {
    condition     = var.cloud_node_group.disk_size >= 20 && floor(var.cloud_node_group.disk_size) == var.cloud_node_group.disk_size
    error_message = "cloud_node_group must have a disk_size of at least 20 GiB."
  }
}

variable "dedicated_gateway_nodes" {
  description = "Whether the Hybrid Nodes gateway has two tainted EC2 nodes of its own instead of sharing `cloud_node_group`. Of no effect unless `pod_routing` is `gateway`."
  type        = bool
  default     = false
  nullable    = false
}

variable "addon_versions" {
  description = "Versions of the add-ons `vpc-cni`, `kube-proxy`, `coredns`, `eks-pod-identity-agent` and `eks-node-monitoring-agent`, for example `{ coredns = \"v1.12.4-eksbuild.1\" }`. Those not named get the newest that EKS has for `kubernetes_version`."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = length(setsubtract(keys(var.addon_versions), ["vpc-cni", "kube-proxy", "coredns", "eks-pod-identity-agent", "eks-node-monitoring-agent"])) == 0
    error_message = "addon_versions must be of vpc-cni, kube-proxy, coredns, eks-pod-identity-agent and eks-node-monitoring-agent."
  }

  validation {
    condition     = alltrue([for version in values(var.addon_versions) : can(regex("^v[0-9]+\\.[0-9]+\\.[0-9]+-eksbuild\\.[0-9]+$", version))])
    error_message = "addon_versions must be whole versions of EKS's builds, for example v1.12.4-eksbuild.1."
  }

  # Below these kube-proxy and CoreDNS do not run on hybrid nodes, and the agent has no part for them.
  validation {
    condition = alltrue([for name, floor in { kube-proxy = [1, 25, 14], coredns = [1, 9, 3], eks-pod-identity-agent = [1, 3, 3] } : try(
      sum([for place, number in regex("^v([0-9]+)\\.([0-9]+)\\.([0-9]+)-", var.addon_versions[name]) : tonumber(number) * pow(1000, 2 - place)]) >=
      sum([for place, number in floor : number * pow(1000, 2 - place)]),
      true,
    )])
    error_message = "addon_versions must be ones that run on hybrid nodes: kube-proxy from v1.25.14, coredns from v1.9.3, eks-pod-identity-agent from v1.3.3."
  }
}

variable "hybrid_pod_identity" {
  description = "Whether pods on hybrid nodes may have IAM roles by EKS Pod Identity."
  type        = bool
  default     = false
  nullable    = false
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
  description = "Ports or ranges of ports (`8080`, `30000-32767`, `*` for all) on which the pods of one cloud may be reached from the other."
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
