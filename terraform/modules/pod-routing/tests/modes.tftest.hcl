# Proves what each mode makes, right by right and document by document.

provider "aws" {
  region = "eu-central-1"
}

variables {
  cluster_name    = "hybrid-test"
  pod_routing     = "gateway"
  pod_cidrs       = ["10.112.0.0/16", "10.113.0.0/16"]
  vpc_cidr        = "10.40.0.0/16"
  route_table_ids = ["rtb-1", "rtb-2"]
}

run "gateway" {
  command = plan

  assert {
    condition     = helm_release.gateway["gateway"].repository == "oci://public.ecr.aws/eks" && helm_release.gateway["gateway"].chart == "eks-hybrid-nodes-gateway" && helm_release.gateway["gateway"].version == "1.0.0" && helm_release.gateway["gateway"].namespace == "eks-hybrid-nodes-gateway" && !helm_release.gateway["gateway"].wait
    error_message = "AWS's chart, in a namespace of its own."
  }

  assert {
    condition = yamldecode(helm_release.gateway["gateway"].values[0]) == {
      vpcCIDR       = "10.40.0.0/16"
      podCIDRs      = "10.112.0.0/16,10.113.0.0/16"
      routeTableIDs = "rtb-1,rtb-2"
      autoMode      = { enabled = false }
    }
    error_message = "What the gateway is told."
  }

  assert {
    condition = { for statement in jsondecode(data.aws_iam_policy_document.gateway["gateway"].json).Statement : statement.Sid => {
      actions    = toset(flatten([statement.Action]))
      resources  = toset(flatten([statement.Resource]))
      conditions = try(statement.Condition, null)
      } } == {
      Find = {
        actions    = toset(["ec2:DescribeInstances", "ec2:DescribeRouteTables"])
        resources  = toset(["*"])
        conditions = { StringEquals = { "aws:RequestedRegion" = "eu-central-1" } }
      }
      RoutePods = {
        actions    = toset(["ec2:CreateRoute", "ec2:ReplaceRoute"])
        resources  = toset([for id in ["rtb-1", "rtb-2"] : "arn:aws:ec2:eu-central-1:123456789012:route-table/${id}"])
        conditions = null
      }
    }
    error_message = "Four rights, those to change on these two tables alone."
  }

  assert {
    condition = jsondecode(data.aws_iam_policy_document.gateway_trust["gateway"].json).Statement[0].Condition.StringEquals == {
      "aws:RequestTag/eks-cluster-arn"            = "arn:aws:eks:eu-central-1:123456789012:cluster/hybrid-test"
      "aws:RequestTag/kubernetes-namespace"       = "eks-hybrid-nodes-gateway"
      "aws:RequestTag/kubernetes-service-account" = "eks-hybrid-nodes-gateway"
    }
    error_message = "One service account of one cluster takes the role."
  }

  assert {
    condition     = aws_eks_pod_identity_association.gateway["gateway"].namespace == "eks-hybrid-nodes-gateway" && aws_eks_pod_identity_association.gateway["gateway"].service_account == "eks-hybrid-nodes-gateway" && aws_eks_pod_identity_association.gateway["gateway"].cluster_name == "hybrid-test"
    error_message = "The chart's service account has the role."
  }

  assert {
    condition     = length(helm_release.bgp) == 0 && output.bgp_announced == null && output.max_hybrid_nodes == 1024
    error_message = "No BGP; as many nodes as there are slices."
  }
}

run "bgp" {
  command = plan

  variables {
    pod_routing     = "bgp"
    route_table_ids = []
    bgp             = { local_asn = 65010, peers = ["10.80.255.228", "10.80.255.229"] }
  }

  assert {
    condition = yamldecode(helm_release.bgp["bgp"].values[0]).resources == [
      {
        apiVersion = "cilium.io/v2"
        kind       = "CiliumBGPClusterConfig"
        metadata   = { name = "azure-route-server" }
        spec = {
          nodeSelector = { matchLabels = { "eks.amazonaws.com/compute-type" = "hybrid" } }
          bgpInstances = [{
            name     = "hybrid"
            localASN = 65010
            peers = [
              { name = "route-server-0", peerASN = 65515, peerAddress = "10.80.255.228", peerConfigRef = { name = "azure-route-server" } },
              { name = "route-server-1", peerASN = 65515, peerAddress = "10.80.255.229", peerConfigRef = { name = "azure-route-server" } },
            ]
          }]
        }
      },
      {
        apiVersion = "cilium.io/v2"
        kind       = "CiliumBGPPeerConfig"
        metadata   = { name = "azure-route-server" }
        spec = {
          ebgpMultihop = 2
          timers       = { holdTimeSeconds = 180, keepAliveTimeSeconds = 60 }
          families     = [{ afi = "ipv4", safi = "unicast", advertisements = { matchLabels = { advertise = "pods" } } }]
        }
      },
      {
        apiVersion = "cilium.io/v2"
        kind       = "CiliumBGPAdvertisement"
        metadata   = { name = "pods", labels = { advertise = "pods" } }
        spec       = { advertisements = [{ advertisementType = "PodCIDR" }] }
      },
    ]
    error_message = "Three resources: who speaks with whom, how, and what is said."
  }

  assert {
    condition     = helm_release.bgp["bgp"].wait && endswith(helm_release.bgp["bgp"].chart, "charts/cilium-bgp") && fileexists("${helm_release.bgp["bgp"].chart}/Chart.yaml")
    error_message = "A chart of this module."
  }

  assert {
    condition     = output.bgp_announced && output.max_hybrid_nodes == 8 && length(helm_release.gateway) == 0 && length(aws_iam_role.gateway) == 0
    error_message = "Eight nodes at most, and no gateway."
  }
}

run "bgp_before_the_first_node" {
  command = plan

  variables {
    pod_routing          = "bgp"
    route_table_ids      = []
    bgp_kinds_registered = false
    bgp                  = { local_asn = 65010, peers = ["10.80.255.228", "10.80.255.229"] }
  }

  assert {
    condition     = length(helm_release.bgp) == 0 && output.bgp_announced == false
    error_message = "Nothing is installed that the cluster does not know."
  }
}

run "udr" {
  command = plan

  variables {
    pod_routing     = "udr"
    route_table_ids = []
  }

  assert {
    condition     = length(helm_release.bgp) + length(helm_release.gateway) + length(aws_iam_role.gateway) + length(kubernetes_namespace_v1.gateway) == 0 && output.max_hybrid_nodes == 400
    error_message = "Nothing in the cluster, and no more nodes than a table of routes has room for."
  }
}

run "masquerade" {
  command = plan

  variables {
    pod_routing        = "masquerade"
    route_table_ids    = []
    pod_cidrs          = ["10.112.0.0/24"]
    pod_cidr_mask_size = 26
  }

  assert {
    condition     = length(helm_release.bgp) + length(helm_release.gateway) + length(aws_iam_role.gateway) + length(kubernetes_namespace_v1.gateway) == 0 && output.max_hybrid_nodes == 4 && output.gateway_role_arn == null
    error_message = "Nothing in the cluster."
  }
}
