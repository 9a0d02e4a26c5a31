variable "state_bucket" {
  description = "S3 bucket of the states, made by the example `bootstrap`."
  type        = string
  nullable    = false
}
