/**
 * The Resource Groups Tagging API over the objects of the world: GetResources with tag filters and pages. As the real
 * one, it does not know IAM roles and policies. Source: API model `resourcegroupstaggingapi/2017-01-26`.
 */
import type { WorldObject } from '../../../terraform-provider/engine/types.ts';
import { SIMULATED_ACCOUNTS, type World } from '../../../world/world.ts';
import { tagsOf, text } from '../ec2/operation.ts';
import { type JsonCall, JsonRefusal, type JsonServer, startJsonServer } from '../json-service.ts';

export interface TaggingOptions {
  readonly pageSize?: number;
  /** Operations that the caller's role lacks. */
  readonly denied?: readonly string[];
}

/** Starts the service. Faults `tagging-denied` and `tagging-lags` strike here. */
export async function startTaggingServer(world: World, options: TaggingOptions = {}): Promise<JsonServer> {
  const deleted = new Map<string, WorldObject>();
  const stop = world.objects.onChange(({ kind, object }) => {
    if (kind === 'delete') deleted.set(object.key, object);
    else deleted.delete(object.key);
  });
  const server = await startJsonServer({
    target: 'ResourceGroupsTaggingAPI_20170126',
    signedFor: 'tagging',
    operations: { GetResources: (call) => getResources(call, world, deleted, options.pageSize ?? 100) },
    denied: options.denied ?? [],
  });
  return {
    ...server,
    close: () => {
      stop();
      return server.close();
    },
  };
}

interface TagFilter {
  readonly Key?: string;
  readonly Values?: readonly string[];
}

function getResources(
  { region, input }: JsonCall,
  world: World,
  deleted: ReadonlyMap<string, WorldObject>,
  most: number,
): object {
  if (world.faults.strikes('tagging-denied')) {
    throw new JsonRefusal('AccessDeniedException', 'not authorized to perform: tag:GetResources');
  }
  const gone = world.faults.strikes('tagging-lags') ? [...deleted.values()] : [];
  const filters = (input['TagFilters'] ?? []) as readonly TagFilter[];
  const found = [...world.objects.list(), ...gone].flatMap((object) => {
    const arn = object.provider === 'aws' && object.region === region ? arnOf(object) : '';
    const tags = tagsOf(object);
    const matches = filters.every(({ Key = '', Values = [] }) => {
      const value = tags[Key];
      return value !== undefined && (Values.length === 0 || Values.includes(value));
    });
    const shown = { ResourceARN: arn, Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) };
    return arn !== '' && matches && Object.keys(tags).length > 0 ? [shown] : [];
  });
  const size = Math.min(Number(input['ResourcesPerPage'] ?? most), most);
  const start = Number(input['PaginationToken'] ?? 0);
  const end = start + size;
  // The token of the last page is there, and empty.
  return {
    ResourceTagMappingList: found.slice(start, end),
    PaginationToken: end < found.length ? String(end) : '',
  };
}

/** Type in the ARN of objects that Terraform gives no ARN. */
const EC2_TYPES: Readonly<Record<string, string>> = {
  aws_customer_gateway: 'customer-gateway',
  aws_ebs_volume: 'volume',
  aws_ec2_transit_gateway: 'transit-gateway',
  aws_ec2_transit_gateway_route_table: 'transit-gateway-route-table',
  aws_ec2_transit_gateway_vpc_attachment: 'transit-gateway-attachment',
  aws_eip: 'elastic-ip',
  aws_instance: 'instance',
  aws_internet_gateway: 'internet-gateway',
  aws_nat_gateway: 'natgateway',
  aws_route_table: 'route-table',
  aws_security_group: 'security-group',
  aws_subnet: 'subnet',
  aws_vpc: 'vpc',
  aws_vpc_endpoint: 'vpc-endpoint',
  aws_vpn_connection: 'vpn-connection',
};

function arnOf(object: WorldObject): string {
  const own = text(object, 'arn');
  if (own !== '') return /^arn:aws:iam::\d+:(?:role|policy)\//.test(own) ? '' : own;
  const type = EC2_TYPES[object.type];
  if (type === undefined) return '';
  return `arn:aws:ec2:${object.region}:${SIMULATED_ACCOUNTS.accountId}:${type}/${text(object, 'id')}`;
}
