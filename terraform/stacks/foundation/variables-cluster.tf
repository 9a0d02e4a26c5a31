# The cluster. What only passes through to a module is checked there, and its message names the module's variable.

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
}

variable "cluster_support_type" {
  description = "What happens when the version leaves standard support: `STANDARD` upgrades it, `EXTENDED` keeps it for six times the price."
  type        = string
  default     = "STANDARD"
  nullable    = false
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
    condition     = var.cluster_endpoint != "public" || var.nat_mode != "none"
    error_message = "cluster_endpoint must not be public with nat_mode none: the EC2 nodes could not reach it."
  }
}

variable "cluster_public_access_cidrs" {
  description = "IPv4 ranges that reach a public endpoint beside the NAT addresses of the VPC: those of whoever deploys. Of no effect on a private one."
  type        = list(string)
  default     = []
  nullable    = false
}

variable "cluster_api_client_cidrs" {
  description = "IPv4 ranges of further clients of the private endpoint, for example of self-hosted runners in the VPC. Nodes in Azure and in the cluster's own groups are let in anyway."
  type        = list(string)
  default     = []
  nullable    = false
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
}

variable "cluster_secrets_kms_key_arn" {
  description = "KMS key that encrypts Kubernetes secrets. Null: a key of this stack's own, which AWS renews each year. EKS cannot change it later."
  type        = string
  default     = null
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
}

variable "pod_ports" {
  description = "Ports or ranges of ports (`8080`, `30000-32767`, `*` for all) on which the pods of one cloud may be reached from the other."
  type        = list(string)
  default     = ["*"]
  nullable    = false
}
