import { describe, expect, test } from '@jest/globals';
import type { Finding } from '#scripts/lint-workflows/finding.js';
import { lintFile, workflowFiles } from '#scripts/lint-workflows/lint.js';
import { KNOWN_GAPS } from '#scripts/lint-workflows/known-gaps.js';
import { PINNED_ACTIONS } from '#scripts/lint-workflows/pinned-actions.js';
import { ownFindings, RULES } from '#scripts/lint-workflows/rules.js';
import { actionlintFindings, languageServiceFindings } from '#scripts/lint-workflows/tools.js';
import { repositoryRoot } from '#scripts/support/repository.js';

const CHECKOUT = `actions/checkout@${PINNED_ACTIONS['actions/checkout']?.sha ?? ''} # v7.0.1`;

interface Parts {
  readonly on?: string;
  readonly top?: string;
  readonly job?: string;
  readonly steps?: string;
}

/** A workflow without fault, one part of which a test replaces. */
function workflow({ on = 'push', top = 'permissions: {}', job = '', steps }: Parts = {}): string {
  const checkout = `      - uses: ${CHECKOUT}\n        with:\n          persist-credentials: false`;
  const permissions = job.includes('permissions:')
    ? ''
    : '    permissions:\n      contents: read # check out\n';
  const timeout = job.includes('timeout-minutes:') ? '' : '    timeout-minutes: 5\n';
  return `name: x\non: ${on}\n${top}\njobs:\n  a:\n    runs-on: ubuntu-latest\n${permissions}${timeout}${job}    steps:\n${steps ?? checkout}\n`;
}

function rulesBroken(text: string, path = '.github/workflows/x.yml'): readonly string[] {
  const kind = path.endsWith('action.yml') ? 'action' : 'workflow';
  return ownFindings({ path, text, kind }).map((finding) => finding.rule);
}

const NO_TIMEOUT = workflow().replace('    timeout-minutes: 5\n', '');

const BAD: readonly (readonly [string, string])[] = [
  ['pinned-uses', workflow({ steps: '      - uses: azure/login@v3' })],
  ['pinned-uses', workflow({ steps: '      - uses: docker://alpine:3' })],
  ['pinned-uses', workflow({ steps: `      - uses: stranger/action@${'a'.repeat(40)} # v1.0.0` })],
  ['pinned-uses', workflow({ steps: `      - uses: azure/login@${'a'.repeat(40)} # v3.0.1` })],
  [
    'pinned-uses',
    workflow({ steps: `      - uses: azure/login@${PINNED_ACTIONS['azure/login']?.sha ?? ''}` }),
  ],
  ['template-injection', workflow({ steps: '      - run: echo "${{ github.head_ref }}"' })],
  [
    'template-injection',
    workflow({ steps: '      - run: |\n          set -e\n          echo ${{ inputs.x }}' }),
  ],
  ['top-level-permissions', workflow({ top: '' })],
  ['top-level-permissions', workflow({ top: 'permissions:\n  contents: read # check out' })],
  ['documented-permissions', workflow({ job: '    permissions:\n      contents: read\n' })],
  ['no-write-all', workflow({ job: '    permissions: write-all\n' })],
  ['no-privileged-trigger', workflow({ on: 'pull_request_target' })],
  ['no-privileged-trigger', workflow({ on: '[push, workflow_run]' })],
  ['no-persisted-credentials', workflow({ steps: `      - uses: ${CHECKOUT}` })],
  [
    'no-cache-beside-credentials',
    workflow({ job: '    permissions:\n      id-token: write # cloud roles\n' }),
  ],
  ['self-reference', workflow({ on: '\n  workflow_call:', steps: '      - uses: ./actions/plan' })],
  ['job-timeout', NO_TIMEOUT],
  ['job-permissions', workflow().replace('    permissions:\n      contents: read # check out\n', '')],
  [
    'no-inherited-secrets',
    'on: push\npermissions: {}\njobs:\n  a:\n    permissions: {}\n    secrets: inherit\n    uses: $/.github/workflows/x.yml\n',
  ],
];

/** The one workflow that may be started by the end of another, part of which a test replaces. */
const FORK_COMMENT = `name: x
on:
  workflow_run:
    workflows: [Hybrid plan]
    types: [completed]
permissions: {}
jobs:
  a:
    permissions:
      actions: read # the run
      pull-requests: write # the comment
    uses: eks-hybrid-actions/eks-hybrid-actions/.github/workflows/fork-comment.yml@${'0'.repeat(40)} # v0.1.0
`;
const FORK_JOB = `on: workflow_call
permissions: {}
jobs:
  a:
    if: github.event.workflow_run.event == 'pull_request'
    runs-on: ubuntu-latest
    timeout-minutes: 5
    permissions:
      actions: read # the run
      pull-requests: write # the comment
    steps:
      - uses: $/actions/plan-comment
        with:
          run-id: \${{ github.event.workflow_run.id }}
`;

describe('workflow_run', () => {
  const broken = (text: string, path?: string) =>
    rulesBroken(text, path).filter((rule) => rule === 'no-privileged-trigger').length;

  test('is allowed to comment on forks, and for nothing else', () => {
    expect(rulesBroken(FORK_COMMENT)).toEqual([]);
    expect(rulesBroken(FORK_JOB)).toEqual([]);
  });

  test.each([
    ['an event beside it', FORK_COMMENT.replace('on:\n', 'on:\n  push:\n')],
    ['any run', FORK_COMMENT.replace('    workflows: [Hybrid plan]\n', '')],
    ['a run that has only begun', FORK_COMMENT.replace('[completed]', '[requested]')],
    ['one type of several', FORK_COMMENT.replace('[completed]', '[completed, requested]')],
    ['rights of its own choice', FORK_COMMENT.replace('actions: read', 'contents: write')],
    ['reading the code', FORK_COMMENT.replace('actions: read', 'contents: read')],
    ['writing runs', FORK_COMMENT.replace('actions: read', 'actions: write')],
    ['cloud identities', FORK_COMMENT.replace('actions: read', 'id-token: write')],
    ['the rights of the repository’s default', FORK_COMMENT.replace(/ {4}permissions:\n.*\n.*\n/, '')],
    ['secrets', `${FORK_COMMENT}    secrets: inherit\n`],
    ['secrets by name', `${FORK_COMMENT}    secrets:\n      a: x\n`],
    ['another called workflow', FORK_COMMENT.replace('fork-comment.yml', 'terraform-plan.yml')],
    [
      'a workflow of the same name elsewhere',
      FORK_COMMENT.replace('uses: eks-hybrid-actions/', 'uses: stranger/'),
    ],
    ['variables for every step', FORK_COMMENT.replace('permissions: {}', 'env:\n  A: b\npermissions: {}')],
    ['a script', FORK_JOB.replace('uses: $/actions/plan-comment', 'run: ./x.sh')],
    ['a checkout', FORK_JOB.replace('$/actions/plan-comment', CHECKOUT.split(' ')[0] ?? '')],
    [
      'a download',
      FORK_JOB.replace(
        '$/actions/plan-comment',
        `actions/download-artifact@${PINNED_ACTIONS['actions/download-artifact']?.sha ?? ''}`,
      ),
    ],
    ['another action of ours', FORK_JOB.replace('plan-comment', 'terraform-plan')],
    ['a second step', `${FORK_JOB}      - run: echo\n`],
    ['an environment', FORK_JOB.replace('    steps:', '    environment: plan\n    steps:')],
    ['a container', FORK_JOB.replace('    steps:', '    container: x\n    steps:')],
    ['NODE_OPTIONS', `${FORK_JOB}        env:\n          NODE_OPTIONS: x\n`],
  ])('not with %s', (_name, text) => {
    expect(broken(text)).toBeGreaterThan(0);
  });

  test('the reusable workflow is held to it by its name, whatever it says', () => {
    const text = FORK_JOB.replace(/ {4}if: .*\n/, '')
      .replace(/ {8}with:\n.*\n/, '')
      .replace('plan-comment', 'x');
    expect(broken(text)).toBe(0);
    expect(broken(text, '.github/workflows/fork-comment.yml')).toBe(1);
  });
});

describe('our own rules', () => {
  test('a good workflow breaks none', () => {
    expect(rulesBroken(workflow())).toEqual([]);
    expect(
      rulesBroken(
        workflow({ job: '    permissions:\n      id-token: write # cloud roles\n    cache-mode: none\n' }),
      ),
    ).toEqual([]);
  });

  test.each(BAD)('%s: bad example %#', (rule, text) => {
    expect(rulesBroken(text)).toContain(rule);
  });

  test('every rule has a bad example', () => {
    const covered = new Set(BAD.map(([rule]) => rule));
    expect(Object.keys(RULES).filter((rule) => !covered.has(rule))).toEqual([]);
  });

  test('steps of a composite action are looked at too', () => {
    const action =
      'name: x\nruns:\n  using: composite\n  steps:\n    - run: echo ${{ inputs.a }}\n      shell: bash\n    - uses: ./x\n';
    expect(rulesBroken(action, 'actions/x/action.yml')).toEqual(
      expect.arrayContaining(['template-injection', 'self-reference']),
    );
  });

  test('a finding names the line', () => {
    const text = workflow({ steps: '      - run: "true"\n      - run: echo ${{ github.actor }}' });
    const [finding] = ownFindings({ path: 'x.yml', text, kind: 'workflow' });
    expect(text.split('\n')[(finding?.line ?? 0) - 1]).toContain('github.actor');
  });
});

describe('the tools', () => {
  const lint = (text: string) =>
    lintFile({ path: '.github/workflows/x.yml', text, kind: 'workflow' }, repositoryRoot);

  test.each([
    [
      'actionlint sees a wrong expression',
      workflow({ job: '    if: github.evnt.x\n' }),
      'actionlint',
      /evnt/,
    ],
    ['actionlint sees a needless need', workflow({ job: '    needs: b\n' }), 'actionlint', /"b"/],
    [
      'the language service knows the inputs of pinned actions',
      workflow({
        steps: `      - uses: ${CHECKOUT}\n        with:\n          persist-credentials: false\n          refs: main`,
      }),
      'language-service',
      /refs/,
    ],
    [
      'the language service follows called workflows',
      'on: push\npermissions: {}\njobs:\n  a:\n    permissions: {}\n    uses: ./.github/workflows/terraform-plan.yml\n    with:\n      stackz: x\n',
      'language-service',
      /stackz/,
    ],
  ])('%s', async (_name, text, rule, message) => {
    expect(await lint(text)).toContainEqual(
      expect.objectContaining({ rule, message: expect.stringMatching(message) as unknown }),
    );
  });

  test('every known gap still occurs in this repository, or its entry has to go', async () => {
    const findings: Finding[] = [];
    for (const file of workflowFiles(repositoryRoot)) {
      findings.push(
        ...(await actionlintFindings(file)),
        ...(await languageServiceFindings(file, repositoryRoot)),
      );
    }
    const unused = KNOWN_GAPS.filter(
      (gap) => !findings.some((finding) => finding.rule === gap.rule && gap.message.test(finding.message)),
    );
    expect(unused.map((gap) => gap.reason)).toEqual([]);
  });
});
