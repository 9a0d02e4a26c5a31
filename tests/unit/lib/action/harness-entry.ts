/** A small action for the tests of the harness; the input `scenario` names what it does. */
import { createServer, get } from 'node:http';
import { actionErrors } from '#lib/action/action-errors.js';
import { integerInput, readAll, secretInput, stringInput } from '#lib/action/inputs.js';
import { runAction, runPost } from '#lib/action/run-action.js';
import type { ActionDeps, ActionResult } from '#lib/action/types.js';

interface Inputs {
  readonly token: string | undefined;
  readonly count: number;
}

/** Counts interrupts; ends once it had one and the file `go` exists. */
const COUNTING_CHILD = `
  const { existsSync } = require('node:fs');
  let count = 0;
  process.on('SIGINT', () => { count += 1; });
  process.on('SIGTERM', () => { console.log('terminated'); });
  setInterval(() => {
    if (count === 0 || !existsSync('go')) return;
    console.log('interrupts=' + count);
    process.exit(3);
  }, 20);
  console.log('ready');
`;

/** Takes a while to end after an interrupt, and leaves a file when it does. */
const SLOW_TO_STOP = `
  process.on('SIGINT', () => setTimeout(() => {
    require('node:fs').writeFileSync('ended', '');
    process.exit(0);
  }, 300));
  setInterval(() => {}, 1000);
  console.log('ready');
`;

async function countInterrupts(deps: ActionDeps): Promise<ActionResult> {
  const result = await deps.runProcess([process.execPath, '-e', COUNTING_CHILD], {
    cwd: deps.github.workspace,
    onStdoutLine: (line) => deps.log.info(line),
  });
  const after = await deps.runProcess([process.execPath, '-e', 'console.log("cleaned")'], {
    cwd: deps.github.workspace,
    evenWhenCancelled: true,
  });
  return {
    outputs: {
      interrupts: /interrupts=(\d+)/.exec(result.stdout)?.[1] ?? 'unknown',
      'exit-code': result.exitCode,
      interrupted: result.interrupted,
      cleaned: after.stdout.trim(),
    },
    report: { fileName: 'interrupted.json', document: { complete: false } },
  };
}

async function lingerOnSocket(): Promise<ActionResult> {
  const server = createServer((_request, response) => response.end('ok'));
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  await new Promise((resolve) =>
    get({ port, host: '127.0.0.1' }, (response) => response.resume().on('end', resolve)),
  );
  return { outputs: { done: true } };
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}

const SCENARIOS: Readonly<Record<string, (inputs: Inputs, deps: ActionDeps) => Promise<ActionResult>>> = {
  result: (inputs, deps) => {
    deps.state.set('lock', 'a\nb');
    return Promise.resolve({
      outputs: { text: 'one\ntwo=2\nEOF', number: inputs.count, yes: true, empty: '' },
      report: { fileName: 'result.json', document: { schema: 'x', n: 1 } },
      addToPath: ['/opt/first', '/opt/second'],
      summary: [{ markdown: '## Verdict' }, { markdown: '| a |\n|---|\n| 1 |' }],
    });
  },
  'failure after writing': () =>
    Promise.resolve({
      outputs: { written: 'yes' },
      report: { fileName: 'failed.json', document: { ok: false } },
      failure: actionErrors.EHA1010('SSM DescribeInstanceInformation failed 4 times over 12s.'),
    }),
  'user error': () =>
    Promise.reject(actionErrors.EHA1004('Input "x" is "../y".', { remedy: 'Move the file.' })),
  'service error': () =>
    Promise.reject(
      actionErrors.EHA1010('Listing failed.', { cause: new Error('HTTP 503', { cause: 'reset' }) }),
    ),
  'internal error': () => Promise.reject(new TypeError('x is not a function')),
  uncaught: () => {
    setTimeout(() => {
      throw new RangeError('thrown in a timer');
    });
    return never();
  },
  'uncaught beside a child': (_inputs, deps) => {
    const onStdoutLine = () =>
      setTimeout(() => {
        throw new RangeError('thrown in a timer');
      });
    void deps.runProcess([process.execPath, '-e', SLOW_TO_STOP], {
      cwd: deps.github.workspace,
      onStdoutLine,
    });
    return never();
  },
  rejection: () => {
    void Promise.reject(new Error('nobody listens'));
    return never();
  },
  stuck: never,
  deaf: () => {
    setInterval(() => undefined, 1_000);
    process.stdout.write('ready\n');
    return never();
  },
  secret: (inputs, deps) => {
    deps.log.info(`token ${inputs.token ?? ''}`);
    deps.mask('0123456789abcdef');
    return Promise.resolve({ outputs: {} });
  },
  'leak in an output': (inputs) =>
    Promise.resolve({ outputs: { ok: 'fine', leak: `x${inputs.token ?? ''}` } }),
  'leak in the report': (inputs) =>
    Promise.resolve({ outputs: {}, report: { fileName: 'leak.json', document: { deep: [inputs.token] } } }),
  'leak in the summary': (inputs) =>
    Promise.resolve({ outputs: {}, summary: [{ markdown: inputs.token ?? '' }] }),
  'leak in the state': (inputs, deps) => {
    deps.state.set('kept', inputs.token ?? '');
    return Promise.resolve({ outputs: {} });
  },
  injection: (_inputs, deps) => {
    deps.log.info('::add-mask::a\n  ::error::b\r::stop-commands::c\n##[error]d');
    return Promise.resolve({ outputs: {} });
  },
  interrupts: (_inputs, deps) => countInterrupts(deps),
  'error when cancelled': async (_inputs, deps) => {
    await countInterrupts(deps);
    throw actionErrors.EHA1009('terraform ended with exit code 3.');
  },
  asleep: async (_inputs, deps) => {
    process.stdout.write('ready\n');
    await deps.clock.sleep(3_600_000, deps.signal);
    return { outputs: {} };
  },
  socket: lingerOnSocket,
  'long summary': () =>
    Promise.resolve({
      outputs: {},
      summary: [
        { markdown: '## Verdict' },
        { markdown: 'é'.repeat(600_000), shorter: 'short é' },
        { markdown: `\`\`\`\n${'x'.repeat(2_000_000)}\n\`\`\`` },
      ],
    }),
  'much output': (_inputs, deps) => {
    for (let line = 0; line < 20_000; line += 1) deps.log.info(`line ${line} ${'x'.repeat(100)}`);
    return Promise.resolve({ outputs: {} });
  },
};

function readInputs() {
  return readAll({
    scenario: () => stringInput('scenario', { required: true }),
    token: () => secretInput('token'),
    count: () => integerInput('count', { default: 3, minimum: 1, maximum: 9 }),
  });
}

function runScenario(inputs: ReturnType<typeof readInputs>, deps: ActionDeps): Promise<ActionResult> {
  const scenario = SCENARIOS[inputs.scenario];
  if (scenario === undefined) throw new Error(`no scenario ${inputs.scenario}`);
  return scenario(inputs, deps);
}

if (process.env['HARNESS_POST'] === undefined) {
  await runAction(runScenario, readInputs);
} else {
  await runPost(async (deps) => {
    const kept = deps.state.get('lock');
    if (kept === 'left') throw actionErrors.EHA1010('The key was not revoked.', { failsPost: true });
    if (kept === 'failed') throw actionErrors.EHA1010('The log was not sent.');
    if (kept === 'fault') throw new TypeError('post is broken');
    deps.log.info(`lock: ${kept}`);
    return undefined;
  });
}
