/** NodeConfig: what nodeadm would refuse, what it would pass over without a word, and what is written. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';
import { labelError, taintError } from '#lib/nodes/node-config-rules.js';
import { readNodeConfig, renderNodeConfig } from '#lib/nodes/node-config.js';

const CODE = 'Zq7Xv9Wm2Kd4Rt6Yb8Nc';
const ID = '0e9c7d1a-2b3c-4d5e-8f90-a1b2c3d4e5f6';

interface Parts {
  readonly cluster?: object;
  readonly hybrid?: object;
  readonly rest?: object;
  readonly root?: object;
}

const config = ({ cluster = {}, hybrid, rest = {}, root = {} }: Parts = {}): string =>
  JSON.stringify({
    apiVersion: 'node.eks.aws/v1alpha1',
    kind: 'NodeConfig',
    ...root,
    spec: {
      cluster: { name: 'hybrid', region: 'eu-central-1', ...cluster },
      hybrid: hybrid ?? { ssm: { activationCode: CODE, activationId: ID } },
      ...rest,
    },
  });

const ARN = 'arn:aws:iam::111122223333:role/x';
const ANYWHERE = { nodeName: 'n1', trustAnchorArn: ARN, profileArn: ARN, roleArn: ARN };

test('a sound one has its facts and nothing against it', () => {
  expect(readNodeConfig(config())).toEqual({
    cluster: 'hybrid',
    region: 'eu-central-1',
    provider: 'ssm',
    activationCode: CODE,
    errors: [],
    warnings: [],
  });
  expect(readNodeConfig(config({ hybrid: { iamRolesAnywhere: ANYWHERE } })).provider).toBe('iam-ra');
});

describe('is refused', () => {
  const ssm = (more: object) => ({ ssm: { activationCode: CODE, activationId: ID, ...more } });
  const flags = (...list: readonly string[]) => ({ rest: { kubelet: { flags: list } } });
  test.each<[string, string, string]>([
    ['nothing', '', 'it is empty'],
    ['another kind', config({ root: { kind: 'Node' } }), 'kind: '],
    ['another version', config({ root: { apiVersion: 'node.eks.aws/v1' } }), 'apiVersion: '],
    ['an unknown member', config({ rest: { extra: 1 } }), 'extra'],
    ['no region', config({ cluster: { region: undefined } }), 'spec.cluster.region: '],
    ['an empty name', config({ cluster: { name: '' } }), 'spec.cluster.name: must not be empty'],
    [
      'the region below hybrid',
      config({ hybrid: { ...ssm({}), region: 'eu-west-1' } }),
      'into spec.cluster.region',
    ],
    ['no provider', config({ hybrid: {} }), 'neither is given'],
    ['two providers', config({ hybrid: { ...ssm({}), iamRolesAnywhere: ANYWHERE } }), 'both are given'],
    ['a short code', config({ hybrid: ssm({ activationCode: 'short' }) }), 'must have 20 to 250 characters'],
    [
      'a code without quotes',
      config({ hybrid: ssm({ activationCode: 1234567890123456 }) }),
      'put it in quotes',
    ],
    ['an id in capitals', config({ hybrid: ssm({ activationId: ID.toUpperCase() }) }), 'UUID in lower case'],
    [
      'a long node name',
      config({ hybrid: { iamRolesAnywhere: { ...ANYWHERE, nodeName: 'n'.repeat(65) } } }),
      '64',
    ],
    ['another host name', config(flags('--hostname-override=a')), '--hostname-override is refused'],
    ['two flags in one', config(flags('-v 2')), 'one flag in the form'],
    [
      'a reserved label',
      config(flags('--node-labels=a=b,node-role.kubernetes.io/w=')),
      'node-role.kubernetes.io/w',
    ],
    ['a taint without effect', config(flags('--register-with-taints=a=b')), 'no taint'],
    ['no pods', config({ rest: { kubelet: { config: { maxPods: 0 } } } }), 'maxPods'],
    ['a key twice', `${config().slice(0, -1)},"kind":"NodeConfig"}`, 'line 1: duplicate key'],
    ['two documents', `${config()}\n---\n${config()}`, 'it holds 2 documents'],
    [
      'aliases without end',
      'a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: &d [*c,*c]\ne: &e [*d,*d]\nf: &f [*e,*e]\ng: [*f,*f,*f,*f]\n',
      '',
    ],
  ])('%s', (_, text, said) => {
    const { errors } = readNodeConfig(text);
    expect(errors.length).toBeGreaterThan(0);
    expect(errors.join('\n')).toContain(said);
    expect(errors.join('\n')).not.toContain(CODE);
  });
});

test('three members that make nodeadm skip its checks are warned of, two are not', () => {
  const cluster = { apiServerEndpoint: 'https://x', certificateAuthority: 'QUJD', cidr: '172.20.0.0/16' };
  expect(readNodeConfig(config({ cluster })).warnings.join()).toContain('without saying so');
  const { errors, warnings } = readNodeConfig(config({ cluster: { ...cluster, cidr: '' } }));
  expect([errors, warnings]).toEqual([[], []]);
});

test('no fault of the text brings a line of it into the message', () => {
  const text = config();
  fc.assert(
    fc.property(
      fc.nat({ max: text.length }),
      fc.constantFrom('{', '"', ': ', '\n- ', '\t', '&', '*'),
      (at, noise) => {
        const broken = `${text.slice(0, at)}${noise}${text.slice(at)}`;
        expect(readNodeConfig(broken).errors.join('\n')).not.toContain(CODE);
      },
    ),
    { numRuns: 300 },
  );
});

test('what is written is read back as it was meant', () => {
  const word = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
  const parts = fc.record({
    cluster: fc.stringMatching(/^[0-9A-Za-z][0-9A-Za-z_-]{0,20}$/),
    region: fc.constantFrom('eu-central-1', 'us-gov-west-1', 'cn-north-1'),
    activationId: fc.constant(ID),
    activationCode: fc.stringMatching(/^[ -~]{20,40}$/),
    labels: fc.array(fc.tuple(word, word).map(([key, value]) => `example.com/${key}=${value}`)),
    taints: fc.array(word.map((key) => `${key}:NoExecute`)),
    maxPods: fc.option(fc.integer({ min: 1, max: 1000 }), { nil: undefined }),
    enableCredentialsFile: fc.boolean(),
  });
  fc.assert(
    fc.property(parts, (given) => {
      const text = renderNodeConfig(given);
      const { cluster, region, activationCode } = given;
      expect(readNodeConfig(text)).toEqual({
        cluster,
        region,
        activationCode,
        provider: 'ssm',
        errors: [],
        warnings: [],
      });
      const flags = (parse(text) as { spec: { kubelet?: { flags?: string[] } } }).spec.kubelet?.flags ?? [];
      const all = [...given.labels, ...given.taints];
      expect(flags.flatMap((flag) => flag.replace(/^--[a-z-]+=/, '').split(','))).toEqual(all);
    }),
  );
});

test.each([
  ['topology.kubernetes.io/zone=azure-1', true],
  ['node.kubernetes.io/anything=', true],
  ['a.node.kubernetes.io/x=1', true],
  ['example.com/pool=blue', true],
  ['kubernetes.io/role=x', false],
  ['x.k8s.io/y=z', false],
  ['notkubernetes.io/x=1', true],
  ['a', false],
  ['a=b c', false],
  [`a=${'x'.repeat(64)}`, false],
])('label %s', (label, isRight) => {
  expect(labelError(label) === undefined).toBe(isRight);
});

test.each([
  ['a=b:NoSchedule', true],
  ['a:NoExecute', true],
  ['a=b', false],
  ['a=b:Never', false],
  ['=b:NoSchedule', false],
])('taint %s', (taint, isRight) => {
  expect(taintError(taint) === undefined).toBe(isRight);
});
