import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { trustProblem } from '#lib/nodes/trust-policy.js';

const PLACE = { account: '123456789012', region: 'eu-central-1' };
const ARN = 'arn:aws:ssm:eu-central-1:123456789012:*';

function policy(statement: object): string {
  const base = {
    Effect: 'Allow',
    Principal: { Service: 'ssm.amazonaws.com' },
    Action: 'sts:AssumeRole',
  };
  return JSON.stringify({ Version: '2012-10-17', Statement: [{ ...base, ...statement }] });
}

describe('the trust policy of the nodes role', () => {
  test.each<readonly [string, object]>([
    ['without a condition', {}],
    [
      'with several services and actions',
      {
        Principal: { Service: ['ec2.amazonaws.com', 'ssm.amazonaws.com'] },
        Action: ['sts:AssumeRole', 'sts:TagSession'],
      },
    ],
    [
      'bound to account and region, as AWS writes it',
      {
        Condition: {
          StringEquals: { 'aws:SourceAccount': '123456789012' },
          ArnEquals: { 'aws:SourceArn': ARN },
        },
      },
    ],
    [
      'bound to any region of the account',
      {
        Condition: { ArnLike: { 'AWS:SourceArn': 'arn:aws:ssm:*:123456789012:*' } },
      },
    ],
    [
      'bound to one of two accounts',
      {
        Condition: { StringEquals: { 'aws:SourceAccount': ['210987654321', '123456789012'] } },
      },
    ],
  ])('%s', (_name, statement) => {
    expect(trustProblem(policy(statement), PLACE)).toEqual({ kind: 'none' });
  });

  test.each<readonly [string, object]>([
    ['of another service', { Principal: { Service: 'ec2.amazonaws.com' } }],
    ['of everybody', { Principal: '*' }],
    ['for another action', { Action: 'sts:TagSession' }],
    ['for another account', { Condition: { StringEquals: { 'aws:SourceAccount': '210987654321' } } }],
    [
      'for another region',
      {
        Condition: { ArnEquals: { 'aws:SourceArn': 'arn:aws:ssm:us-east-1:123456789012:*' } },
      },
    ],
  ])('%s does not do', (_name, statement) => {
    expect(trustProblem(policy(statement), PLACE).kind).toBe('missing');
  });

  test.each<readonly [string, string]>([
    ['that is no JSON', '{'],
    ['with a Deny', policy({ Effect: 'Deny' })],
    [
      'with a condition on something else',
      policy({ Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } }),
    ],
    ['with a negated condition', policy({ Condition: { StringNotEquals: { 'aws:SourceAccount': '1' } } })],
  ])('%s is not judged', (_name, text) => {
    expect(trustProblem(text, PLACE).kind).toBe('unknown');
  });

  test('conditions are not judged without the account', () => {
    const text = policy({ Condition: { StringEquals: { 'aws:SourceAccount': '123456789012' } } });
    expect(trustProblem(text, { ...PLACE, account: undefined }).kind).toBe('unknown');
  });

  test('an account that is not named never does', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{12}$/), (account) => {
        const text = policy({ Condition: { StringEquals: { 'aws:SourceAccount': account } } });
        const wanted = account === PLACE.account ? 'none' : 'missing';
        expect(trustProblem(text, PLACE).kind).toBe(wanted);
      }),
    );
  });
});
