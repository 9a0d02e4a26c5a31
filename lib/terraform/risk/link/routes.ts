import { hasChanged, type Row } from '../row.ts';
import { riskOf, type Risk } from '../types.ts';
import { LINK_RULES } from './rules.ts';

/** The VPC routes over the Transit Gateway or VPN gateway, by route table and destination. */
export class RemoteRoutes {
  readonly #before = new Map<string, string>();
  readonly #after = new Set<string>();
  readonly #replaced: string[] = [];

  visit(row: Row): void {
    if (row.type !== 'aws_route' || row.deposed) return;
    if (row.before !== null && isRemote(row.before)) this.#before.set(keyOf(row.before), row.address);
    if (row.kind === 'forget') {
      // The route goes on working without Terraform.
      if (row.before !== null) this.#after.add(keyOf(row.before));
    } else if (row.after !== null && staysRemote(row)) {
      // A table that is not known yet is a new one: the route then serves nothing that runs.
      this.#after.add(keyOf(row.after));
      if (row.kind === 'replace') this.#replaced.push(row.address);
    }
  }

  /** Whether routes ran and none of them is left. */
  allRemoved(): boolean {
    return this.#before.size > 0 && [...this.#before.keys()].every((key) => !this.#after.has(key));
  }

  risks(): readonly Risk[] {
    const removed = [...this.#before].filter(([key]) => !this.#after.has(key)).map(([, address]) => address);
    const replaced = this.#replaced.filter((address) => !removed.includes(address));
    const found: Risk[] = [];
    if (this.allRemoved()) found.push(riskOf(LINK_RULES.allRoutesRemoved, removed));
    else if (removed.length > 0) found.push(riskOf(LINK_RULES.routeRemoved, removed));
    if (replaced.length > 0) found.push(riskOf(LINK_RULES.routeReplaced, replaced));
    return found;
  }
}

type Values = Readonly<Record<string, unknown>>;

function isRemote(route: Values): boolean {
  const gateway = route['gateway_id'];
  return filled(route['transit_gateway_id']) || (typeof gateway === 'string' && gateway.startsWith('vgw-'));
}

/** Still over the link, also where the Transit Gateway's id is known only after apply. */
function staysRemote(row: Row): boolean {
  if (row.after !== null && isRemote(row.after)) return true;
  return (
    row.unknown !== true &&
    row.unknown['transit_gateway_id'] === true &&
    hasChanged(row, 'transit_gateway_id')
  );
}

function keyOf(route: Values): string {
  const target = ['destination_cidr_block', 'destination_ipv6_cidr_block', 'destination_prefix_list_id'];
  return [route['route_table_id'], ...target.map((name) => route[name])]
    .map((part) => (typeof part === 'string' ? part : ''))
    .join(' ');
}

function filled(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}
