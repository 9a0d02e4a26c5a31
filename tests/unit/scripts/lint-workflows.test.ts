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
