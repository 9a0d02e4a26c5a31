import type { DriftedObject } from './drift.ts';
import { isObject } from './plan-json.ts';

/** Attributes of an object, as the state knew it, by which the logs of the clouds know it or what it is a part of. */
export type ObjectIdentity = Readonly<Record<string, string>>;

/** The newest entry of a cloud's log that wrote to a resource. */
export interface LastWrite {
  /** Principal, in words; neither e-mail addresses nor IP addresses. */
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** `ec2 CreateTags`, `Microsoft.Network/virtualNetworks/write`. */
  readonly operation: string;
  /** What the log was asked for: the object, or what it is a part of. */
  readonly resource: string;
}

/** What to ask which log for; `cloud` null where no log knows the object. */
export type LogQuestion =
  | {
      readonly cloud: 'aws';
      /** Null: the region of the job. */
      readonly region: string | null;
      readonly names: readonly string[];
      /** Other services may use the same name: only events of this one count, such as `eks.amazonaws.com`. */
      readonly source: string | null;
    }
  | { readonly cloud: 'azure'; readonly subscriptionId: string; readonly resourceId: string }
  | { readonly cloud: null; readonly reason: string };

/**
 * Attribute with the resource that CloudTrail names in the events about a part of it, by the request parameters of each
 * operation in the API references of the services.
 */
const WHOLE_OF: Readonly<Record<string, string>> = {
  aws_ec2_transit_gateway_route: 'transit_gateway_route_table_id',
  aws_ec2_transit_gateway_route_table_association: 'transit_gateway_route_table_id',
  aws_ec2_transit_gateway_route_table_propagation: 'transit_gateway_route_table_id',
  aws_eks_access_entry: 'cluster_name',
  aws_eks_access_policy_association: 'cluster_name',
  aws_eks_addon: 'cluster_name',
  aws_iam_role_policy: 'role',
  aws_iam_role_policy_attachment: 'role',
  aws_route: 'route_table_id',
  aws_route_table_association: 'route_table_id',
  aws_security_group_rule: 'security_group_id',
  aws_vpc_ipv4_cidr_block_association: 'vpc_id',
  aws_vpc_security_group_egress_rule: 'security_group_id',
  aws_vpc_security_group_ingress_rule: 'security_group_id',
  aws_vpn_connection_route: 'vpn_connection_id',
};
const KEPT: readonly string[] = ['id', 'arn', 'region', ...new Set(Object.values(WHOLE_OF))];

/** Takes what is needed from an object's values before the change; secrets have none of these names. */
export function identityOf(before: unknown): ObjectIdentity {
  if (!isObject(before)) return {};
  const found = KEPT.map((name) => [name, before[name]] as const);
  const texts = found.filter((pair): pair is readonly [string, string] => typeof pair[1] === 'string');
  return Object.fromEntries(texts.filter(([, value]) => value !== ''));
}

/** Where to ask who changed an object last. */
export function logQuestion({ type, identity }: Pick<DriftedObject, 'type' | 'identity'>): LogQuestion {
  if (type.startsWith('aws_')) return awsQuestion(type, identity);
  if (type.startsWith('azurerm_') || type.startsWith('azapi_')) return azureQuestion(identity);
  return { cloud: null, reason: 'Neither CloudTrail nor the Azure activity log knows objects of its type.' };
}

/** Ids that AWS gives, `vpc-0a1b2c3d` and the like, and ARNs: nothing else has the same. */
const UNIQUE = /^(?:arn:|[a-z]+(?:-[a-z]+)*-[0-9a-f]{8,}$)/;

function awsQuestion(type: string, identity: ObjectIdentity): LogQuestion {
  const { arn = '' } = identity;
  const [, partition = 'aws', service = '', arnRegion = ''] = arn.split(':');
  const whole = WHOLE_OF[type];
  const given = whole === undefined ? [identity['id'], arn] : [identity[whole]];
  const names = [...new Set(given.filter((name) => name !== undefined && name !== ''))] as string[];
  if (names.length === 0)
    return { cloud: null, reason: 'Its state names no resource to ask CloudTrail for.' };
  const isGlobal = service === 'iam' || type.startsWith('aws_iam_');
  const region = isGlobal ? globalRegion(partition) : arnRegion === '' ? identity['region'] : arnRegion;
  const named = isGlobal ? 'iam' : service === '' ? serviceOf(type) : service;
  const source = names.every((name) => UNIQUE.test(name)) || named === null ? null : `${named}.amazonaws.com`;
  return { cloud: 'aws', region: region ?? null, names, source };
}

/** Services of types above whose objects have no ARN; a type's second word is not always its service. */
function serviceOf(type: string): string | null {
  return type.startsWith('aws_eks_') ? 'eks' : null;
}

/** CloudTrail keeps the events of IAM in one region of each partition ("Global service events" in its user guide). */
function globalRegion(partition: string): string {
  if (partition === 'aws-cn') return 'cn-north-1';
  return partition === 'aws-us-gov' ? 'us-gov-west-1' : 'us-east-1';
}

const ARM_ID = /^\/subscriptions\/([0-9a-f-]{36})\/[^|'"]+$/i;

function azureQuestion({ id = '' }: ObjectIdentity): LogQuestion {
  const subscriptionId = ARM_ID.exec(id)?.[1];
  if (subscriptionId === undefined) {
    return {
      cloud: null,
      reason: 'Its id is none of Azure Resource Manager, which the activity log goes by.',
    };
  }
  return { cloud: 'azure', subscriptionId, resourceId: id };
}

const LONGEST_NAME = 128;

/** A name as it may be shown; null for one that is, or holds, an e-mail address or an IP address. */
export function shownName(name: unknown): string | null {
  if (typeof name !== 'string') return null;
  // Control characters and line ends could forge log lines.
  const line = name.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  if (line === '' || /[@＠]|%40|#EXT#/i.test(line)) return null;
  if (/(?:\d{1,3}\.){3}\d{1,3}/.test(line) || /(?:[0-9a-f]{0,4}:){3}/i.test(line)) return null;
  return line.slice(0, LONGEST_NAME);
}
