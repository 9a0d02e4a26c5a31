/**
 * Routes to pods that the EKS Hybrid Nodes gateway writes into the VPC by itself, without Terraform: from the chart's
 * values, once it leads, for which the cluster needs a hybrid node.
 * Sources: Amazon EKS User Guide, "EKS Hybrid Nodes gateway"; the chart's values `podCIDRs` and `routeTableIDs`.
 */
import { createHash } from 'node:crypto';
import type { ObjectValue, WorldObject } from '../../terraform-provider/engine/types.ts';
import { text, texts } from '../attributes.ts';
import { KUBERNETES_NODE } from '../nodes.ts';
import type { CloudView } from './view.ts';

/** The gateway's routes in a route table, by the provider's attributes of `aws_route`. */
export function gatewayRoutes(view: CloudView, tableId: string): readonly ObjectValue[] {
  const { objects } = view;
  if (objects.list(KUBERNETES_NODE).length === 0) return [];
  const releases = objects.list('helm_release').filter((one) => text(one, 'chart').includes(CHART));
  return releases.flatMap((release) =>
    listOf(release, 'routeTableIDs').includes(tableId)
      ? listOf(release, 'podCIDRs').map((range) => ({
          destination_cidr_block: range,
          network_interface_id: interfaceOf(release),
        }))
      : [],
  );
}

const CHART = 'eks-hybrid-nodes-gateway';

/** A value of the chart that is a list with commas. */
function listOf(release: WorldObject, name: string): readonly string[] {
  const values = texts(release, 'values').join('\n');
  const [, list = ''] = new RegExp(`"?${name}"?:\\s*"?([^"\\n]+)`).exec(values) ?? [];
  return list.split(',').flatMap((one) => (one.trim() === '' ? [] : [one.trim()]));
}

/** The interface of the EC2 node that the leading pod runs on; the same one as long as the cluster is. */
function interfaceOf({ region }: WorldObject): string {
  return `eni-0${createHash('sha256').update(`hybrid-gateway ${region}`).digest('hex').slice(0, 16)}`;
}
