import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { PlanJson, ResourceChangeJson } from '#lib/terraform/plan-json.js';
import { hasChanges, isApplyable, type PlanCounts } from '#lib/terraform/plan-model.js';
import {
  fixtureModel,
  fixtureNames,
  fixturePlan,
  fixtureText,
  modelOf,
  openTofuModel,
  openTofuNames,
} from './plan-fixtures.ts';

/** Counts by string comparison of the raw rows; shares nothing with the code under test. */
function countIndependently(text: string): Record<string, number> {
  const plan = JSON.parse(text) as {
    resource_changes?: {
      address: string;
      previous_address?: string;
      change: { actions: string[]; importing?: object };
    }[];
    output_changes?: Record<string, { actions: string[] }>;
    checks?: { status: string }[];
  };
  const rows = plan.resource_changes ?? [];
  const having = (...actions: string[]) =>
    rows.filter((row) => row.change.actions.join('+') === actions.join('+'));
  const still = having('no-op');
  return {
    create: having('create').length,
    update: having('update').length,
    replace: having('delete', 'create').length + having('create', 'delete').length,
    replaceDeleteFirst: having('delete', 'create').length,
    replaceCreateFirst: having('create', 'delete').length,
    delete: having('delete').length,
    read: having('read').length,
    forget: having('forget').length,
    createForget: having('create', 'forget').length,
    importOnly: still.filter((row) => row.change.importing).length,
    moveOnly: still.filter((row) => row.previous_address && !row.change.importing).length,
    noOp: still.filter((row) => !row.previous_address && !row.change.importing).length,
    import: rows.filter((row) => row.change.importing).length,
    move: rows.filter((row) => row.previous_address).length,
    destroys: rows.filter((row) => row.change.actions.includes('delete')).length,
    outputs: Object.values(plan.output_changes ?? {}).filter((change) => change.actions[0] !== 'no-op')
      .length,
    failedChecks: (plan.checks ?? []).filter((check) => ['fail', 'error'].includes(check.status)).length,
  };
}

const NONE: PlanCounts = {
  create: 0,
  update: 0,
  replace: 0,
  replaceDeleteFirst: 0,
  replaceCreateFirst: 0,
  delete: 0,
  read: 0,
  forget: 0,
  createForget: 0,
  importOnly: 0,
  moveOnly: 0,
  noOp: 0,
  import: 0,
  move: 0,
  destroys: 0,
  deferred: 0,
  actionInvocations: 0,
  outputs: 0,
  drift: 0,
  failedChecks: 0,
};

function row(fields: Partial<ResourceChangeJson> & { actions: string[] }): ResourceChangeJson {
  const { actions, ...rest } = fields;
  return {
    address: 'terraform_data.x',
    mode: 'managed',
    type: 'terraform_data',
    name: 'x',
    change: { actions },
    ...rest,
  };
}

const planOf = (fields: Partial<PlanJson>): PlanJson => ({ format_version: '1.2', ...fields });

describe('the counts', () => {
  test('every folder of fixtures is tested', () => {
    const folders = readdirSync(join(import.meta.dirname, '../../../fixtures/plans'), {
      withFileTypes: true,
    });
    expect(folders.filter((entry) => entry.isDirectory()).map((entry) => entry.name)).toEqual([
      ...fixtureNames,
    ]);
  });

  test.each(fixtureNames)('of %s equal an independent count of the same JSON', (name) => {
    const model = fixtureModel(name);
    expect(model.counts).toMatchObject(countIndependently(fixtureText(name)));
    const { create, update, replace, read, forget, createForget, importOnly, moveOnly, noOp } = model.counts;
    const all = create + update + replace + model.counts.delete + read + forget + createForget;
    expect(all + importOnly + moveOnly + noOp).toBe((fixturePlan(name).resource_changes ?? []).length);
    expect(model.changes).toHaveLength(all + importOnly + moveOnly);
  });

  test('of a plan with every kind that Terraform makes', () => {
    expect(fixtureModel('kinds').counts).toEqual({
      ...NONE,
      create: 1,
      update: 3,
      replace: 2,
      replaceDeleteFirst: 1,
      replaceCreateFirst: 1,
      delete: 3,
      read: 1,
      forget: 1,
      importOnly: 1,
      moveOnly: 1,
      noOp: 2,
      import: 2,
      move: 2,
      destroys: 5,
      outputs: 3,
    });
  });

  test('of the single-purpose plans', () => {
    expect(fixtureModel('import-only').counts).toEqual({ ...NONE, import: 1, importOnly: 1 });
    expect(fixtureModel('move-only').counts).toEqual({ ...NONE, move: 1, moveOnly: 1 });
    expect(fixtureModel('forget-only').counts).toEqual({ ...NONE, forget: 2 });
    expect(fixtureModel('outputs-only').counts).toEqual({ ...NONE, noOp: 1, outputs: 1 });
    expect(fixtureModel('empty').counts).toEqual(NONE);
    expect(fixtureModel('destroy').counts).toEqual({ ...NONE, delete: 2, destroys: 2, outputs: 1 });
    expect(fixtureModel('many').counts).toEqual({ ...NONE, create: 9 + 300 + 12 + 2 });
  });

  test('take create-forget as neither a replacement nor a destroy', () => {
    const model = modelOf(planOf({ resource_changes: [row({ actions: ['create', 'forget'] })] }));
    expect(model.counts).toEqual({ ...NONE, createForget: 1 });
    expect(model.changes[0]).toMatchObject({ kind: 'create-forget', order: null });
  });
});

describe('rows', () => {
  const changes = new Map(fixtureModel('kinds').changes.map((change) => [change.address, change]));

  test('say kind, order, reason, origin and import', () => {
    expect(changes.get('terraform_data.replaced')).toMatchObject({
      kind: 'replace',
      order: 'delete-first',
      reason: 'replace_because_cannot_update',
      replacePaths: ['triggers_replace'],
    });
    expect(changes.get('terraform_data.replaced_first')).toMatchObject({
      kind: 'replace',
      order: 'create-first',
    });
    expect(changes.get('terraform_data.new_name')).toMatchObject({
      kind: 'move',
      previousAddress: 'terraform_data.old_name',
    });
    expect(changes.get('terraform_data.new_name_updated')).toMatchObject({
      kind: 'update',
      previousAddress: 'terraform_data.old_name_updated',
    });
    expect(changes.get('terraform_data.imported')).toMatchObject({ kind: 'import', importing: true });
    expect(changes.get('terraform_data.imported_updated')).toMatchObject({ kind: 'update', importing: true });
    expect(changes.get('terraform_data.forgotten')).toMatchObject({ kind: 'forget' });
    expect(changes.get('data.terraform_remote_state.late')).toMatchObject({ kind: 'read', mode: 'data' });
    expect(changes.get('terraform_data.counted[1]')).toMatchObject({
      index: 1,
      reason: 'delete_because_count_index',
    });
    expect(changes.has('terraform_data.kept')).toBe(false);
  });

  test('name the changed attributes and count what is unknown', () => {
    const names = changes
      .get('terraform_data.updated')
      ?.attributes.map((it) => `${it.change} ${it.path}${it.unknown ? ' ?' : ''}`);
    expect(names).toEqual(
      expect.arrayContaining([
        'changed input.name',
        'added input.ports[2]',
        'added input.tags.Owner',
        'removed input.tags["cost/center"]',
        'changed output ?',
      ]),
    );
    expect(changes.get('terraform_data.updated')?.unknownCount).toBe(1);
    expect(changes.get('terraform_data.created')).toMatchObject({ attributes: [], unknownCount: 3 });
  });

  test('of one address are told apart by the deposed key', () => {
    const rows = fixtureModel('deposed').changes.map(({ address, deposed, kind }) => ({
      address,
      deposed,
      kind,
    }));
    expect(rows).toEqual([
      { address: 'terraform_data.replaced', deposed: null, kind: 'replace' },
      { address: 'terraform_data.replaced', deposed: '0a1b2c3d', kind: 'delete' },
    ]);
  });

  test('keep addresses with odd keys and deep modules as they are', () => {
    const addresses = fixtureModel('many').changes.map((change) => change.address);
    expect(addresses).toContain('terraform_data.odd["quote\\"d"]');
    expect(addresses).toContain('terraform_data.odd["br]ack[et"]');
    expect(addresses).toContain(`${'module.level.'.repeat(13)}terraform_data.here[1]`);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  test('mark what is sensitive', () => {
    const model = fixtureModel('sensitive');
    const sensitive = model.changes.flatMap((change) =>
      change.attributes.filter((it) => it.sensitive).map((it) => `${change.name} ${it.path}`),
    );
    expect(sensitive).toEqual(['becomes_sensitive input', 'holder input.password', 'whole input']);
    expect(model.outputs).toMatchObject([
      {
        name: 'password',
        kind: 'update',
        sensitive: true,
        unknown: false,
        attributes: [{ path: 'password', before: '(sensitive)', after: '(sensitive)', lines: null }],
      },
    ]);
  });

  test('of outputs tell what differs to the leaf, under the name of the output', () => {
    const { outputs } = modelOf({
      format_version: '1.2',
      output_changes: {
        subnets: {
          actions: ['update'],
          before: { a: { id: 'subnet-1', zone: 'a' } },
          after: { a: { id: 'subnet-2', zone: 'a' }, b: { id: 'subnet-3', zone: 'b' } },
        },
        arn: { actions: ['create'], before: null, after_unknown: true },
        gone: { actions: ['delete'], before: 'x', after: null },
      },
    });
    expect(outputs.flatMap(({ attributes }) => attributes)).toMatchObject([
      { path: 'subnets.a.id', change: 'changed', before: '"subnet-1"', after: '"subnet-2"' },
      { path: 'subnets.b', change: 'added', before: null },
      { path: 'arn', change: 'added', unknown: true, before: null, after: null },
      { path: 'gone', change: 'removed', before: '"x"', after: null },
    ]);
  });

  test('of created objects have the values that are known, and of very many objects only their number', () => {
    const row = (index: number): ResourceChangeJson => ({
      address: `aws_instance.x[${String(index)}]`,
      mode: 'managed',
      type: 'aws_instance',
      name: 'x',
      change: {
        actions: ['create'],
        before: null,
        after: { ami: 'ami-1', tags: { Name: 'x' }, user_data: 'hunter2', host_id: null },
        after_unknown: { arn: true, tags: {} },
        after_sensitive: { user_data: true, tags: {} },
      },
    });
    const { changes } = modelOf({
      format_version: '1.2',
      resource_changes: Array.from({ length: 203 }, (_, index) => row(index)),
    });
    const [first] = changes;
    expect(first?.attributes.map(({ path, after }) => [path, after])).toEqual([
      ['ami', '"ami-1"'],
      ['tags', '{ Name = "x" }'],
      ['user_data', '(sensitive)'],
    ]);
    expect(first).toMatchObject({ attributesOmitted: 0, unknownCount: 1 });
    expect(JSON.stringify(changes)).not.toContain('hunter2');
    expect(
      changes.slice(200).map(({ attributes, attributesOmitted }) => [attributes.length, attributesOmitted]),
    ).toEqual(Array.from({ length: 3 }, () => [0, 3]));
  });

  test('are refused when one object has two', () => {
    const twice = planOf({ resource_changes: [row({ actions: ['create'] }), row({ actions: ['delete'] })] });
    expect(() => modelOf(twice)).toThrow(expect.objectContaining({ code: 'EHA1208' }));
  });

  test.each([
    ['an id', { id: 'vpc-1' }, 'vpc-1'],
    ['an id that is not known yet', { unknown: true }, null],
    [
      'an identity',
      { identity: { region: 'eu-west-1', account: 12, extra: null } },
      'region=eu-west-1, account=12',
    ],
  ])('imported by %s', (_what, importing, importId) => {
    const model = modelOf(
      planOf({ resource_changes: [row({ actions: ['no-op'], change: { actions: ['no-op'], importing } })] }),
    );
    expect(model.changes).toMatchObject([{ kind: 'import', importing: true, importId }]);
  });

  test('keep the reasons that only OpenTofu gives', () => {
    const reason = 'forgot_because_lifecycle_destroy_in_config';
    const model = modelOf(
      planOf({ resource_changes: [row({ actions: ['forget'], action_reason: reason })] }),
    );
    expect(model.changes[0]).toMatchObject({ kind: 'forget', reason });
  });

  test('with an action list nobody documented are refused, not guessed', () => {
    const odd = planOf({ resource_changes: [row({ actions: ['create', 'update'] })] });
    expect(() => modelOf(odd)).toThrow(expect.objectContaining({ code: 'EHA1209' }));
    const inherited = planOf({ resource_changes: [row({ actions: ['constructor'] })] });
    expect(() => modelOf(inherited)).toThrow(expect.objectContaining({ code: 'EHA1209' }));
    const output = planOf({ output_changes: { a: { actions: ['delete', 'create'] } } });
    expect(() => modelOf(output)).toThrow(expect.objectContaining({ code: 'EHA1209' }));
  });
});

describe('what the plan says about itself', () => {
  test('flags, and null where the tool gives none', () => {
    expect(fixtureModel('errored')).toMatchObject({ errored: true, applyable: false, complete: false });
    expect(fixtureModel('targeted')).toMatchObject({ errored: false, applyable: true, complete: false });
    expect(modelOf(planOf({}))).toMatchObject({
      errored: null,
      applyable: null,
      complete: null,
      toolVersion: null,
    });
  });

  test('agrees with the exit code that Terraform gave for it', () => {
    const empty = new Set<string>(['empty', 'no-changes']);
    for (const name of fixtureNames)
      expect([name, isApplyable(fixtureModel(name))]).toEqual([name, !empty.has(name)]);
  });

  test('data that only a check reads is nothing to review, though Terraform would apply it', () => {
    const model = fixtureModel('check-read');
    expect(isApplyable(model)).toBe(true);
    expect(hasChanges(model)).toBe(false);
    expect(hasChanges(fixtureModel('move-only'))).toBe(true);
    expect(hasChanges(fixtureModel('outputs-only'))).toBe(true);
  });

  test('checks with their problems', () => {
    const checks = fixtureModel('checks').checks;
    expect(checks).toEqual([
      { address: 'check.fails', status: 'fail', problems: ['The value must be b, not | or `a`.'] },
      { address: 'check.passes', status: 'pass', problems: [] },
      { address: 'check.unknown', status: 'unknown', problems: [] },
    ]);
    const odd = planOf({ checks: [{ address: { to_display: 'check.x' }, status: 'splendid' }] });
    expect(modelOf(odd).checks[0]?.status).toBe('unknown');
  });

  test('deferred changes and action invocations', () => {
    const deferred = [{ reason: 'instance_count_unknown', resource_change: row({ actions: ['create'] }) }];
    const model = modelOf(
      planOf({ deferred_changes: deferred, action_invocations: [{ address: 'action.a.b' }, {}] }),
    );
    expect(model.deferred).toEqual([
      { address: 'terraform_data.x', kind: 'create', reason: 'instance_count_unknown' },
    ]);
    expect(model.actionInvocations).toEqual(['action.a.b', 'unknown']);
    expect(hasChanges(model)).toBe(true);
    expect(isApplyable(modelOf(planOf({ deferred_changes: deferred })))).toBe(false);
    const later = [{ reason: 'deferred_prereq', action_invocation: { address: 'action.c.d' } }];
    const put = modelOf(planOf({ deferred_action_invocations: later }));
    expect(put.deferred).toEqual([{ address: 'action.c.d', kind: 'invoke', reason: 'deferred_prereq' }]);
    expect(put.counts).toMatchObject({ deferred: 1, actionInvocations: 0 });
  });
});

describe('plans of OpenTofu', () => {
  test('are there for nearly every case', () => {
    expect(openTofuNames.length).toBeGreaterThanOrEqual(fixtureNames.length - 2);
  });

  test.each(openTofuNames)('say of %s what those of Terraform say', (name) => {
    const told = (model: ReturnType<typeof fixtureModel>) => ({
      counts: model.counts,
      errored: model.errored,
      hasChanges: hasChanges(model),
      isApplyable: isApplyable(model),
      outputs: model.outputs.map(({ attributes, ...output }) => [output, attributes.map(({ path }) => path)]),
      // The words of an error are each tool's own.
      checks: model.checks.map(({ address, status, problems }) => [address, status, problems.length]),
      changes: model.changes.map(({ attributes, importId: _id, ...row }) => [
        { ...row, provider: '' },
        attributes.map(({ path, change, unknown, sensitive }) => [path, change, unknown, sensitive]),
      ]),
    });
    const model = openTofuModel(name);
    expect(told(model)).toEqual(told(fixtureModel(name)));
    expect(model).toMatchObject({
      toolVersion: expect.stringMatching(/^1\.\d+\.\d+$/),
      complete: null,
      applyable: null,
    });
  });
});

describe('drift', () => {
  const drifted = {
    ...row({ actions: ['update'] }),
    address: 'aws_vpc.main[0]',
    type: 'aws_vpc',
    name: 'main',
    change: {
      actions: ['update'],
      before: { tags: { a: '1' }, arn: 'x' },
      after: { tags: { a: '2' }, arn: 'x' },
    },
  };

  test('names what changed outside and leaves out mere moves', () => {
    const gone = { ...row({ actions: ['delete'] }), address: 'aws_vpc.gone' };
    const moved = row({ actions: ['no-op'], previous_address: 'terraform_data.y' });
    const model = modelOf(planOf({ resource_drift: [drifted, gone, moved] }));
    expect(
      model.drift.map(({ address, kind, attributes }) => [address, kind, attributes.map((it) => it.path)]),
    ).toEqual([
      ['aws_vpc.main[0]', 'update', ['tags.a']],
      ['aws_vpc.gone', 'delete', []],
    ]);
    expect(model.counts.drift).toBe(2);
  });

  test.each([
    ['the very attribute', [{ resource: 'aws_vpc.main[0]', attribute: ['tags', 'a'] }], true],
    ['a parent of it', [{ resource: 'aws_vpc.main[0]', attribute: ['tags'] }], true],
    ['the whole resource without its key', [{ resource: 'aws_vpc.main', attribute: [] }], true],
    ['another attribute', [{ resource: 'aws_vpc.main[0]', attribute: ['tag'] }], false],
    ['another instance', [{ resource: 'aws_vpc.main[1]', attribute: ['tags'] }], false],
    ['another resource', [{ resource: 'aws_vpc.other', attribute: ['tags'] }], false],
    ['nothing', undefined, false],
  ])('is relevant as far as Terraform names %s', (_case, relevant_attributes, expected) => {
    const plan = planOf({ resource_drift: [drifted], ...(relevant_attributes && { relevant_attributes }) });
    expect(modelOf(plan).drift[0]?.relevant).toBe(expected);
  });

  test('of unknown relevance in formats that do not say', () => {
    const plan = planOf({ format_version: '1.0', resource_drift: [drifted] });
    expect(modelOf(plan).drift[0]?.relevant).toBeNull();
  });
});
