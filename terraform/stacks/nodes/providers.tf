provider "azurerm" {
  # Null leaves it to ARM_SUBSCRIPTION_ID.
  subscription_id = var.azure_subscription_id

  # A plan runs with read-only rights, which registering would exceed.
  resource_provider_registrations = "none"

  features {}
}
