import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { FAULTS } from '#simulator/world/faults.js';
import { scriptErrors } from '../errors.ts';
import { SCENARIOS, selectScenarios, type ScenarioName } from './scenarios.ts';

/** What a person asked `npm start` for. */
export interface RehearsalOptions {
  readonly help: boolean;
  /** In the order in which they are rehearsed. */
  readonly scenarios: readonly ScenarioName[];
  readonly faults: readonly string[];
  /** Absolute folder for the comment, the page and the logs. */
  readonly out: string;
  /** Port of the simulated GitHub; 0 takes a free one. */
  readonly port: number;
  /** Leave the simulated world running (and on disk) until Ctrl-C, with what was applied in it. */
  readonly keep: boolean;
  /** Print every log line of every step, not only the telling ones. */
  readonly verbose: boolean;
  readonly colour: boolean;
}

const FLAGS = {
  help: { type: 'boolean', short: 'h' },
  scenario: { type: 'string', multiple: true, short: 's' },
  only: { type: 'string', multiple: true },
  skip: { type: 'string', multiple: true },
  fault: { type: 'string', multiple: true, short: 'f' },
  out: { type: 'string', short: 'o' },
  port: { type: 'string', short: 'p' },
  keep: { type: 'boolean' },
  verbose: { type: 'boolean', short: 'v' },
  'no-colour': { type: 'boolean' },
} as const;

/** Reads the command line. Anything it does not know is EHA1900 with what is allowed; nothing has happened yet then. */
export function readOptions(
  argv: readonly string[],
  environment: NodeJS.ProcessEnv,
  isTerminal: boolean,
): RehearsalOptions {
  const values = parseFlags(argv);
  const noColour = values['no-colour'] === true || (environment['NO_COLOR'] ?? '') !== '';
  return {
    help: values.help === true,
    scenarios: readScenarios([...(values.scenario ?? []), ...(values.only ?? [])], values.skip ?? []),
    faults: readFaults(values.fault ?? []),
    out: resolve(values.out ?? 'out'),
    port: readPort(values.port ?? '0'),
    keep: values.keep === true,
    verbose: values.verbose === true,
    colour: isTerminal && !noColour,
  };
}

function parseFlags(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: FLAGS, allowPositionals: false }).values;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw scriptErrors.EHA1900(message, { cause: error });
  }
}

/** Those that were named, or all; without those to skip. Names are separated by commas or given in several options. */
function readScenarios(only: readonly string[], skip: readonly string[]): readonly ScenarioName[] {
  const chosen = selectScenarios(namesOf(only, '--only'), namesOf(skip, '--skip'));
  if (chosen.length > 0) return chosen;
  throw scriptErrors.EHA1900('--only and --skip together leave nothing to rehearse');
}

function namesOf(values: readonly string[], option: string): readonly ScenarioName[] {
  const names = values.flatMap((value) => value.split(',')).map((name) => name.trim());
  return names.map((name) => {
    const known = SCENARIOS.find((scenario) => scenario.name === name);
    if (known !== undefined) return known.name;
    const all = SCENARIOS.map((scenario) => scenario.name).join(', ');
    throw scriptErrors.EHA1900(`${option} "${name}" does not exist; there are: ${all}`);
  });
}

function readFaults(names: readonly string[]): readonly string[] {
  const known = FAULTS.map((fault) => fault.name);
  for (const name of names) {
    if (!known.includes(name)) {
      throw scriptErrors.EHA1900(`--fault "${name}" does not exist; the faults are: ${known.join(', ')}`);
    }
  }
  return names;
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw scriptErrors.EHA1900(
    `--port "${text}" is not a port: give a whole number from 0 (any free one) to 65535`,
  );
}

/** The text of `npm start -- --help`. */
export function helpText(): string {
  const scenarios = SCENARIOS.map(({ name, description }) => `  ${name.padEnd(18)} ${description}`);
  const width = Math.max(...FAULTS.map(({ name }) => name.length));
  const faults = FAULTS.map(
    ({ name, description, where }) => `  ${name.padEnd(width)} ${description} (${where})`,
  );
  return [
    'Rehearses the life of the cluster on this machine: real Terraform, the real workflow files and the committed',
    'action bundles, against simulated clouds and a simulated GitHub. It needs no account and no network.',
    '',
    'Usage: npm start -- [options]',
    '',
    '  -s, --only <names>     what to rehearse, separated by commas (default: everything below); also --scenario',
    '      --skip <names>     what to leave out of it',
    '  -f, --fault <name>     make something go wrong; may be given several times',
    '  -o, --out <folder>     where the comment, the page and the logs go (default out)',
    '  -p, --port <number>    port of the simulated GitHub on 127.0.0.1 (default: any free one)',
    '      --keep             no teardown: the simulated world stays up until Ctrl-C, to look around in it',
    '  -v, --verbose          print every line of every step',
    '      --no-colour        plain text',
    '  -h, --help             this text',
    '',
    'What is rehearsed, in this order (all but the first stand on the network, which is applied for them):',
    ...scenarios,
    '',
    'Faults:',
    ...faults,
    '',
  ].join('\n');
}
