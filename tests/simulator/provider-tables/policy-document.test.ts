import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { ObjectValue } from '#simulator/terraform-provider/engine/types.js';
import { iamPolicyDocument } from '#simulator/terraform-provider/data/policy-document.js';
import { instance, worldOf } from './schemas.ts';

interface Recorded {
  readonly name: string;
  readonly config: ObjectValue;
  readonly id: string;
  readonly json: string;
  readonly minified_json: string;
}

/** What hashicorp/aws 5.100.0 made of these arguments (`terraform plan` of Terraform 1.11.4, outputs of the data source). */
const recorded = JSON.parse(
  readFileSync(new URL('../../fixtures/provider-tables/policy-documents.json', import.meta.url), 'utf8'),
) as readonly Recorded[];

const read = (config: ObjectValue) =>
  iamPolicyDocument({ instance: instance('aws'), config, objects: worldOf([]) });
const statement = (sid: string) => ({ sid, actions: ['a'], resources: ['*'] });

describe('aws_iam_policy_document', () => {
  test.each(recorded)('$name: the same bytes as the real provider', ({ config, id, json, minified_json }) => {
    // Terraform sends the elements of a set in order.
    const sets = JSON.parse(JSON.stringify(config), (key, value: unknown) =>
      Array.isArray(value) &&
      ['actions', 'not_actions', 'resources', 'not_resources', 'identifiers'].includes(key)
        ? [...value].sort()
        : value,
    ) as ObjectValue;
    expect(read(sets)).toMatchObject({ state: { id, json, minified_json } });
  });

  test.each([
    [
      { statement: [statement('A'), statement('A')] },
      'writing IAM Policy Document: duplicate Sid (A). Remove the Sid or ensure the Sid is unique.',
    ],
    [
      { source_policy_documents: ['{"Statement":[{"Sid":"A"}]}', '{"Statement":[{"Sid":"A"}]}'] },
      'writing IAM Policy Document: merging source document 1: duplicate Sid (A) in source_policy_documents (statement 0). Remove the Sid or ensure Sids are unique.',
    ],
    [
      { version: '2008-10-17', statement: [{ actions: ['a'], resources: ['&{aws:username}'] }] },
      'reading resources: found &{ sequence in (&{aws:username}), which is not supported in document version 2008-10-17',
    ],
    [
      { source_policy_documents: ['{"Statement":{"Sid":"A"}}'] },
      'writing IAM Policy Document: merging source document 0: json: cannot unmarshal object into Go struct field IAMPolicyDoc.Statement of type []*iam.IAMPolicyStatement',
    ],
  ])('%j is refused in the same words', (config, summary) => {
    expect(read(config)).toMatchObject({ diagnostics: [{ severity: 'error', summary }] });
  });
});
