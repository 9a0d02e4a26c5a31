/** The kinds of computed values that many types share. All follow from the object's key, so two runs agree. */
import { createHash } from 'node:crypto';
import type { FillContext } from '../engine/types.ts';
import { formatAddress, parsePrefix, prefixSize } from './addresses.ts';
import type { Maker } from './fill.ts';
import { SIMULATED_TIME } from './identity.ts';
import { blocks, text } from './values.ts';

/** The AWS partition of a region, by the prefix of its name. */
export function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}

/** The DNS suffix of the partition of a region. */
export function dnsSuffixOf(region: string): string {
  return region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
}

/** `<prefix>-0` and 16 hexadecimal digits, as EC2 names its resources since 2018. */
export const ec2Id =
  (prefix: string, purpose = 'id'): Maker =>
  (fill) =>
    `${prefix}-0${fill.hex(purpose, 16)}`;

/** An ARN in the region and account of the provider instance. */
export function arn(fill: Pick<FillContext, 'instance'>, service: string, resource: string): string {
  const { region, accountId } = fill.instance;
  return `arn:${partitionOf(region)}:${service}:${region}:${accountId}:${resource}`;
}

/** An IAM ARN, which has no region. */
export function iamArn(fill: FillContext, resource: string): string {
  const { region, accountId } = fill.instance;
  return `arn:${partitionOf(region)}:iam::${accountId}:${resource}`;
}

/** The ARN of an EC2 resource by its id, which the table has filled above. */
export const ec2Arn =
  (kind: string): Maker =>
  (fill) =>
    arn(fill, 'ec2', `${kind}/${text(fill.self, 'id') ?? ''}`);

/** The account that owns what is made. */
export const owner: Maker = (fill) => fill.instance.accountId;
/** The time at which everything in the simulated world was made. */
export const now: Maker = () => SIMULATED_TIME;

/** Another attribute of the object, given or filled above; null where it is absent. */
export const same =
  (attribute: string): Maker =>
  (fill) =>
    fill.self[attribute] ?? null;

/** Attributes joined, as the ids of association resources are. Absent ones count as empty. */
export const joined =
  (separator: string, ...attributes: readonly string[]): Maker =>
  (fill) =>
    attributes.map((attribute) => text(fill.self, attribute) ?? '').join(separator);

/** A name as the provider invents one where neither `name` nor `name_prefix` is given: 26 digits after the prefix. */
export const generatedName: Maker = (fill) =>
  `${text(fill.self, 'name_prefix') ?? 'terraform-'}20261102093000${fill.hex('name', 12).replace(/[a-f]/g, '0')}`;

/** The prefix from which a generated name was made; the provider leaves it empty for a name of one's own. */
export const noPrefix: Maker = () => '';

/** A GUID, version 4 in form. */
export function guid(fill: FillContext, purpose: string): string {
  const hex = fill.hex(`guid:${purpose}`, 32);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/**
 * A public IPv4 address. The ranges are ones the clouds really use (AWS 3.64–3.79 and 18.192–18.199 in
 * Frankfurt, Azure 20.52 and 52.174–52.175), not those of RFC 5737: modules and rules refuse documentation
 * addresses where a public one is meant. Nothing in the rehearsal ever sends a packet to them.
 */
export function publicAddress(fill: FillContext, purpose: string): string {
  const number = fill.integer(`public:${purpose}`, 254 * 256);
  const low = `${Math.floor(number / 254)}.${(number % 254) + 1}`;
  const firsts =
    fill.instance.provider === 'aws'
      ? ['3.64', '3.69', '3.72', '3.78', '18.192', '18.195', '18.198']
      : ['20.52', '20.79', '52.174', '52.175'];
  return `${firsts[fill.integer(`public-range:${purpose}`, firsts.length)] ?? '3.64'}.${low}`;
}

/** Where objects keep private addresses: type, then the path of blocks to the attribute. */
const ADDRESS_PLACES: readonly (readonly [type: string, ...path: string[]])[] = [
  ['azurerm_network_interface', 'ip_configuration', 'private_ip_address'],
  ['azurerm_private_endpoint', 'private_service_connection', 'private_ip_address'],
  ['aws_instance', 'private_ip'],
  ['aws_nat_gateway', 'private_ip'],
  ['aws_vpc_endpoint', 'subnet_configuration', 'ipv4'],
  ['aws_route53_resolver_endpoint', 'ip_address', 'ip'],
];

/** Private addresses that other objects have. */
function takenAddresses(fill: FillContext): ReadonlySet<string> {
  const found = ADDRESS_PLACES.flatMap(([type, ...path]) =>
    fill.objects.list(type).flatMap((object) => {
      if (object.key === fill.key) return [];
      const holders = path.length === 1 ? [object.attributes] : blocks(object.attributes, path[0] ?? '');
      return holders.flatMap((holder) => text(holder, path.at(-1) ?? '') ?? []);
    }),
  );
  return new Set(found);
}

/** The first of a row of attempts that is not taken; the last where all are. Attempts depend on the key alone. */
export function firstFree(
  attempt: (purpose: string) => string,
  purpose: string,
  taken: ReadonlySet<string>,
): string {
  let value = attempt(purpose);
  for (let round = 1; round < 64 && taken.has(value); round++) value = attempt(`${purpose}#${round}`);
  return value;
}

/**
 * A private address in a prefix, above the first addresses that both clouds reserve and below the last, that no other
 * object has.
 */
export function addressIn(
  fill: FillContext,
  cidr: string | undefined,
  purpose: string,
  reserved = 4,
): string {
  const prefix = parsePrefix(cidr ?? '') ?? parsePrefix('10.0.0.0/24');
  if (!prefix) return '';
  const usable = prefixSize(prefix) - BigInt(reserved) - 1n;
  const count = usable < 1n ? 1 : Number(usable > 60000n ? 60000n : usable);
  const attempt = (by: string) =>
    formatAddress(prefix.version, prefix.network + BigInt(reserved + fill.integer(by, count)));
  return firstFree(attempt, purpose, takenAddresses(fill));
}

/** Letters and digits, the same for the same key and purpose. */
export function alphanumeric(
  fill: FillContext,
  purpose: string,
  length: number,
  alphabet = ALPHABET,
): string {
  let result = '';
  for (let round = 0; result.length < length; round++) {
    const bytes = createHash('sha256').update(`${fill.key}:${purpose}:${round}`).digest();
    for (const byte of bytes) result += alphabet[byte % alphabet.length] ?? '';
  }
  return result.slice(0, length);
}
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Bytes in base64, as access keys appear. */
export function base64Bytes(fill: FillContext, purpose: string, bytes: number): string {
  return Buffer.from(alphanumeric(fill, purpose, bytes * 2, '0123456789abcdef'), 'hex').toString('base64');
}

/** A PEM certificate in shape: the armour around 64-column base64. It is not a parseable certificate. */
export function pem(fill: FillContext, purpose: string): string {
  const body = `MIIDBTCCAe2gAwIBAgI${base64Bytes(fill, purpose, 585)}`;
  const lines = body.match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

/** An empty list of objects of nothing known. */
export const empty: Maker = () => [];

/** The value, or undefined where the object is not an Azure id of this shape: the segment after `name`. */
export function idSegment(id: string | undefined, name: string): string | undefined {
  const parts = (id ?? '').split('/');
  const at = parts.findIndex((part) => part.toLowerCase() === name.toLowerCase());
  return at < 0 ? undefined : parts[at + 1];
}
