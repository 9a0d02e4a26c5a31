# Both wait for the role's rights and its entry: a node that came before them would be refused.
output "role_name" {
  description = "Name of the nodes' IAM role, once it has its rights and its access entry."
  value       = aws_iam_role.this.name
  depends_on  = [aws_eks_access_entry.this, aws_iam_role_policy.this, aws_iam_role_policy_attachment.this]
}

output "role_arn" {
  description = "ARN of the nodes' IAM role, once it has its rights and its access entry."
  value       = aws_iam_role.this.arn
  depends_on  = [aws_eks_access_entry.this, aws_iam_role_policy.this, aws_iam_role_policy_attachment.this]
}
