/**
 * Starts the simulated providers on a world and prints the variables under which `terraform` uses them, for working by
 * hand:
 *
 *   node scripts/bootstrap.mjs simulator/terraform-provider/main.ts --world out/world [--fault name]… [--strict]
 *
 * It runs until Ctrl-C or SIGTERM. `--json` prints the variables as one JSON object instead of `export` lines.
 */
import { parseArgs } from 'node:util';
import { SimulatorError } from '../world/errors.ts';
import { World } from '../world/world.ts';
import { assertSafeEnvironment } from './guard.ts';
import { startProviderServer } from './server.ts';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      world: { type: 'string' },
      seed: { type: 'string' },
      fault: { type: 'string', multiple: true },
      strict: { type: 'boolean' },
      json: { type: 'boolean' },
    },
  });
  if (values.world === undefined)
    throw new SimulatorError(
      'SIM1105',
      '--world <folder> is missing',
      'Name the folder that keeps the world.',
    );
  assertSafeEnvironment(process.env);
  const world = World.open({
    directory: values.world,
    ...(values.seed === undefined ? {} : { seed: values.seed }),
  });
  for (const fault of values.fault ?? []) world.faults.enable(fault);
  const server = await startProviderServer({ world, strict: values.strict ?? false });
  process.stdout.write(
    values.json === true ? `${JSON.stringify(server.environment)}\n` : exportLines(server.environment),
  );
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await server.close();
  await world.close();
}

/** Lines for `eval` in a POSIX shell. */
function exportLines(environment: Readonly<Record<string, string>>): string {
  const quote = (value: string) => `'${value.replaceAll("'", "'\\''")}'`;
  return Object.entries(environment)
    .map(([name, value]) => `export ${name}=${quote(value)}\n`)
    .join('');
}

main().catch((error: unknown) => {
  const known = error instanceof SimulatorError;
  process.stderr.write(
    known
      ? `${error.code}: ${error.message}\n${error.remedy}\n`
      : `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exitCode = known ? 2 : 1;
});
