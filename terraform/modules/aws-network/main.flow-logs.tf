# Who talked to whom in the VPC: flow logs in CloudWatch, in a log group of our own with an end to its memory.

locals {
  # One flow log or none, under a key that stays.
  flow_logs = var.flow_logs ? toset(["vpc"]) : toset([])
}

data "aws_caller_identity" "this" {}
data "aws_partition" "this" {}
data "aws_region" "this" {}

resource "aws_cloudwatch_log_group" "flow" {
  for_each = local.flow_logs

  name              = "/aws/vpc/${var.name}/flow-logs"
  retention_in_days = var.log_retention_days
  kms_key_id        = var.log_kms_key_arn

  tags = merge(var.tags, { Name = "${var.name}-flow-logs" })
}

# The role may be taken by this account's flow logs alone, not by one that someone else points at it.
data "aws_iam_policy_document" "flow_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["vpc-flow-logs.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [data.aws_caller_identity.this.account_id]
    }

    condition {
      test     = "ArnLike"
      variable = "aws:SourceArn"
      values   = ["arn:${data.aws_partition.this.partition}:ec2:${data.aws_region.this.name}:${data.aws_caller_identity.this.account_id}:vpc-flow-log/*"]
    }
  }
}

# logs:CreateLogGroup is left out on purpose: a deleted log group must not come back without its retention and its key.
data "aws_iam_policy_document" "flow" {
  for_each = local.flow_logs

  statement {
    sid       = "Write"
    actions   = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
    resources = [aws_cloudwatch_log_group.flow[each.key].arn, "${aws_cloudwatch_log_group.flow[each.key].arn}:*"]
  }

  statement {
    sid       = "Find"
    actions   = ["logs:DescribeLogGroups"]
    resources = ["*"]
  }
}

resource "aws_iam_role" "flow" {
  for_each = local.flow_logs

  name               = "${var.name}-flow-logs"
  description        = "Lets VPC flow logs write into their log group"
  assume_role_policy = data.aws_iam_policy_document.flow_trust.json

  tags = merge(var.tags, { Name = "${var.name}-flow-logs" })
}

resource "aws_iam_role_policy" "flow" {
  for_each = local.flow_logs

  name   = "write"
  role   = aws_iam_role.flow[each.key].name
  policy = data.aws_iam_policy_document.flow[each.key].json
}

resource "aws_flow_log" "vpc" {
  for_each = local.flow_logs

  vpc_id                   = aws_vpc.this.id
  traffic_type             = var.flow_log_traffic
  log_destination_type     = "cloud-watch-logs"
  log_destination          = aws_cloudwatch_log_group.flow[each.key].arn
  iam_role_arn             = aws_iam_role.flow[each.key].arn
  max_aggregation_interval = 600

  tags = merge(var.tags, { Name = var.name })

  # A role without its policy makes AWS mark the flow log as failing.
  depends_on = [aws_iam_role_policy.flow]
}
