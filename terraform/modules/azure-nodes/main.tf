# The hybrid nodes: a network interface and a VM each, which joins the cluster by itself at boot. How it does is rendered in
# main.boot.tf.

locals {
  # One entry a node, by "<pool>-<number>", so that a pool grows and shrinks at its end and no other node moves.
  nodes = merge([
    for name, pool in var.pools : {
      for number in range(pool.count) : "${name}-${number}" => {
        pool       = name
        settings   = pool
        name       = "${var.name}-${name}-${number}"
        zone       = length(pool.zones) == 0 ? null : pool.zones[number % length(pool.zones)]
        subnet     = local.pool_subnets[name]
        generation = lookup(pool.generations, tostring(number), 0)
      }
    }
  ]...)

  # A pool that names no subnet is in the only one.
  pool_subnets = { for name, pool in var.pools : name => coalesce(pool.subnet, keys(var.node_subnets)[0]) }

  # Packets to pods reach an interface only where Azure may deliver to it what is not for its own address.
  routes_pods = contains(["bgp", "udr"], var.pod_routing)

  admin_ssh_public_key = coalesce(var.admin_ssh_public_key, local.locked_ssh_public_key)

  # Azure makes no Linux VM without a key or a password. This key is the SHA-256 of the sentence "eks-hybrid-actions: nobody
  # has the private key of this one (2)", which is a point of the curve; so nobody can have its other half.
  locked_ssh_public_key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAICz4be/Z1NT5MbxvILDfVdNHpBTVMYZd0h9qcuRDg3QJ"

  tags = merge(var.tags, { cluster = var.cluster_name }, var.expires_at == null ? {} : { expires-at = var.expires_at })
}

resource "azurerm_network_interface" "this" {
  for_each = local.nodes

  name                = each.value.name
  resource_group_name = var.resource_group_name
  location            = var.location
  tags                = merge(local.tags, { pool = each.value.pool })

  accelerated_networking_enabled = each.value.settings.accelerated_networking
  ip_forwarding_enabled          = local.routes_pods

  # Its address stays as long as the interface does, which outlives the VM when that is replaced. No public one.
  ip_configuration {
    name                          = "primary"
    subnet_id                     = var.node_subnets[each.value.subnet].id
    private_ip_address_allocation = "Dynamic"
  }
}

# Changes when a node is to be made anew.
resource "terraform_data" "generation" {
  for_each = local.nodes

  input = each.value.generation
}

resource "azurerm_linux_virtual_machine" "this" {
  for_each = local.nodes

  name                  = each.value.name
  resource_group_name   = var.resource_group_name
  location              = var.location
  size                  = each.value.settings.size
  zone                  = each.value.zone
  network_interface_ids = [azurerm_network_interface.this[each.key].id]
  custom_data           = base64encode(local.boot_data[each.value.pool])

  # What it was made from: compared with what it would be made from now, it tells nodes that are behind.
  tags = merge(local.tags, { pool = each.value.pool, boot-data = local.boot_sums[each.value.pool] })

  admin_username                  = var.admin_username
  disable_password_authentication = true

  secure_boot_enabled        = each.value.settings.trusted_launch
  vtpm_enabled               = each.value.settings.trusted_launch
  encryption_at_host_enabled = each.value.settings.encryption_at_host

  priority        = each.value.settings.spot == null ? "Regular" : "Spot"
  eviction_policy = each.value.settings.spot == null ? null : each.value.settings.spot.eviction_policy
  max_bid_price   = each.value.settings.spot == null ? null : each.value.settings.spot.max_price

  source_image_id = each.value.settings.image_id

  admin_ssh_key {
    username   = var.admin_username
    public_key = local.admin_ssh_public_key
  }

  # By it the VM reads its activation, and nothing else.
  identity {
    type         = "UserAssigned"
    identity_ids = [var.identity_id]
  }

  os_disk {
    caching              = "ReadWrite"
    storage_account_type = each.value.settings.os_disk_type
    disk_size_gb         = each.value.settings.os_disk_size_gb
  }

  dynamic "source_image_reference" {
    for_each = each.value.settings.image_id == null ? [local.pool_images[each.value.pool]] : []

    content {
      publisher = source_image_reference.value.publisher
      offer     = source_image_reference.value.offer
      sku       = source_image_reference.value.sku
      version   = source_image_reference.value.version
    }
  }

  # The console, where the join program writes what it does, kept in storage of Azure's own.
  boot_diagnostics {}

  # Before Azure removes the VM it says so, and waits until the node has left the cluster.
  termination_notification {
    enabled = true
    timeout = "PT15M"
  }

  lifecycle {
    # A change of these would make every node of a pool anew at once. A node gets them with its next generation.
    ignore_changes = [custom_data, source_image_id, source_image_reference, admin_ssh_key, tags["boot-data"]]

    replace_triggered_by = [terraform_data.generation[each.key]]

    precondition {
      condition     = length(base64encode(local.boot_data[each.value.pool])) <= 87380
      error_message = "The boot data of pool ${each.value.pool} must be smaller than the 64 KiB that Azure takes: give it fewer labels and taints."
    }
  }
}
