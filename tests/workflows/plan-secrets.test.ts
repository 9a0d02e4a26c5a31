/**
 * The secrets of a real network: the foundation stack is applied to the simulated clouds, a pull request rotates one of
 * its pre-shared keys and lets secrets flow on without their mark, and everything that the run leaves behind is searched
 * byte by byte for every secret of its plan and its state. What is secret is found here by itself: no code under test
 * takes part in the search.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import {
  AUTHOR,
  BUNDLE_KEY,
  createPlatformRepository,
  openNetworkPullRequest,
  PLATFORM,
} from '#scripts/rehearse/repository.js';
import { setStage, type Stage } from '#scripts/rehearse/stage.js';
import { runCommand } from '#scripts/support/process.js';
import { repositoryRoot } from '#scripts/support/repository.js';
import { findTerraform } from '#scripts/support/terraform.js';
import type { RunnerEvent, WorkflowRunResult } from '#simulator/runner/events.js';
import { packArtifact } from '#simulator/world/github-artifacts.js';
import { temporaryDirectory } from '#tests/support/temporary.js';
import { artifactFiles } from '#tests/support/workflow-artifacts.js';

jest.setTimeout(300_000);

const WORKFLOW = '.github/workflows/hybrid-plan.yml';
const STACK = 'terraform/stacks/foundation';
const VPN = 'terraform/modules/site-to-site-vpn/main.aws.tf';
const KEY = 'the key of this test, long enough to seal a plan with';
/** Of letters that AWS takes for a pre-shared key. */
const ROTATED = 'rotated.psk_7Q2mX9vKc4Zt1Lw8';
/** Of letters that every encoder writes in its own way. */
const VAULT = 'vau/lt "pass" <w\\ord> & ö+?=7Q2m';

/** Where each secret goes on without its mark, as Terraform allows. */
const leaks = (folder: string): string => `locals {
  rotated = sensitive(file("${folder}/psk"))
  vault   = sensitive(file("${folder}/vault"))
}

resource "terraform_data" "leak" {
  input = {
    plain  = nonsensitive(local.vault)
    base64 = nonsensitive(base64encode("x:\${local.vault}:\${local.rotated}"))
    url    = nonsensitive(urlencode(local.vault))
    json   = nonsensitive(jsonencode({ deep = [local.vault] }))
    text   = nonsensitive("first\\n\${local.rotated}\\nlast")
  }
}

resource "terraform_data" "holder" {
  input = local.vault
}

output "leaked" {
  value = nonsensitive("key \${local.rotated}")
}

check "quotes" {
  assert {
    condition     = length(terraform_data.holder.id) < 1
    error_message = "It is \${nonsensitive(local.vault)}."
  }
}
`;

let stage: Stage;
let network: number;
let secrets: readonly string[];
let run: WorkflowRunResult;
let lines: readonly string[];

beforeAll(async () => {
  stage = await setStage({ faults: [], port: 0, terraform: await findTerraform() });
  const checkout = stage.folder('platform');
  await createPlatformRepository(stage.github, checkout, stage);
  stage.github.setSecret(PLATFORM, BUNDLE_KEY, KEY);
  network = await openNetworkPullRequest(stage.github, checkout, stage.statePath);
  const state = await terraformOf(network, ['apply', '-input=false', '-auto-approve'], ['show', '-json']);
  const vault = stage.folder('vault');
  writeFileSync(join(vault, 'psk'), ROTATED);
  writeFileSync(join(vault, 'vault'), VAULT);
  await stage.github.pushToPullRequest({
    repository: PLATFORM,
    number: network,
    message: 'Rotate a key',
    author: AUTHOR,
    files: { [`${STACK}/leaks.tf`]: leaks(vault), [VPN]: rotating(vault) },
  });
  const plan = await terraformOf(
    network,
    ['plan', '-input=false', '-out=x.tfplan'],
    ['show', '-json', 'x.tfplan'],
  );
  secrets = [
    ...new Set([...secretsOf(JSON.parse(state)), ...secretsOf(JSON.parse(plan)), VAULT, ROTATED, KEY]),
  ];
  const log: string[] = [];
  const identity = await stage.github.queueRun({
    repository: PLATFORM,
    workflowPath: WORKFLOW,
    trigger: { name: 'pull_request', number: network, action: 'opened' },
  });
  run = await stage.run(identity, (event: RunnerEvent) => {
    if (event.type === 'log') log.push(event.line);
  });
  lines = log;
});

afterAll(() => stage.close(false));

/** The module with a key of its own for the first tunnel of one connection; AWS goes on making the others. */
function rotating(vault: string): string {
  const text = readFileSync(join(repositoryRoot, VPN), 'utf8');
  const key = `  tunnel1_preshared_key = each.key == "instance0" ? sensitive(file("${vault}/psk")) : null\n`;
  return text.replace('  tunnel1_startup_action ', `${key}  tunnel1_startup_action `);
}

/** Runs Terraform without any of this project's code on the head of the pull request; what the last command printed. */
async function terraformOf(number: number, ...commands: readonly (readonly string[])[]): Promise<string> {
  const directory = stage.folder('independent');
  rmSync(directory, { recursive: true, force: true });
  const { pull } = stage.github.pullRequest(PLATFORM, number);
  const { directory: origin } = stage.github.repository(PLATFORM).git;
  const environment = { env: { ...stage.machineEnvironment } };
  const call = async (argv: readonly [string, ...string[]], cwd: string): Promise<string> => {
    const result = await runCommand(argv, { cwd, ...environment });
    if (result.exitCode !== 0) throw new Error(`${argv.join(' ')}:\n${result.output}`);
    return result.stdout;
  };
  await call(['git', 'clone', '-q', origin, directory], stage.folder('.'));
  await call(['git', 'checkout', '-q', pull.headSha], directory);
  const cwd = join(directory, STACK);
  await call(['terraform', 'init', '-input=false'], cwd);
  let last = '';
  for (const command of commands) last = await call(['terraform', ...command], cwd);
  return last;
}

const SHORTEST = 4;

/** Every text below a mark, wherever in the JSON of a plan or a state values and marks stand beside each other. */
function secretsOf(json: unknown): readonly string[] {
  const found: string[] = [];
  const take = (value: unknown): void => {
    if (typeof value === 'string' && value.length >= SHORTEST) {
      found.push(value, ...[...value.matchAll(/<pre_shared_key>([^<]+)</g)].map((match) => match[1] ?? ''));
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(take);
  };
  const marked = (value: unknown, marks: unknown): void => {
    if (marks === true) take(value);
    else if (typeof marks === 'object' && marks !== null)
      for (const [name, inner] of Object.entries(marks)) marked(Object(value)[name], inner);
  };
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { values, sensitive_values, before, before_sensitive, after, after_sensitive, sensitive, value } =
      node as Record<string, unknown>;
    marked(values, sensitive_values);
    marked(before, before_sensitive);
    marked(after, after_sensitive);
    if (sensitive === true) take(value);
    Object.values(node).forEach(walk);
  };
  walk(json);
  return found;
}

/** The ways in which a secret could be written, by hand and not by the code under test; as bytes in Latin-1. */
function formsOf(secret: string): readonly string[] {
  const json = JSON.stringify(secret).slice(1, -1);
  const bytes = Buffer.from(secret);
  const base64 = [0, 1, 2].flatMap((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
    // The first and the last group also depend on what is around the secret.
    const core = text.slice(shift === 0 ? 0 : 4, -4);
    return [core, core.replaceAll('+', '-').replaceAll('/', '_')];
  });
  const html = secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const url = encodeURIComponent(secret);
  const hex = bytes.toString('hex');
  const forms = [
    secret,
    json,
    json.replaceAll('<', '\\u003c').replaceAll('>', '\\u003e').replaceAll('&', '\\u0026'),
    html,
    html.replaceAll('"', '&quot;'),
    html.replaceAll('"', '&#34;'),
    url,
    url.replaceAll('%20', '+'),
    hex,
    hex.toUpperCase(),
    ...base64,
  ];
  return [...new Set(forms)].filter((form) => form.length >= SHORTEST).map(latin1);
}

const latin1 = (text: string): string => Buffer.from(text).toString('latin1');

/** Something that a run leaves behind, as bytes in Latin-1. */
interface Trace {
  readonly where: string;
  readonly bytes: string;
}

/** Forms of the secrets that are found, each with where. */
function find(traces: readonly Trace[], wanted: readonly string[]): readonly string[] {
  const forms = wanted.flatMap((secret, index) => formsOf(secret).map((form) => ({ form, index })));
  return traces.flatMap(({ where, bytes }) =>
    forms
      .filter(({ form }) => bytes.includes(form))
      .map(({ index }) => `secret ${String(index)} in ${where}`),
  );
}

function tracesOf(result: WorkflowRunResult): readonly Trace[] {
  const { github, world } = stage;
  const text = (where: string, content: string): Trace => ({ where, bytes: latin1(content) });
  const steps = result.jobs.flatMap(({ name, steps: all }) => all.map((step) => ({ job: name, ...step })));
  return [
    ...github.comments(PLATFORM, network).map(({ body }) => text('comment', body)),
    text('log', lines.join('\n')),
    ...steps.map(({ job, name, summary }) => text(`summary of ${job}, ${name}`, summary ?? '')),
    ...steps.map(({ job, name, outputs }) => text(`outputs of ${job}, ${name}`, JSON.stringify(outputs))),
    ...result.jobs.map(({ name, outputs, annotations }) =>
      text(`job ${name}`, JSON.stringify([outputs, annotations])),
    ),
    ...artifactFiles(world.directory).map(({ name, content }) => ({
      where: `artifact ${name.endsWith('.bundle') ? 'bundle' : name}`,
      bytes: content.toString('latin1'),
    })),
  ];
}

describe('the secrets of plan and state', () => {
  test('are those of the tunnels, old and new, and more', () => {
    expect(run.conclusion).toBe('success');
    const keys = secrets.filter((secret) => /^[A-Za-z0-9._]{8,64}$/.test(secret));
    // Four tunnels, whose keys AWS made, and the new one.
    expect(keys.length).toBeGreaterThanOrEqual(5);
    expect(secrets.some((secret) => secret.includes('<pre_shared_key>'))).toBe(true);
    expect(secrets).toEqual(expect.arrayContaining([VAULT, ROTATED, KEY]));
  });

  test('are found nowhere in what the run leaves behind, in no form', () => {
    expect(find(tracesOf(run), secrets)).toEqual([]);
  });

  test('went through the plan: what they belong to is told in every place', () => {
    const told = tracesOf(run).filter(({ bytes }) => bytes.includes('terraform_data.leak'));
    const places = told.map(({ where }) => where.replace(/ of .*/, ''));
    expect(places).toEqual(
      expect.arrayContaining(['comment', 'log', 'summary', 'artifact plan-foundation.json']),
    );
    const [comment] = stage.github.comments(PLATFORM, network);
    expect(comment?.body).toContain('tunnel1_preshared_key');
    expect(comment?.body).toContain('(sensitive)');
    expect(tracesOf(run).map(({ where }) => where)).toContain('artifact bundle');
  });

  test('would be found, in each form and each place: the search itself', async () => {
    const planted = secrets.flatMap((secret) =>
      formsOf(secret).map((form) => ({
        secret,
        traces: [{ where: 'planted', bytes: `before ${form} after` }],
      })),
    );
    expect(planted.filter(({ secret, traces }) => find(traces, [secret]).length === 0)).toEqual([]);
    for (const shift of ['', 'x', 'xx']) {
      const bytes = Buffer.from(`${shift}${VAULT} after`).toString('base64');
      expect(find([{ where: 'base64', bytes }], [VAULT])).toEqual(['secret 0 in base64']);
    }
    // Packed, a secret is not seen; what is searched is unpacked.
    const folder = temporaryDirectory();
    const file = join(folder, 'leak.txt');
    const text = `${'filler '.repeat(200)}${ROTATED}${' filler'.repeat(200)}`;
    writeFileSync(file, `${text}${ROTATED}${text}`);
    await packArtifact(new Map([['leak.txt', file]]), join(folder, 'a.zip'));
    const unpacked = artifactFiles(folder).map(({ name, content }) => ({
      where: name,
      bytes: content.toString('latin1'),
    }));
    expect(find(unpacked, [ROTATED])).toContain('secret 0 in leak.txt');
  });
});
