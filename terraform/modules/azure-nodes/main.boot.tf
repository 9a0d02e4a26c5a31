# What a node boots with: the image, and user data for cloud-init with the programs of cloud-init/ and their settings. Holds
# no secret.

locals {
  # Images of the second generation, which trusted launch needs. Where arm64 is null the marketplace has none by a fixed name.
  images = {
    "ubuntu-20.04" = { publisher = "Canonical", offer = "0001-com-ubuntu-server-focal", amd64 = "20_04-lts-gen2", arm64 = "20_04-lts-arm64" }
    "ubuntu-22.04" = { publisher = "Canonical", offer = "0001-com-ubuntu-server-jammy", amd64 = "22_04-lts-gen2", arm64 = "22_04-lts-arm64" }
    "ubuntu-24.04" = { publisher = "Canonical", offer = "ubuntu-24_04-lts", amd64 = "server", arm64 = "server-arm64" }
    "rhel-8"       = { publisher = "RedHat", offer = "RHEL", amd64 = "8-lvm-gen2", arm64 = null }
    "rhel-9"       = { publisher = "RedHat", offer = "RHEL", amd64 = "9-lvm-gen2", arm64 = null }
    "al2023"       = { publisher = null, offer = null, amd64 = null, arm64 = null }
  }

  # Azure writes a p among the letters behind the number of processors for Arm: Standard_D4ps_v5.
  pool_architectures = {
    for name, pool in var.pools : name => can(regex("^Standard_[A-Z]+[0-9]+(-[0-9]+)?[a-z]*p[a-z]*_v[0-9]+$", pool.size)) ? "arm64" : "amd64"
  }

  # Null where a pool brings an image of its own.
  pool_images = {
    for name, pool in var.pools : name => pool.image_id != null ? null : coalesce(pool.image_reference, {
      publisher = local.images[pool.image].publisher
      offer     = local.images[pool.image].offer
      sku       = local.images[pool.image][local.pool_architectures[name]]
      version   = pool.image_version
    })
  }

  pool_kubernetes_versions = { for name, pool in var.pools : name => coalesce(pool.kubernetes_version, var.kubernetes_version, var.cluster_kubernetes_version) }

  # Lines NAME=value; no value can hold a line break, which the variables' validations see to.
  settings = {
    for name, pool in var.pools : name => {
      CLUSTER_NAME           = var.cluster_name
      REGION                 = var.aws_region
      KUBERNETES_VERSION     = local.pool_kubernetes_versions[name]
      NODEADM_VERSION        = var.nodeadm_version
      NODEADM_SHA256_AMD64   = var.nodeadm_sha256.amd64
      NODEADM_SHA256_ARM64   = var.nodeadm_sha256.arm64
      KEY_VAULT_URI          = var.key_vault_uri
      ACTIVATION_SECRET_NAME = var.activation_secret_name
      IDENTITY_CLIENT_ID     = var.identity_client_id
      POOL                   = name
      NODE_LABELS            = join(",", [for key, value in pool.labels : "${key}=${value}"])
      NODE_TAINTS            = join(",", [for taint in pool.taints : "${taint.key}${taint.value == "" ? "" : "=${taint.value}"}:${taint.effect}"])
      MAX_PODS               = tostring(pool.max_pods)
      CONTAINERD_SOURCE      = pool.containerd_source
      POD_IDENTITY           = var.hybrid_pod_identity ? "true" : null
    }
  }

  # Beside this module in a checkout; a source taken from a git tag brings the whole repository along.
  cloud_init = "${path.module}/../../../cloud-init"

  programs = { for name in fileset(local.cloud_init, "*.sh") : name => file("${local.cloud_init}/${name}") }

  boot_data = {
    for name, settings in local.settings : name => templatefile("${local.cloud_init}/node.yaml.tftpl", {
      settings = join("\n", [for key, value in settings : "${key}=${value}" if value != null && value != ""])
      programs = local.programs
    })
  }

  boot_sums = {
    for name, pool in var.pools : name => substr(sha256(jsonencode([local.boot_data[name], pool.image_id, local.pool_images[name]])), 0, 16)
  }
}
