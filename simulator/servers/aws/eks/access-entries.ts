/** Access entries of a cluster: who may come in, as whom. */
import type { WorldObject } from '../../../terraform-provider/engine/types.ts';
import { text, texts } from '../../../world/attributes.ts';
import { SIMULATED_ACCOUNTS } from '../../../world/world.ts';
import { type EksCall, EksRefusal, type EksRoute } from './route.ts';

const MOST = 100;

function entriesOf({ world, region, name }: EksCall): readonly WorldObject[] {
  const exists = world.objects
    .list('aws_eks_cluster')
    .some((cluster) => cluster.region === region && text(cluster, 'name') === name);
  if (!exists) throw new EksRefusal(404, 'ResourceNotFoundException', `No cluster found for name: ${name}.`);
  return world.objects
    .list('aws_eks_access_entry')
    .filter((entry) => entry.region === region && text(entry, 'cluster_name') === name);
}

function list(call: EksCall): object {
  const principals = entriesOf(call).map((entry) => text(entry, 'principal_arn'));
  const size = Math.min(Number(call.query.get('maxResults') ?? MOST), MOST);
  const start = Number(call.query.get('nextToken') ?? 0);
  const end = start + size;
  return {
    accessEntries: principals.slice(start, end),
    ...(end < principals.length && { nextToken: String(end) }),
  };
}

function describe(call: EksCall): object {
  const { detail, name } = call;
  const entry = entriesOf(call).find((one) => text(one, 'principal_arn') === detail);
  if (entry === undefined) {
    const message = `The specified principalArn could not be found. You can view your available access entries with 'list-access-entries'.`;
    throw new EksRefusal(404, 'ResourceNotFoundException', message);
  }
  return {
    accessEntry: {
      clusterName: name,
      principalArn: detail,
      kubernetesGroups: texts(entry, 'kubernetes_groups'),
      type: text(entry, 'type') || 'STANDARD',
      username: text(entry, 'user_name'),
      tags: {},
    },
  };
}

const arn = (name: string, region: string): string =>
  `arn:aws:eks:${region}:${SIMULATED_ACCOUNTS.accountId}:cluster/${name}`;

export const ACCESS_ENTRY_ROUTES: readonly EksRoute[] = [
  {
    operation: 'ListAccessEntries',
    method: 'GET',
    path: /^\/clusters\/([^/]+)\/access-entries$/,
    resource: arn,
    handle: list,
  },
  {
    operation: 'DescribeAccessEntry',
    method: 'GET',
    path: /^\/clusters\/([^/]+)\/access-entries\/([^/]+)$/,
    resource: arn,
    handle: describe,
  },
];
