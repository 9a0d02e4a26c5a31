/** Checks that only the azurerm provider has. */
import { formatAddress, parseAddress, parseIpv4 } from '../tables/addresses.ts';
import { isObject } from '../tables/values.ts';
import { UNKNOWN, type ConfigRule } from '../engine/types.ts';
import { check, matches, notEmpty } from './checks.ts';
import { diagnostic, type FieldRule, type Refusal } from './table.ts';

/** Names of resource groups (`resourcegroups.ValidateName`). */
export const resourceGroupName: FieldRule = (value, field) => {
  const name = String(value);
  const refusals: Refusal[] = [];
  if (name.length > 90) refusals.push(`"${field.label}" may not exceed 90 characters in length`);
  if (name.endsWith('.')) refusals.push(`"${field.label}" may not end with a period`);
  if (name === '') refusals.push(`"${field.label}" cannot be blank`);
  else if (!/^[-\w._()]+$/.test(name)) {
    refusals.push(
      `"${field.label}" may only contain alphanumeric characters, dash, underscores, parentheses and periods`,
    );
  }
  return refusals;
};

/** What nearly every azurerm resource has. Locations are not judged: without credentials the provider knows none. */
export const inGroup: Readonly<Record<string, FieldRule>> = {
  resource_group_name: resourceGroupName,
  location: notEmpty,
};

/** Addresses of link-local range that Azure's gateways may have: 169.254.21.0 to 169.254.22.255. */
export const apipaAddress: FieldRule = (value, field) => {
  const text = String(value);
  const address = parseIpv4(text);
  const other = parseAddress(text);
  const low = parseIpv4('169.254.21.0') ?? 0n;
  const high = parseIpv4('169.254.22.255') ?? 0n;
  if (address !== undefined && address >= low && address <= high) return [];
  const shown = other === undefined ? '<nil>' : formatAddress(other.version, other.value);
  const range = `${shown} is not within Azure reserved APIPA range: [169.254.21.0, 169.254.22.255]`;
  return address === undefined
    ? [`expected ${field.label} to contain a valid IPv4 address, got: ${text}`, range]
    : [range];
};

const NAME_WHY =
  'should be between 1 and 80 characters, start with an alphanumeric, end with an alphanumeric or underscore and can contain alphanumerics, underscores, periods, and hyphens';
/** Names of routes and route tables. */
export const routeName = matches(/^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,78}[a-zA-Z0-9_]?$/, NAME_WHY);

export const natGatewayName = check(
  (value) => /^[a-zA-Z\d]$|^[a-zA-Z\d][a-zA-Z\d_.-]{0,78}[a-zA-Z\d_]$/.test(String(value)),
  (_value, field) =>
    `${field.label} must be between 1 - 80 characters long, begin with a letter or number, end with a letter, number or underscore, and may contain only letters, numbers, underscores, periods, or hyphens`,
);

export const vaultName: FieldRule = (value, field) => {
  const name = String(value);
  const refusals: Refusal[] = [];
  if (!/^[a-zA-Z0-9-]{3,24}$/.test(name))
    refusals.push(
      `"${field.label}" may only contain alphanumeric characters and dashes and must be between 3-24 chars`,
    );
  if (!/^[a-zA-Z].*[a-zA-Z0-9]$/.test(name))
    refusals.push(`"${field.label}" must start with a letter and end with a letter or number`);
  if (name.includes('--')) refusals.push(`"${field.label}" cannot contain consecutive hyphens ("--")`);
  return refusals;
};

export const secretName: FieldRule = (value, field) => {
  const name = String(value);
  const refusals: Refusal[] = [];
  if (name.length > 127)
    refusals.push(`\`${field.label}\` must be between 1 and 127 characters in length, got ${name.length}`);
  if (!/^[0-9a-zA-Z-]+$/.test(name))
    refusals.push(`\`${field.label}\` may only contain alphanumeric characters and dashes`);
  return refusals;
};

/** A public key in OpenSSH form that Azure takes: RSA of 2048 bits or more, or Ed25519. */
export const sshKey: FieldRule = (value, field) => {
  const text = String(value).trim();
  if (text === '') return [`expected "${field.label}" to not be an empty string or whitespace`];
  const [, encoded] = text.split(/\s+/);
  if (encoded === undefined) return [`"${field.label}" is not a complete SSH2 Public Key`];
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(encoded))
    return [`decoding "${field.label}" for public key data`];
  const parts = sshParts(Buffer.from(encoded, 'base64'));
  const kind = parts?.[0]?.toString('latin1') ?? '';
  if (kind === 'ssh-rsa' && parts?.length === 3) {
    const modulus = (parts[2] ?? Buffer.alloc(0)).subarray(parts[2]?.[0] === 0 ? 1 : 0);
    const bits = modulus.length * 8;
    return bits >= 2048
      ? []
      : [
          `- the provided RSA SSH key has ${bits} bits. Only ssh-rsa keys with 2048 bits or higher are supported by Azure`,
        ];
  }
  if (kind === 'ssh-ed25519' && parts?.length === 2 && parts[1]?.length === 32) return [];
  if (kind.startsWith('ecdsa-')) {
    return [
      `- the provided ${kind} SSH key is not supported. Only RSA and ED25519 SSH keys are supported by Azure`,
    ];
  }
  return [`parsing "${field.label}" as a public key object`];
};

/** The length-prefixed parts of an SSH key blob, or undefined where the lengths do not add up. */
function sshParts(blob: Buffer): readonly Buffer[] | undefined {
  const parts: Buffer[] = [];
  let at = 0;
  while (at < blob.length) {
    if (at + 4 > blob.length) return undefined;
    const length = blob.readUInt32BE(at);
    if (at + 4 + length > blob.length) return undefined;
    parts.push(blob.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return parts;
}

/** Azure's limits on tags (`tags.Validate`): number, length of names and of values. */
export function tagLimits(maximum = 50): ConfigRule {
  return (config) => {
    const tags = config['tags'];
    if (!isObject(tags)) return [];
    const entries = Object.entries(tags);
    const refusals =
      entries.length > maximum ? [`a maximum of ${maximum} tags can be applied to each ARM resource`] : [];
    for (const [name, value] of entries) {
      if (name.length > 512)
        refusals.push(
          `the maximum length for a tag key is 512 characters: "${name}" is ${name.length} characters`,
        );
      if (value !== UNKNOWN && typeof value === 'string' && value.length > 256) {
        refusals.push(
          `the maximum length for a tag value is 256 characters: the value for "${name}" is ${value.length} characters`,
        );
      }
    }
    return refusals.map((refusal) => diagnostic(refusal, ['tags']));
  };
}
