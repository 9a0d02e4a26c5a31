variable "pools" {
  description = <<-EOT
    Pools of nodes by name. `count` VMs of one `size` over `zones` in turn (empty: Azure chooses), in the node subnet
    `subnet` (needed where there are several). `image`: `ubuntu-20.04`, `ubuntu-22.04`, `ubuntu-24.04`, `rhel-8`, `rhel-9`
    or `al2023`, from the marketplace in `image_version`, or your own build of it by `image_id` or `image_reference`.
    `labels` and `taints` of the nodes; `max_pods`; `os_disk_size_gb`, `os_disk_type`. `spot`: spare capacity at up to
    `max_price` US dollars an hour (-1: the normal price); `Delete` or `Deallocate` when Azure wants it back.
    `kubernetes_version` where it differs from the others'. `trusted_launch`, `encryption_at_host`,
    `accelerated_networking` where the size has them. `containerd_source`: `distro`, `docker` or `none` where it is not
    what the system needs. `generations`: number of a node => any number; a changed one makes that node anew.
  EOT
  type = map(object({
    count                  = number
    size                   = optional(string, "Standard_D4s_v5")
    zones                  = optional(list(string), ["1", "2", "3"])
    subnet                 = optional(string)
    image                  = optional(string, "ubuntu-24.04")
    image_version          = optional(string, "latest")
    image_id               = optional(string)
    image_reference        = optional(object({ publisher = string, offer = string, sku = string, version = string }))
    labels                 = optional(map(string), {})
    taints                 = optional(list(object({ key = string, value = optional(string, ""), effect = string })), [])
    max_pods               = optional(number, 110)
    os_disk_size_gb        = optional(number, 64)
    os_disk_type           = optional(string, "Premium_LRS")
    spot                   = optional(object({ max_price = optional(number, -1), eviction_policy = optional(string, "Delete") }))
    kubernetes_version     = optional(string)
    trusted_launch         = optional(bool, true)
    encryption_at_host     = optional(bool, false)
    accelerated_networking = optional(bool, true)
    containerd_source      = optional(string)
    generations            = optional(map(number), {})
  }))
  nullable = false

  validation {
    condition     = alltrue([for name in keys(var.pools) : can(regex("^[a-z]([a-z0-9-]{0,18}[a-z0-9])?$", name))])
    error_message = "pools must have names of 1 to 20 lower-case letters, digits or hyphens that begin with a letter and do not end with a hyphen."
  }

  validation {
    condition     = alltrue([for pool in values(var.pools) : pool.count >= 0 && pool.count <= 500 && floor(pool.count) == pool.count])
    error_message = "pools must have a count from 0 to 500."
  }

  validation {
    condition     = alltrue([for pool in values(var.pools) : can(regex("^Standard_[A-Za-z0-9_-]+$", pool.size))])
    error_message = "pools must have sizes such as Standard_D4s_v5."
  }

  validation {
    condition     = alltrue([for pool in values(var.pools) : length(setsubtract(pool.zones, ["1", "2", "3"])) == 0 && length(distinct(pool.zones)) == length(pool.zones)])
    error_message = "pools must have zones 1, 2 or 3, each once."
  }

  validation {
    condition     = alltrue([for pool in values(var.pools) : pool.subnet == null ? length(var.node_subnets) <= 1 : contains(keys(var.node_subnets), pool.subnet)])
    error_message = "pools must name their subnet, one of node_subnets, where there are several."
  }

  validation {
    condition     = alltrue([for pool in values(var.pools) : contains(["ubuntu-20.04", "ubuntu-22.04", "ubuntu-24.04", "rhel-8", "rhel-9", "al2023"], pool.image)])
    error_message = "pools must have the image ubuntu-20.04, ubuntu-22.04, ubuntu-24.04, rhel-8, rhel-9 or al2023; with an image of your own it says what that is."
  }

  validation {
    condition     = alltrue([for pool in values(var.pools) : pool.image_id == null || pool.image_reference == null])
    error_message = "pools must have image_id or image_reference, not both."
  }

  validation {
    condition     = alltrue([for pool in values(var.pools) : pool.image != "al2023" || pool.image_id != null || pool.image_reference != null])
    error_message = "pools with image al2023 must have image_id or image_reference: Amazon publishes none for Azure."
  }

  validation {
    condition = alltrue([
      for pool in values(var.pools) :
      pool.image_id != null || pool.image_reference != null || !startswith(pool.image, "rhel-") || !can(regex("^Standard_[A-Z]+[0-9]+(-[0-9]+)?[a-z]*p[a-z]*_v[0-9]+$", pool.size))
    ])
    error_message = "pools with image rhel-8 or rhel-9 on Arm must have image_id or image_reference: Red Hat's offers there are named by minor version."
  }

  validation {
    condition     = alltrue([for pool in values(var.pools) : can(regex("^(latest|[0-9]+\\.[0-9]+\\.[0-9]+)$", pool.image_version))])
    error_message = "pools must have the image_version latest or a whole one, for example 24.04.202511010."
  }

  validation {
    condition = alltrue(flatten([
      for pool in values(var.pools) : [
        for key, value in pool.labels :
        can(regex("^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$", key)) &&
        can(regex("^([A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$", value))
      ]
    ]))
    error_message = "pools must have labels that Kubernetes takes: name or prefix/name, and values of at most 63 letters, digits, dots, hyphens and underscores."
  }

  validation {
    condition = alltrue(flatten([
      for pool in values(var.pools) : [
        for key in keys(pool.labels) :
        !startswith(key, "eks-hybrid-actions.io/") && (
          !can(regex("(^|\\.)(kubernetes|k8s)\\.io/", key)) || can(regex("^(node|kubelet)\\.kubernetes\\.io/", key))
        )
      ]
    ]))
    error_message = "pools must not have labels of kubernetes.io, which kubelet refuses but for node.kubernetes.io, or of eks-hybrid-actions.io, which the join program sets."
  }

  validation {
    condition = alltrue(flatten([
      for pool in values(var.pools) : [
        for taint in pool.taints :
        can(regex("^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$", taint.key)) &&
        can(regex("^([A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$", taint.value)) &&
        contains(["NoSchedule", "PreferNoSchedule", "NoExecute"], taint.effect)
      ]
    ]))
    error_message = "pools must have taints with a key and value that Kubernetes takes and the effect NoSchedule, PreferNoSchedule or NoExecute."
  }

  validation {
    condition     = alltrue([for pool in values(var.pools) : pool.max_pods >= 10 && pool.max_pods <= pow(2, 32 - var.pod_cidr_mask_size) - 4 && floor(pool.max_pods) == pool.max_pods])
    error_message = "pools must have max_pods from 10 to the addresses of a node's slice (pod_cidr_mask_size) less the four that Cilium and the network keep."
  }

  validation {
    condition     = alltrue([for pool in values(var.pools) : pool.os_disk_size_gb >= 30 && pool.os_disk_size_gb <= 4095 && (!startswith(pool.image, "rhel-") || pool.os_disk_size_gb >= 64)])
    error_message = "pools must have an os_disk_size_gb from 30, with RHEL from 64, to 4095: no disk is smaller than its image."
  }

  validation {
    condition     = alltrue([for pool in values(var.pools) : contains(["Standard_LRS", "StandardSSD_LRS", "StandardSSD_ZRS", "Premium_LRS", "Premium_ZRS"], pool.os_disk_type)])
    error_message = "pools must have the os_disk_type Standard_LRS, StandardSSD_LRS, StandardSSD_ZRS, Premium_LRS or Premium_ZRS."
  }

  validation {
    condition     = alltrue([for pool in values(var.pools) : pool.spot == null || try(pool.spot.max_price == -1 || pool.spot.max_price >= 0.00001, false)])
    error_message = "pools must have a spot max_price of -1 (up to the normal price) or of US dollars an hour above 0.00001."
  }

  validation {
    condition     = alltrue([for pool in values(var.pools) : pool.spot == null || try(contains(["Delete", "Deallocate"], pool.spot.eviction_policy), false)])
    error_message = "pools must have the spot eviction_policy Delete or Deallocate."
  }

  validation {
    condition     = alltrue([for pool in values(var.pools) : pool.kubernetes_version == null || can(regex("^1\\.[0-9]{1,3}(\\.[0-9]{1,3})?$", pool.kubernetes_version))])
    error_message = "pools must have a kubernetes_version such as 1.34 or 1.34.2."
  }

  validation {
    condition = alltrue([
      for pool in values(var.pools) : pool.kubernetes_version == null || try(
        tonumber(split(".", pool.kubernetes_version)[1]) <= tonumber(split(".", var.cluster_kubernetes_version)[1]) &&
        tonumber(split(".", pool.kubernetes_version)[1]) >= tonumber(split(".", var.cluster_kubernetes_version)[1]) - 3,
        true,
      )
    ])
    error_message = "pools must have the kubernetes_version of the control plane or one at most three minors older, never newer."
  }

  validation {
    condition = alltrue([
      for pool in values(var.pools) : pool.containerd_source == null || try(
        contains(startswith(pool.image, "rhel-") ? ["docker", "none"] : pool.image == "al2023" ? ["distro", "none"] : ["distro", "docker", "none"], pool.containerd_source),
        false,
      )
    ])
    error_message = "pools must have a containerd_source that nodeadm knows for their system: Ubuntu distro, docker or none, RHEL docker or none, al2023 distro or none."
  }

  validation {
    condition = alltrue(flatten([
      for pool in values(var.pools) : [for number in keys(pool.generations) : try(contains(range(pool.count), tonumber(number)), false)]
    ]))
    error_message = "pools must have generations of nodes that are there: numbers from 0 to count - 1."
  }

  validation {
    condition = alltrue([
      for name, subnet in var.node_subnets : try(
        sum(concat([0], [for pool in values(var.pools) : pool.count if coalesce(pool.subnet, keys(var.node_subnets)[0]) == name])) <=
        pow(2, 32 - tonumber(split("/", subnet.cidr)[1])) - 5,
        true,
      )
    ])
    error_message = "pools must fit into their subnets, of each of which Azure keeps five addresses."
  }

  validation {
    condition = try(
      sum(concat([0], values(var.pools)[*].count)) <= sum([
        for cidr in var.remote_pod_cidrs : tonumber(split("/", cidr)[1]) > var.pod_cidr_mask_size ? 0 : pow(2, var.pod_cidr_mask_size - tonumber(split("/", cidr)[1]))
      ]),
      true,
    )
    error_message = "pools must not have more nodes than remote_pod_cidrs has slices of pod_cidr_mask_size: further nodes would have no pods."
  }

  validation {
    condition     = var.pod_routing != "bgp" || sum(concat([0], values(var.pools)[*].count)) <= 8
    error_message = "pools must have at most eight nodes together with pod_routing bgp: an Azure Route Server takes eight peers."
  }
}
