# AWS: the identity provider, and a role for each environment that trusts one environment of one repository, in one of the
# suite's workflows.

locals {
  issuer = "token.actions.githubusercontent.com"

  oidc_provider_arn = var.oidc_provider_arn == null ? aws_iam_openid_connect_provider.this["created"].arn : var.oidc_provider_arn

  # Environment => part => policy, as generated, with the names of this account and environment filled in.
  policies = {
    for key in keys(var.environments) : key => jsondecode(templatefile("${path.module}/policies/aws-${key}.json", {
      partition = local.partition
      account   = local.account_id
      region    = local.region
      name      = var.name
      plan_key  = coalesce(var.plan_kms_key_arn, "none")
    }))
  }

  attached = merge([
    for key, parts in local.policies : {
      for part, policy in parts : "${key}-${part}" => { environment = key, policy = jsonencode(policy) } if part != "optional" || var.plan_kms_key_arn != null
    }
  ]...)
}

# Without thumbprints: AWS knows the authority of GitHub's certificate and ignores them.
resource "aws_iam_openid_connect_provider" "this" {
  for_each = var.oidc_provider_arn == null ? toset(["created"]) : toset([])

  url            = "https://${local.issuer}"
  client_id_list = ["sts.amazonaws.com"]

  tags = merge(var.tags, { Name = local.issuer })
}

data "aws_iam_policy_document" "trust" {
  for_each = var.environments

  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = [local.oidc_provider_arn]
    }

    condition {
      test     = "StringEquals"
      variable = "${local.issuer}:aud"
      values   = ["sts.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "${local.issuer}:sub"
      values   = values(local.subjects[each.key])
    }

    # A repository of the same name that someone makes after this one was renamed has another id.
    condition {
      test     = "StringEquals"
      variable = "${local.issuer}:repository_id"
      values   = [var.github_repository_id]
    }

    # A workflow file that someone adds to the repository cannot take the role, only the suite's at these commits or tags.
    condition {
      test     = "StringEquals"
      variable = "${local.issuer}:job_workflow_ref"
      values   = local.workflow_refs[each.key]
    }
  }
}

# The path keeps these roles out of reach of what they may do: the policies name roles without a path.
resource "aws_iam_role" "this" {
  for_each = var.environments

  name                 = "${var.name}-${each.key}"
  path                 = "/github/"
  description          = "GitHub environment ${coalesce(each.value.github_environment, each.key)} of ${var.github_owner}/${var.github_repository}"
  assume_role_policy   = data.aws_iam_policy_document.trust[each.key].json
  max_session_duration = coalesce(each.value.max_session_seconds, local.max_session_seconds[each.key])
  permissions_boundary = var.permissions_boundary_arn

  tags = merge(var.tags, { Name = "${var.name}-${each.key}" })
}

locals {
  # An Azure VPN gateway takes 30 to 45 minutes and may take 90; a session that ends in between leaves state behind.
  max_session_seconds = { verify = 3600, plan = 3600, cleanup = 3600, apply = 14400, destroy = 14400 }
}

# A managed policy holds 6,144 characters, hence the parts; a test fills in the longest name.
resource "aws_iam_policy" "this" {
  for_each = local.attached

  name        = "${var.name}-${each.key}"
  path        = "/github/"
  description = "Part of the rights of the GitHub environment ${each.value.environment}; generated from what Terraform and the actions call"
  policy      = each.value.policy

  tags = merge(var.tags, { Name = "${var.name}-${each.key}" })
}

resource "aws_iam_role_policy_attachment" "this" {
  for_each = local.attached

  role       = aws_iam_role.this[each.value.environment].name
  policy_arn = aws_iam_policy.this[each.key].arn
}

# ---------------------------------------------------------------------------------------------------------------------
# State
# ---------------------------------------------------------------------------------------------------------------------

locals {
  bucket_arn = "arn:${local.partition}:s3:::${var.state.bucket}"
  states     = "${local.bucket_arn}/${var.state.key_prefix}*"

  # verify and cleanup run no Terraform and see no state, in which the tunnels' keys stand.
  reads_state  = setintersection(keys(var.environments), ["plan", "apply", "destroy"])
  writes_state = ["apply", "destroy"]
}

data "aws_iam_policy_document" "state" {
  for_each = local.reads_state

  statement {
    sid       = "FindState"
    actions   = ["s3:ListBucket"]
    resources = [local.bucket_arn]

    condition {
      test     = "StringLike"
      variable = "s3:prefix"
      values   = ["${var.state.key_prefix}*"]
    }
  }

  statement {
    sid       = "State"
    actions   = contains(local.writes_state, each.key) ? ["s3:GetObject", "s3:PutObject"] : ["s3:GetObject"]
    resources = ["${local.states}.tfstate"]
  }

  # A plan locks the state too: it reads it, and another's apply must wait. Nobody may delete a state.
  statement {
    sid       = "Lock"
    actions   = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"]
    resources = ["${local.states}.tflock"]
  }

  # Writing the lock needs a data key, also for the role that only reads the state.
  dynamic "statement" {
    for_each = var.state.kms_key_arn == null ? toset([]) : toset(["encrypted"])

    content {
      sid       = "StateKey"
      actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
      resources = [var.state.kms_key_arn]

      condition {
        test     = "StringEquals"
        variable = "kms:ViaService"
        values   = ["s3.${local.region}.amazonaws.com"]
      }
    }
  }
}

resource "aws_iam_role_policy" "state" {
  for_each = local.reads_state

  name   = "terraform-state"
  role   = aws_iam_role.this[each.key].name
  policy = data.aws_iam_policy_document.state[each.key].json
}
