# Proves what the cluster is, who may use it, what its security groups let through, where its add-ons run and what its
# nodes are, in each mode of pod routing. What is checked is written out, never computed as the module computes it.

provider "aws" {
  region = "eu-central-1"
}

variables {
  name                     = "hybrid-test"
  vpc_id                   = "vpc-0123456789abcdef0"
  control_plane_subnet_ids = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  node_subnet_ids          = ["subnet-0123456789abcdef2", "subnet-0123456789abcdef3"]
  remote_node_cidrs        = ["10.80.0.0/20"]
  remote_pod_cidrs         = ["10.112.0.0/16"]
  service_cidr             = "172.20.0.0/16"
  pod_routing              = "gateway"
}

run "control_plane" {
  command = plan

  assert {
    condition     = aws_eks_cluster.this.access_config[0].authentication_mode == "API" && !aws_eks_cluster.this.access_config[0].bootstrap_cluster_creator_admin_permissions
    error_message = "Access is by entries alone, and the creator has none."
  }

  assert {
    condition     = aws_eks_cluster.this.remote_network_config[0].remote_node_networks[0].cidrs == toset(["10.80.0.0/20"]) && aws_eks_cluster.this.remote_network_config[0].remote_pod_networks[0].cidrs == toset(["10.112.0.0/16"])
    error_message = "The cluster knows the networks of hybrid nodes and of their pods."
  }

  assert {
    condition     = aws_eks_cluster.this.kubernetes_network_config[0].service_ipv4_cidr == "172.20.0.0/16" && aws_eks_cluster.this.kubernetes_network_config[0].ip_family == "ipv4"
    error_message = "The range of services is said, not left to EKS."
  }

  assert {
    condition     = aws_eks_cluster.this.vpc_config[0].endpoint_private_access && !aws_eks_cluster.this.vpc_config[0].endpoint_public_access
    error_message = "The endpoint is private by default, and only private."
  }

  assert {
    condition     = aws_eks_cluster.this.encryption_config[0].resources == toset(["secrets"]) && aws_kms_key.this["secrets"].enable_key_rotation && aws_kms_key.this["secrets"].deletion_window_in_days == 30
    error_message = "Secrets are encrypted by a key that rotates."
  }

  assert {
    condition     = length(aws_eks_cluster.this.enabled_cluster_log_types) == 5 && aws_cloudwatch_log_group.control_plane.name == "/aws/eks/hybrid-test/cluster" && aws_cloudwatch_log_group.control_plane.retention_in_days == 90
    error_message = "All logs go to EKS's log group, which forgets after 90 days."
  }

  assert {
    condition     = aws_eks_cluster.this.version == "1.34" && aws_eks_cluster.this.upgrade_policy[0].support_type == "STANDARD" && !aws_eks_cluster.this.bootstrap_self_managed_addons
    error_message = "Version, support and no unmanaged add-ons."
  }
}

run "public_endpoint_with_given_keys" {
  command = plan

  variables {
    endpoint            = "public"
    public_access_cidrs = ["203.0.113.7/32"]
    secrets_kms_key_arn = "arn:aws:kms:eu-central-1:123456789012:key/11111111-2222-3333-4444-555555555555"
  }

  assert {
    condition     = !aws_eks_cluster.this.vpc_config[0].endpoint_private_access && aws_eks_cluster.this.vpc_config[0].endpoint_public_access && aws_eks_cluster.this.vpc_config[0].public_access_cidrs == toset(["203.0.113.7/32"])
    error_message = "The endpoint is public for one address alone, and not private."
  }

  assert {
    condition     = length(aws_kms_key.this) == 0 && length(aws_kms_alias.this) == 0 && aws_eks_cluster.this.encryption_config[0].provider[0].key_arn == var.secrets_kms_key_arn
    error_message = "The given key is used, and none is made."
  }
}

run "roles_trust_their_services_alone" {
  command = plan

  assert {
    condition     = jsondecode(aws_iam_role.cluster.assume_role_policy).Statement[0].Condition.ArnEquals["aws:SourceArn"] == "arn:aws:eks:eu-central-1:${data.aws_caller_identity.this.account_id}:cluster/hybrid-test"
    error_message = "The cluster's role is for this cluster alone."
  }

  assert {
    condition     = toset(keys(aws_iam_role_policy_attachment.node)) == toset(["AmazonEKSWorkerNodePolicy", "AmazonEC2ContainerRegistryPullOnly"])
    error_message = "EC2 nodes have no rights of the VPC CNI."
  }

  assert {
    condition = jsondecode(aws_iam_role.vpc_cni.assume_role_policy).Statement[0].Condition.StringEquals == {
      "aws:RequestTag/eks-cluster-arn"            = "arn:aws:eks:eu-central-1:${data.aws_caller_identity.this.account_id}:cluster/hybrid-test"
      "aws:RequestTag/kubernetes-namespace"       = "kube-system"
      "aws:RequestTag/kubernetes-service-account" = "aws-node"
    }
    error_message = "Only aws-node of this cluster may take the VPC CNI's role."
  }

  assert {
    condition     = jsondecode(aws_iam_role_policy.gateway_node["gateway"].policy).Statement[0].Action == "ec2:ModifyInstanceAttribute" && jsondecode(aws_iam_role_policy.gateway_node["gateway"].policy).Statement[0].Condition.StringEquals["aws:ResourceTag/eks-hybrid-gateway"] == "hybrid-test"
    error_message = "A gateway node may change nodes with this cluster's tag alone."
  }
}

run "access_entries" {
  command = plan

  variables {
    access_entries = {
      ci      = { principal_arn = "arn:aws:iam::123456789012:role/ci", policy = "AmazonEKSClusterAdminPolicy" }
      team    = { principal_arn = "arn:aws:iam::123456789012:role/team", policy = "AmazonEKSEditPolicy", namespaces = ["shop"] }
      cleanup = { principal_arn = "arn:aws:iam::123456789012:role/cleanup", groups = ["node-cleanup"] }
    }
  }

  assert {
    condition     = toset(keys(aws_eks_access_entry.this)) == toset(["ci", "team", "cleanup"]) && aws_eks_access_entry.this["cleanup"].kubernetes_groups == toset(["node-cleanup"]) && alltrue([for entry in aws_eks_access_entry.this : entry.type == "STANDARD"])
    error_message = "Each has an entry, and its groups."
  }

  assert {
    condition     = toset(keys(aws_eks_access_policy_association.this)) == toset(["ci", "team"]) && aws_eks_access_policy_association.this["ci"].policy_arn == "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy" && aws_eks_access_policy_association.this["ci"].access_scope[0].type == "cluster"
    error_message = "A policy without namespaces holds for the whole cluster."
  }

  assert {
    condition     = aws_eks_access_policy_association.this["team"].access_scope[0].type == "namespace" && aws_eks_access_policy_association.this["team"].access_scope[0].namespaces == toset(["shop"])
    error_message = "A policy with namespaces holds there alone."
  }
}

run "ports_with_routed_pods" {
  command = plan

  variables {
    pod_routing      = "bgp"
    webhook_ports    = [443, 9443]
    api_client_cidrs = ["10.40.0.0/19"]
  }

  assert {
    condition     = { for key, rule in aws_vpc_security_group_ingress_rule.control_plane : key => [rule.ip_protocol, rule.from_port, rule.to_port, rule.cidr_ipv4] } == { "api:10.80.0.0/20" = ["tcp", 443, 443, "10.80.0.0/20"], "api:10.112.0.0/16" = ["tcp", 443, 443, "10.112.0.0/16"], "client:10.40.0.0/19" = ["tcp", 443, 443, "10.40.0.0/19"] }
    error_message = "Nodes, pods and clients reach the API server."
  }

  assert {
    condition     = { for key, rule in aws_vpc_security_group_egress_rule.control_plane : key => [rule.ip_protocol, rule.from_port, rule.to_port, rule.cidr_ipv4] } == { "kubelet:10.80.0.0/20" = ["tcp", 10250, 10250, "10.80.0.0/20"], "webhook:10.112.0.0/16:443" = ["tcp", 443, 443, "10.112.0.0/16"], "webhook:10.112.0.0/16:9443" = ["tcp", 9443, 9443, "10.112.0.0/16"] }
    error_message = "The API server reaches kubelets and webhooks."
  }

  assert {
    condition     = toset(keys(aws_vpc_security_group_ingress_rule.nodes)) == toset(flatten([for cidr in ["10.80.0.0/20", "10.112.0.0/16"] : [for kind in ["dns-udp", "dns-tcp", "kubelet", "icmp", "pods-all"] : "${kind}:${cidr}"]]))
    error_message = "Hybrid nodes and pods reach CoreDNS, kubelets and pods on EC2 nodes; there is no VXLAN without the gateway."
  }
}

run "pod_ports" {
  command = plan

  variables {
    pod_routing = "udr"
    pod_ports   = ["8080", "30000-32767"]
  }

  assert {
    condition     = { for key, rule in aws_vpc_security_group_ingress_rule.nodes : key => [rule.from_port, rule.to_port] if startswith(key, "pods-") && endswith(key, ":10.112.0.0/16") } == { "pods-tcp-8080:10.112.0.0/16" = [8080, 8080], "pods-udp-8080:10.112.0.0/16" = [8080, 8080], "pods-tcp-30000-32767:10.112.0.0/16" = [30000, 32767], "pods-udp-30000-32767:10.112.0.0/16" = [30000, 32767] }
    error_message = "Only the ports named, by TCP and UDP."
  }
}

run "masquerade" {
  command = plan

  variables {
    pod_routing = "masquerade"
  }

  assert {
    condition     = keys(aws_vpc_security_group_ingress_rule.control_plane) == ["api:10.80.0.0/20"] && keys(aws_vpc_security_group_egress_rule.control_plane) == ["kubelet:10.80.0.0/20"] && alltrue([for rule in aws_vpc_security_group_ingress_rule.nodes : rule.cidr_ipv4 == "10.80.0.0/20"])
    error_message = "Pods are hidden behind their nodes, so no rule names them."
  }

  assert {
    condition     = contains(jsondecode(aws_eks_addon.after_nodes["coredns"].configuration_values).affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions, { key = "eks.amazonaws.com/compute-type", operator = "NotIn", values = ["hybrid"] })
    error_message = "CoreDNS stays where the VPC can reach it."
  }

  assert {
    condition     = jsondecode(aws_eks_addon.before_nodes["vpc-cni"].configuration_values) == { enableNetworkPolicy = "true" } && length(aws_iam_role_policy.gateway_node) == 0
    error_message = "The VPC CNI keeps its defaults, and nodes may change nothing of themselves."
  }
}

run "addons" {
  command = plan

  variables {
    addon_versions      = { kube-proxy = "v1.34.1-eksbuild.1" }
    hybrid_pod_identity = true
  }

  assert {
    condition     = toset(concat(keys(aws_eks_addon.before_nodes), keys(aws_eks_addon.after_nodes))) == toset(["vpc-cni", "kube-proxy", "eks-pod-identity-agent", "coredns", "eks-node-monitoring-agent"])
    error_message = "Five add-ons."
  }

  assert {
    condition     = aws_eks_addon.before_nodes["kube-proxy"].addon_version == "v1.34.1-eksbuild.1" && alltrue([for version in values(output.addon_versions) : can(regex("^v[0-9]", version))])
    error_message = "A pinned version is used, and the others have one."
  }

  assert {
    condition     = jsondecode(aws_eks_addon.before_nodes["vpc-cni"].configuration_values).env.AWS_VPC_K8S_CNI_EXCLUDE_SNAT_CIDRS == "10.112.0.0/16" && [for association in aws_eks_addon.before_nodes["vpc-cni"].pod_identity_association : association.service_account] == ["aws-node"]
    error_message = "Cloud pods show their own address to pods on hybrid nodes, and the CNI has a role of its own."
  }

  assert {
    condition     = jsondecode(aws_eks_addon.before_nodes["eks-pod-identity-agent"].configuration_values).daemonsets.hybrid.create
    error_message = "Pod Identity runs on hybrid nodes where asked."
  }

  assert {
    condition     = [for term in jsondecode(aws_eks_addon.after_nodes["coredns"].configuration_values).affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution : term.podAffinityTerm.topologyKey if term.weight == 100] == ["topology.kubernetes.io/zone"] && jsondecode(aws_eks_addon.after_nodes["coredns"].configuration_values).replicaCount == 4
    error_message = "CoreDNS is spread over zones, and hence over clouds."
  }
}

run "gateway_shares_the_nodes" {
  command = plan

  assert {
    condition     = keys(aws_eks_node_group.this) == ["cloud"] && aws_eks_node_group.this["cloud"].labels == tomap({ hybrid-gateway-node = "true" }) && length(aws_eks_node_group.this["cloud"].taint) == 0
    error_message = "One group, labelled for the gateway and without a taint."
  }

  assert {
    condition     = strcontains(base64decode(aws_launch_template.nodes["cloud"].user_data), "--region eu-central-1 --instance-id \"$instance\" --no-source-dest-check")
    error_message = "The nodes turn off the source/destination check."
  }

  assert {
    condition     = anytrue([for specification in aws_launch_template.nodes["cloud"].tag_specifications : specification.resource_type == "instance" && specification.tags["eks-hybrid-gateway"] == "hybrid-test"])
    error_message = "The nodes have the tag that lets them."
  }

  assert {
    condition     = aws_launch_template.nodes["cloud"].metadata_options[0].http_tokens == "required" && aws_launch_template.nodes["cloud"].metadata_options[0].http_put_response_hop_limit == 1 && tobool(aws_launch_template.nodes["cloud"].block_device_mappings[0].ebs[0].encrypted)
    error_message = "Metadata by token and one hop, disks encrypted."
  }

  assert {
    condition     = [for key, rule in aws_vpc_security_group_ingress_rule.nodes : [rule.ip_protocol, rule.from_port, rule.to_port, rule.cidr_ipv4] if startswith(key, "vxlan:")] == [["udp", 8472, 8472, "10.80.0.0/20"]]
    error_message = "VXLAN comes in from hybrid nodes."
  }
}

run "gateway_on_nodes_of_its_own" {
  command = plan

  variables {
    dedicated_gateway_nodes = true
    node_group              = { min_size = 1, desired_size = 1, max_size = 2, capacity_type = "SPOT" }
  }

  assert {
    condition     = aws_eks_node_group.this["gateway"].scaling_config[0].desired_size == 2 && aws_eks_node_group.this["gateway"].capacity_type == "ON_DEMAND" && [for taint in aws_eks_node_group.this["gateway"].taint : [taint.key, taint.value, taint.effect]] == [["hybrid-gateway-node", "true", "NO_SCHEDULE"]]
    error_message = "Two tainted nodes that nobody reclaims."
  }

  assert {
    condition     = aws_eks_node_group.this["cloud"].labels == null && aws_launch_template.nodes["cloud"].user_data == null && aws_eks_node_group.this["cloud"].capacity_type == "SPOT"
    error_message = "The other group has nothing of the gateway."
  }
}

run "setup" {
  module {
    source = "./tests/setup"
  }
}

run "applied" {
  command = apply

  variables {
    vpc_id                   = run.setup.vpc_id
    control_plane_subnet_ids = run.setup.control_plane_subnet_ids
    node_subnet_ids          = run.setup.node_subnet_ids
    access_entries           = { ci = { principal_arn = "arn:aws:iam::123456789012:role/ci", policy = "AmazonEKSClusterAdminPolicy" } }
  }

  assert {
    condition     = output.cluster_name == "hybrid-test" && output.cluster_arn == local.cluster_arn && startswith(output.cluster_endpoint, "https://") && can(base64decode(output.cluster_certificate_authority)) && output.kubernetes_version == "1.34" && output.service_cidr == "172.20.0.0/16"
    error_message = "The outputs are those of the cluster, and its ARN is the one the roles name."
  }

  assert {
    condition     = aws_launch_template.nodes["cloud"].vpc_security_group_ids == toset([output.cluster_security_group_id, output.node_security_group_id])
    error_message = "EC2 nodes are in EKS's security group and in ours."
  }

  assert {
    condition     = tonumber(aws_eks_node_group.this["cloud"].launch_template[0].version) == aws_launch_template.nodes["cloud"].latest_version && aws_eks_node_group.this["cloud"].subnet_ids == toset(run.setup.node_subnet_ids)
    error_message = "The group uses the newest version of its template, in the private subnets."
  }

  assert {
    condition     = jsondecode(jsonencode(output.node_groups)) == jsondecode(jsonencode({ cloud = { desired_size = 2, gateway = true, instance_types = ["m7i.large"], labels = { hybrid-gateway-node = "true" } } }))
    error_message = "The output names the group with its nodes."
  }
}
