import { describe, expect, test } from '@jest/globals';
import type { CtyType } from '#simulator/terraform-provider/cty/types.js';
import type { ProviderName } from '#simulator/terraform-provider/engine/types.js';
import { findProviderBinary, startRealProvider } from '#simulator/terraform-provider/real.js';
import { encodeSchema } from '#simulator/terraform-provider/schema/encode.js';
import { loadProvider } from '#simulator/terraform-provider/schema/load.js';
import type { Attribute, Attributes, Block } from '#simulator/terraform-provider/schema/model.js';
import { MESSAGES } from '#simulator/terraform-provider/wire/messages.js';
import { decodeMessage, type Message } from '#simulator/terraform-provider/wire/protobuf.js';

/**
 * A filter that takes documentation out of a schema by the key `description` also takes out arguments of that name.
 * Here is every one that the real providers have among the kept types; schemas/README.md says on what evidence.
 * `r` is a resource, `d` a data source; `[]` stands for the elements of a collection.
 */
const DESCRIPTIONS: Readonly<Record<ProviderName, Readonly<Record<string, string>>>> = {
  aws: {
    'd aws_ami.description': 'computed',
    'd aws_ec2_managed_prefix_list.entries[].description': 'member',
    'd aws_ec2_transit_gateway.description': 'computed',
    'd aws_region.description': 'computed',
    'r aws_default_security_group.description': 'computed',
    'r aws_default_security_group.egress[].description': 'member',
    'r aws_default_security_group.ingress[].description': 'member',
    'r aws_ec2_transit_gateway.description': 'optional',
    'r aws_iam_policy.description': 'optional',
    'r aws_iam_role.description': 'optional',
    'r aws_kms_key.description': 'optional computed',
    'r aws_launch_template.description': 'optional',
    'r aws_launch_template.network_interfaces.description': 'optional',
    'r aws_secretsmanager_secret.description': 'optional',
    'r aws_security_group.description': 'optional',
    'r aws_security_group.egress[].description': 'member',
    'r aws_security_group.ingress[].description': 'member',
    'r aws_security_group_rule.description': 'optional',
    'r aws_ssm_activation.description': 'optional',
    'r aws_ssm_parameter.description': 'optional',
    'r aws_vpc_security_group_egress_rule.description': 'optional',
    'r aws_vpc_security_group_ingress_rule.description': 'optional',
  },
  azurerm: {
    'd azurerm_role_definition.description': 'computed',
    'r azurerm_monitor_metric_alert.description': 'optional',
    'r azurerm_network_security_group.security_rule[].description': 'member',
    'r azurerm_network_security_rule.description': 'optional',
    'r azurerm_role_assignment.description': 'optional',
    'r azurerm_role_definition.description': 'optional',
  },
  azapi: {},
  helm: { 'r helm_release.description': 'optional computed' },
  kubernetes: {},
};

/** Those of them whose change makes a new object, and what is planned where none is given. */
const REPLACING = ['aws_iam_policy', 'aws_security_group', 'aws_ssm_activation'];
const DEFAULTS = { aws_security_group: 'Managed by Terraform' };

const NAMES = ['aws', 'azurerm', 'azapi', 'helm', 'kubernetes'] as const;

describe.each(NAMES)('the schema of %s', (name) => {
  const provider = loadProvider(name);

  test('has the attributes that are themselves named "description", and no others', () => {
    const { resources, dataSources, ephemeralResources } = provider.schema;
    const found = [
      ...Object.entries(resources).flatMap(([type, { block }]) => inBlock(block, `r ${type}`)),
      ...Object.entries(dataSources).flatMap(([type, { block }]) => inBlock(block, `d ${type}`)),
      ...Object.entries(ephemeralResources).flatMap(([type, { block }]) => inBlock(block, `e ${type}`)),
      ...inBlock(provider.schema.provider.block, 'provider'),
    ];
    expect(Object.fromEntries(found)).toEqual(DESCRIPTIONS[name]);
  });

  const binary = findProviderBinary(provider, process.env);
  const title = 'is that of the real provider';
  if (binary === undefined) {
    test.skip(`${title} (no binary of version ${provider.version} in EHA_PROVIDER_MIRROR or a plugin folder)`, () =>
      undefined);
    return;
  }
  test(title, async () => {
    const real = await startRealProvider(binary, provider);
    const theirs = await real.client.call('GetSchema', {}).finally(() => real.stop());
    const ours = decodeMessage(
      MESSAGES[provider.protocol],
      'GetSchemaResponse',
      encodeSchema(provider, new Set()),
    );
    expect(plain(ours['provider'])).toEqual(plain(theirs['provider']));
    for (const kind of ['resource_schemas', 'data_source_schemas', 'ephemeral_resource_schemas']) {
      const all = mapField(theirs[kind]);
      const mine = mapField(ours[kind]);
      expect(mine.size).toBeGreaterThan(0);
      const kept = [...mine].map(([type, schema]) => [type, plain(schema)] as const);
      const wanted = kept.map(([type]) => [type, plain(all.get(type))] as const);
      expect(Object.fromEntries(kept)).toEqual(Object.fromEntries(wanted));
    }
  });
});

test('the profiles say which descriptions replace the object and which have a default', () => {
  const profiles = NAMES.flatMap((name) => Object.entries(loadProvider(name).profiles));
  const replacing = profiles.filter(([, { forceNew }]) =>
    forceNew.some((path) => /(^|\.)description$/.test(path)),
  );
  expect(replacing.map(([type]) => type).sort()).toEqual(REPLACING);
  const defaults = profiles.filter(([, profile]) => 'description' in profile.defaults);
  expect(
    Object.fromEntries(defaults.map(([type, profile]) => [type, profile.defaults['description']])),
  ).toEqual(DEFAULTS);
});

type Found = readonly [path: string, flags: string];

/** Attributes and members of object types named "description", each with what it is. */
function inBlock(block: Block, path: string): readonly Found[] {
  return [
    ...inAttributes(block.attributes, path),
    ...Object.entries(block.blocks).flatMap(([name, nested]) => inBlock(nested.block, `${path}.${name}`)),
  ];
}

function inAttributes(attributes: Attributes, path: string): readonly Found[] {
  return Object.entries(attributes).flatMap(([name, attribute]) => {
    const at = `${path}.${name}`;
    const inner =
      attribute.nested === undefined
        ? inType(attribute.type, at)
        : inAttributes(attribute.nested.attributes, at);
    return name === 'description' ? [[at, flagsOf(attribute)] as const, ...inner] : inner;
  });
}

function inType(type: CtyType, path: string): readonly Found[] {
  if (type.kind === 'object')
    return Object.entries(type.attributes).flatMap(([name, member]) => {
      const at = `${path}.${name}`;
      return name === 'description' ? [[at, 'member'] as const] : inType(member, at);
    });
  return 'element' in type ? inType(type.element, `${path}[]`) : [];
}

function flagsOf(attribute: Attribute): string {
  return (['required', 'optional', 'computed'] as const).filter((flag) => attribute[flag]).join(' ');
}

function mapField(value: Message[string]): ReadonlyMap<string, Message> {
  return value instanceof Map ? (value as ReadonlyMap<string, Message>) : new Map();
}

/** What the kept schemas leave out: documentation and deprecation. */
const LEFT_OUT = new Set(['description', 'description_kind', 'deprecated', 'deprecation_message']);

/** A schema message to compare: attributes and blocks by name, no documentation, what is false or zero left out. */
function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return JSON.parse(Buffer.from(value).toString('utf8'));
  if (Array.isArray(value))
    return Object.fromEntries(value.map((item: Message) => [item['name'] ?? item['type_name'], plain(item)]));
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(([name, inner]) => !LEFT_OUT.has(name) && !isZero(inner));
  return Object.fromEntries(fields.map(([name, inner]) => [name, plain(inner)]));
}

function isZero(value: unknown): boolean {
  return (
    [undefined, false, 0, ''].includes(value as undefined) || (Array.isArray(value) && value.length === 0)
  );
}
