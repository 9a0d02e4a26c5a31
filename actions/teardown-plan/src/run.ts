import type { ActionDeps, ActionResult } from '#lib/action/types.js';
import { createGitHubDoor } from '#lib/github/client.js';
import { checkEnvironment, requireProtection } from '#lib/github/environment-protection.js';
import { code, codeCell, plain, plural, table } from '#lib/report/markdown.js';
import { teardownDocument, type TeardownDocument } from '#lib/report/teardown-document.js';
import { applyErrors } from '#lib/terraform/apply-errors.js';
import { discoveryErrors } from '#lib/terraform/discovery-errors.js';
import { findStacks, type Stack } from '#lib/terraform/stack-files.js';
import { checkStackPattern } from '#lib/terraform/stack-patterns.js';
import type { Inputs } from './inputs.ts';

/**
 * Refuses a teardown that nobody confirmed, whose stacks are not all there or whose environment nobody has to approve,
 * before anybody is asked. Unlike a plan, a pattern that matches nothing is an error: what it meant would be left over.
 */
export async function run(inputs: Inputs, deps: ActionDeps): Promise<ActionResult> {
  const { name, confirm, environment, workspace } = inputs;
  if (confirm !== name) {
    const typed = confirm === '' ? 'nothing was typed' : `${JSON.stringify(confirm)} was typed`;
    throw applyErrors.EHA1270(
      `Everything of ${name} would be destroyed, and ${typed}: the input confirm must be \`${name}\`.`,
    );
  }
  const stacks = stacksOf(inputs, deps.github.workspace);
  const protection = await checkEnvironment(createGitHubDoor(inputs.githubToken, deps), environment);
  requireProtection(protection, inputs.allowUnprotected, deps.log);
  const document = teardownDocument.create({
    name,
    workspace: workspace ?? 'default',
    environment,
    protection: protection.verdict,
    protectionReasons: [...protection.reasons],
    protectionNotes: [...protection.notes],
    stacks: [...stacks],
    sha: deps.github.sha,
    runUrl: deps.github.runUrl,
    generatedAt: new Date(deps.clock.now()).toISOString(),
  });
  deps.log.info(`${name} is destroyed in this order: ${stacks.map((stack) => stack.name).join(', ')}`);
  return {
    outputs: {
      stacks: JSON.stringify(stacks),
      count: stacks.length,
      protection: document.protection,
    },
    report: { fileName: 'teardown.json', document },
    summary: [{ markdown: summarize(document) }],
  };
}

/** In the reverse of the order in which they are applied. @throws EHA1230, EHA1232 */
function stacksOf({ stacks: patterns, order }: Inputs, root: string): readonly Stack[] {
  const { stacks, missing } = findStacks(root, patterns.map(checkStackPattern));
  if (missing.length > 0 || stacks.length === 0) {
    throw discoveryErrors.EHA1230(`no folder with Terraform files matches: ${missing.join(', ')}`);
  }
  const rank = ({ name, directory }: Stack): number => {
    const at = order.findIndex((each) => each === name || each.replace(/\/$/, '') === directory);
    return at === -1 ? order.length : at;
  };
  return stacks
    .toSorted((one, other) => rank(one) - rank(other) || (one.name < other.name ? -1 : 1))
    .reverse();
}

function summarize(document: TeardownDocument): string {
  const { name, workspace, environment, protection, stacks } = document;
  const sentences = [...document.protectionReasons, ...document.protectionNotes];
  return [
    `### ${code(name)} is to be destroyed: ${plural(stacks.length, 'stack')}`,
    '',
    `In the Terraform workspace ${code(workspace)}, one after the other, each through the environment ${code(environment)}: **${protection}**.`,
    '',
    ...sentences.map((sentence) => `- ${plain(sentence)}`),
    '',
    table(
      [{ heading: 'Order', align: 'right' }, { heading: 'Stack' }, { heading: 'Folder' }],
      stacks.map((stack, index) => [String(index + 1), codeCell(stack.name), codeCell(stack.directory)]),
    ),
  ].join('\n');
}
