/**
 * Writes the tables of inputs and outputs into the READMEs of the actions and into docs/workflows.md, and the page of
 * address rules.
 *
 * Usage: npm run docs -- [--check] [--root <checkout>]
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { renderRulesPage } from '#lib/net/rules/page.js';
import { readMetadata } from './actions/metadata.ts';
import { readReusableWorkflow, renderInputs, renderOutputs, renderWorkflow } from './docs/render.ts';
import { scriptErrors } from './errors.ts';
import { readOptions, runProgram } from './support/program.ts';
import { listActions, listFiles, repositoryRoot, type ActionFolder } from './support/repository.ts';

const USAGE = `npm run docs -- [options]
  --check          change nothing, fail when a file is stale
  --root <folder>  checkout to work on (default: this one)`;

const WORKFLOWS_PAGE = 'docs/workflows.md';
const RULES_PAGE = 'docs/address-rules.md';
const NEW_WORKFLOWS_PAGE = `# Reusable workflows

The workflows that other repositories call. The tables are generated from the workflow files by \`npm run docs\`.

<!-- workflows:start -->
<!-- workflows:end -->
`;

/** A generated file: its path in the checkout, what it holds and what it should hold. */
interface Page {
  readonly path: string;
  readonly current: string | undefined;
  readonly wanted: string;
}

/**
 * Brings every generated table up to date and returns the paths of the files that were stale; with `check`, changes
 * nothing. EHA1905 when an action has no README with the markers, EHA1902 when there is nothing to document.
 */
export async function updateDocs(root: string, check: boolean): Promise<readonly string[]> {
  const actions = listActions(root);
  const pages = [...actions.map((action) => actionPage(action)), ...workflowsPage(root), ...rulesPage(root)];
  if (pages.length === 0)
    throw scriptErrors.EHA1902(`There is no action and no reusable workflow in ${root}.`);
  const stale: string[] = [];
  for (const page of pages) {
    const path = join(root, page.path);
    // `prettier --check` looks at these files too, and it aligns tables.
    const config = await resolveConfig(join(repositoryRoot, page.path));
    const wanted = await format(page.wanted, { ...config, parser: 'markdown' });
    if (wanted === page.current) continue;
    stale.push(page.path);
    if (check) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, wanted);
  }
  return stale;
}

function actionPage({ name, directory }: ActionFolder): Page {
  const path = `actions/${name}/README.md`;
  if (!existsSync(join(directory, 'README.md'))) {
    throw scriptErrors.EHA1905(
      `${path} does not exist; write it with the markers <!-- inputs:start -->, <!-- inputs:end -->, <!-- outputs:start --> and <!-- outputs:end -->.`,
    );
  }
  const current = readFileSync(join(directory, 'README.md'), 'utf8');
  const metadata = readMetadata(directory);
  const withInputs = replaceBetween(path, current, 'inputs', renderInputs(metadata));
  return { path, current, wanted: replaceBetween(path, withInputs, 'outputs', renderOutputs(metadata)) };
}

function workflowsPage(root: string): readonly Page[] {
  const folder = join(root, '.github', 'workflows');
  const workflows = listFiles(folder)
    .filter((file) => /\.ya?ml$/.test(file))
    .flatMap((file) => readReusableWorkflow(join(folder, file), file) ?? []);
  const path = join(root, WORKFLOWS_PAGE);
  const current = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  if (workflows.length === 0 && current === undefined) return [];
  const sections = workflows.map(renderWorkflow).join('\n\n');
  const wanted = replaceBetween(WORKFLOWS_PAGE, current ?? NEW_WORKFLOWS_PAGE, 'workflows', sections);
  return [{ path: WORKFLOWS_PAGE, current, wanted }];
}

/** The page of address rules is generated whole; a checkout without one has no rules. */
function rulesPage(root: string): readonly Page[] {
  const path = join(root, RULES_PAGE);
  if (!existsSync(path)) return [];
  return [{ path: RULES_PAGE, current: readFileSync(path, 'utf8'), wanted: renderRulesPage() }];
}

function replaceBetween(path: string, text: string, name: string, content: string): string {
  const start = `<!-- ${name}:start -->`;
  const end = `<!-- ${name}:end -->`;
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from === -1 || to < from) throw scriptErrors.EHA1905(`${path} lacks ${start} followed by ${end}.`);
  return `${text.slice(0, from + start.length)}\n\n${content}\n\n${text.slice(to)}`;
}

if (import.meta.main) {
  await runProgram(async () => {
    const options = readOptions(
      { check: { type: 'boolean' }, root: { type: 'string' }, help: { type: 'boolean' } },
      USAGE,
    );
    if (options.help === true) {
      console.log(USAGE);
      return true;
    }
    const check = options.check === true;
    const stale = await updateDocs(resolve(options.root ?? repositoryRoot), check);
    if (check && stale.length > 0) throw scriptErrors.EHA1905(`Stale: ${stale.join(', ')}.`);
    console.log(stale.length === 0 ? 'every generated table is up to date' : `written: ${stale.join(', ')}`);
    return true;
  });
}
