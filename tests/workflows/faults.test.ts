/**
 * What can go wrong while an apply is at work must not lose state: whatever happens, the state lists just what is there,
 * and nobody holds its lock. One pull request with a stack for each fault is planned once and applied stack by stack.
 */
import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { dirname, basename, join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { AUTHOR, BUNDLE_KEY, PLATFORM } from '#scripts/rehearse/repository.js';
import { setStage, type Stage } from '#scripts/rehearse/stage.js';
import { findTerraform } from '#scripts/support/terraform.js';
import { CALLER, codesOf, startPlatform, type ObservedRun, type Platform } from '#tests/support/platform.js';

jest.setTimeout(280_000);

interface Case {
  readonly stack: string;
  readonly fault: string;
  readonly conclusion: 'success' | 'failure' | 'cancelled';
  /** Objects of the stack that are there afterwards, of three. */
  readonly made: number | 'some';
  /** Error of the apply. */
  readonly code?: string;
}

const CASES: readonly Case[] = [
  { stack: 'slow', fault: 'github-slow', conclusion: 'success', made: 3 },
  { stack: 'broken', fault: 'github-5xx', conclusion: 'success', made: 3 },
  { stack: 'throttled', fault: 'github-throttled', conclusion: 'success', made: 3 },
  { stack: 'reset', fault: 'github-reset', conclusion: 'success', made: 3 },
  { stack: 'expired', fault: 'token-expired', conclusion: 'failure', made: 1, code: 'EHA1272' },
  { stack: 'halfway', fault: 'apply-error', conclusion: 'failure', made: 3, code: 'EHA1272' },
  { stack: 'cancelled', fault: 'provider-slow', conclusion: 'cancelled', made: 'some' },
  { stack: 'locked', fault: 'state-locked', conclusion: 'failure', made: 0, code: 'EHA1207' },
];

let stage: Stage;
let platform: Platform;
let pull: number;

const TYPES = ['aws_ec2_transit_gateway', 'aws_customer_gateway', 'aws_vpn_connection'];

/** Two gateways and the connection between them, one after the other. */
const stackOf = (stack: string) => `terraform {
  backend "local" {
    path = ${JSON.stringify(platform.stateFile(stack))}
  }
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}
provider "aws" {
  region = "eu-central-1"
}
resource "aws_ec2_transit_gateway" "this" {
  tags = { stack = "${stack}" }
}
resource "aws_customer_gateway" "this" {
  depends_on = [aws_ec2_transit_gateway.this]
  bgp_asn    = 65515
  ip_address = "203.0.113.7"
  type       = "ipsec.1"
  tags       = { stack = "${stack}" }
}
resource "aws_vpn_connection" "this" {
  customer_gateway_id = aws_customer_gateway.this.id
  transit_gateway_id  = aws_ec2_transit_gateway.this.id
  type                = "ipsec.1"
  tags                = { stack = "${stack}" }
}
`;

beforeAll(async () => {
  stage = await setStage({ faults: [], port: 0, terraform: await findTerraform() });
  platform = await startPlatform(stage, '1s');
  const { github } = stage;
  github.setSecret(PLATFORM, BUNDLE_KEY, 'a key for these tests, long enough to seal with');
  const files = Object.fromEntries(
    CASES.map(({ stack }) => [`terraform/stacks/${stack}/main.tf`, stackOf(stack)]),
  );
  await github.commitToBranch({ repository: PLATFORM, branch: 'all', message: 'all', author: AUTHOR, files });
  const request = { repository: PLATFORM, title: 'all', head: 'all', author: AUTHOR };
  pull = (await github.openPullRequest(request)).number;
  const planned = await platform.run(CALLER.plan, { name: 'pull_request', number: pull, action: 'opened' });
  if (planned.result.conclusion !== 'success') throw new Error(planned.log);
});
afterAll(() => stage.close(false));

const apply = (stack: string, observe?: Parameters<Platform['run']>[2]): Promise<ObservedRun> =>
  platform.run(
    CALLER.apply,
    {
      name: 'workflow_dispatch',
      inputs: { 'pull-request': String(pull), stacks: stack, environment: 'apply', 'override-risks': '' },
    },
    observe,
  );

/** Types of the objects that the world has of a stack. */
const inWorld = (stack: string): readonly string[] =>
  TYPES.flatMap((type) =>
    stage.world.objects
      .list(type)
      .filter(({ attributes }) => JSON.stringify(attributes['tags']).includes(`"${stack}"`))
      .map(() => `${type}.this`),
  );

const lockFile = (stack: string) => {
  const state = platform.stateFile(stack);
  return join(dirname(state), `.${basename(state)}.lock.info`);
};

/** A colleague's Terraform that holds the lock of a stack's state until it is let go. */
async function holdLock(stack: string): Promise<() => Promise<void>> {
  const cwd = stage.folder(`colleague-${stack}`);
  writeFileSync(
    join(cwd, 'main.tf'),
    `terraform {\n  backend "local" {\n    path = ${JSON.stringify(platform.stateFile(stack))}\n  }\n}\noutput "x" {\n  value = "x"\n}\n`,
  );
  const options = { cwd, env: { ...stage.machineEnvironment } };
  const ended = (child: ReturnType<typeof spawn>) => new Promise((resolve) => child.on('exit', resolve));
  await ended(spawn('terraform', ['init'], { ...options, stdio: 'ignore' }));
  const child = spawn('terraform', ['apply'], { ...options, stdio: ['pipe', 'pipe', 'ignore'] });
  await new Promise<void>((resolve, reject) => {
    let text = '';
    child.on('exit', () => reject(new Error(`no prompt: ${text}`)));
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes('Enter a value')) resolve();
    });
  });
  return async () => {
    const gone = ended(child);
    child.stdin.end('no\n');
    await gone;
  };
}

test.each(CASES)('$fault: the state lists what there is, and nobody holds the lock', async (given) => {
  const { stack, fault, conclusion, made, code } = given;
  const release = fault === 'state-locked' ? await holdLock(stack) : undefined;
  if (release === undefined) stage.world.faults.enable(fault);
  let isCancelled = false;
  const run = await apply(stack, {
    observe: (event, identity) => {
      const isAtWork = event.type === 'log' && event.line.includes('creating aws_ec2_transit_gateway.this');
      if (fault !== 'provider-slow' || !isAtWork || isCancelled) return;
      isCancelled = true;
      stage.github.cancelRun(identity);
    },
  });
  const strikes = stage.world.faults.count(fault);
  stage.world.faults.disable(fault);
  if (release === undefined) expect(strikes).toBeGreaterThan(0);
  await release?.();
  expect(run.result.conclusion === conclusion ? '' : `${run.result.conclusion}\n${run.log}`).toBe('');
  if (code !== undefined) expect(codesOf(run)).toContain(code);
  const there = inWorld(stack);
  if (made === 'some') expect(there.length).toBeLessThan(3);
  else expect(there).toHaveLength(made);
  expect([...(platform.stateOf(stack) ?? [])].sort()).toEqual([...there].sort());
  expect(existsSync(lockFile(stack))).toBe(false);
});
