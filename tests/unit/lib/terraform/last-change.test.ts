import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { identityOf, logQuestion, shownName } from '#lib/terraform/last-change.js';

const ask = (type: string, before: object) => logQuestion({ type, identity: identityOf(before) });
const SUBSCRIPTION = '00000000-0000-4000-8000-000000000001';

describe('what is asked for', () => {
  test('an object of AWS by id and ARN, in the region of its ARN', () => {
    const arn = 'arn:aws:ec2:eu-west-1:123456789012:vpc/vpc-0123456789abcdef0';
    expect(ask('aws_vpc', { id: 'vpc-0123456789abcdef0', arn, region: 'eu-central-1' })).toEqual({
      cloud: 'aws',
      region: 'eu-west-1',
      names: ['vpc-0123456789abcdef0', arn],
      source: null,
    });
  });

  test('a name that other services may use, at its own service alone', () => {
    const arn = 'arn:aws:eks:eu-west-1:123456789012:cluster/hybrid';
    expect(ask('aws_eks_cluster', { id: 'hybrid', arn })).toMatchObject({
      names: ['hybrid', arn],
      source: 'eks.amazonaws.com',
    });
    expect(ask('aws_eks_addon', { id: 'hybrid:coredns', cluster_name: 'hybrid' })).toMatchObject({
      names: ['hybrid'],
      source: 'eks.amazonaws.com',
    });
  });

  test('a part by what it is a part of', () => {
    const route = { id: 'r-rtb-0123456789abcdef01', route_table_id: 'rtb-0123456789abcdef0' };
    expect(ask('aws_route', { ...route, region: 'eu-central-1' })).toEqual({
      cloud: 'aws',
      region: 'eu-central-1',
      names: ['rtb-0123456789abcdef0'],
      source: null,
    });
  });

  test.each([
    ['aws', 'us-east-1'],
    ['aws-cn', 'cn-north-1'],
    ['aws-us-gov', 'us-gov-west-1'],
  ])('IAM of partition %s in %s', (partition, region) => {
    const arn = `arn:${partition}:iam::123456789012:role/nodes`;
    expect(ask('aws_iam_role', { id: 'nodes', arn })).toMatchObject({ region, source: 'iam.amazonaws.com' });
  });

  test('an object of Azure by its id in its subscription', () => {
    const id = `/subscriptions/${SUBSCRIPTION}/resourceGroups/a/providers/Microsoft.Network/virtualNetworks/n`;
    const question = { cloud: 'azure', subscriptionId: SUBSCRIPTION, resourceId: id };
    expect(ask('azurerm_virtual_network', { id })).toEqual(question);
    expect(ask('azapi_resource', { id })).toEqual(question);
  });

  test.each([
    ['azurerm_key_vault_secret', { id: 'https://vault.example/secrets/x' }],
    ['azurerm_nat_gateway_public_ip_association', { id: `/subscriptions/${SUBSCRIPTION}/a|/b` }],
    ['aws_vpc', { tags: { id: 'x' } }],
    ['aws_vpc', null],
    ['helm_release', { id: 'cilium' }],
  ])('nothing for %s with %j, and why', (type, before) => {
    expect(logQuestion({ type, identity: identityOf(before) })).toEqual({
      cloud: null,
      reason: expect.stringMatching(/\.$/),
    });
  });

  test('values with other names are not kept', () => {
    expect(identityOf({ id: 'a', password: 'b', arn: 3, region: '' })).toEqual({ id: 'a' });
  });
});

describe('a name that is shown', () => {
  test.each([
    ['hybrid-apply', 'hybrid-apply'],
    ['nightly-123-1', 'nightly-123-1'],
    ['00000000-0000-4000-8000-000000000004', '00000000-0000-4000-8000-000000000004'],
    [' Casey\nOperator ', 'Casey Operator'],
    ['casey@example.com', null],
    ['casey_example.com#EXT#', null],
    ['from 203.0.113.7', null],
    ['2001:db8::1', null],
    ['', null],
    [7, null],
  ])('%j is %j', (name, shown) => {
    expect(shownName(name)).toBe(shown);
  });

  test('never holds an e-mail address, an IPv4 address or a line end', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.emailAddress(), fc.ipV4()), fc.string(), (part, other) => {
        const shown = shownName(`${other}${part}`) ?? '';
        expect(shown).not.toMatch(/@|\r|\n/);
        expect(shown.length).toBeLessThanOrEqual(128);
      }),
    );
    fc.assert(
      fc.property(fc.ipV4(), (ip) => {
        expect(shownName(`host ${ip}`)).toBeNull();
      }),
    );
  });
});
