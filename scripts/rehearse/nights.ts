import type { ObjectValue, WorldObject } from '#simulator/terraform-provider/engine/types.js';
import type { RunTrigger } from '#simulator/world/github-actions.js';
import { type Life, perform } from './life.ts';
import { PLATFORM } from './repository.ts';
import type { Stage } from './stage.ts';

const NIGHT: RunTrigger = { name: 'schedule', cron: '17 1 * * *' };
const HOUR_MS = 3_600_000;

const NIGHTS = [
  { title: 'The first night: nothing has drifted', issue: 'none' },
  { title: 'Somebody changes the tags of the VPC by hand, and the next night tells', issue: 'open' },
  { title: 'The change is undone, and the night after closes the issue', issue: 'closed' },
] as const;

/** Three nights: clean, after a change by hand, and after that was undone. Returns whether all went as they should. */
export async function rehearseNights(life: Life): Promise<boolean> {
  const { world } = life.stage;
  let good = true;
  let before: WorldObject['attributes'] | undefined;
  for (const [index, { title, issue }] of NIGHTS.entries()) {
    const [vpc] = world.objects.list('aws_vpc');
    if (vpc === undefined) return false;
    if (index === 1) {
      before = vpc.attributes;
      const tags = { ...(before['tags'] as ObjectValue), Owner: 'somebody' };
      const all = { ...(before['tags_all'] as ObjectValue), Owner: 'somebody' };
      world.objects.patch(vpc.key, { tags, tags_all: all });
    } else if (index === 2 && before !== undefined) {
      const { tags = null, tags_all: all = null } = before;
      world.objects.patch(vpc.key, { tags, tags_all: all });
    }
    passADay(life.stage);
    const { succeeded, isAsItShould } = await perform(life, { title, caller: 'nightly', trigger: NIGHT });
    const state = tellIssue(life);
    life.issues.push(state);
    // A night that a fault broke keeps no issue; the one after it does.
    good = isAsItShould && (state === issue || !succeeded || life.options.faults.length > 0) && good;
  }
  return good;
}

/** The clock of the world is that of the machine: instead of waiting, every run so far becomes a day older. */
function passADay({ github }: Stage): void {
  for (const run of github.repository(PLATFORM).runs.values())
    run.startedAt = new Date(Date.parse(run.startedAt) - 24 * HOUR_MS).toISOString();
}

/** Shows the issue about drift; gives its state. */
function tellIssue({ stage, terminal }: Life): string {
  const issue = [...stage.github.repository(PLATFORM).issues.values()].find(
    ({ pull, title }) => pull === undefined && title.startsWith('Drift: '),
  );
  if (issue === undefined) {
    terminal.line('  There is no issue about drift.');
    return 'none';
  }
  terminal.line(`  Issue #${String(issue.number)} "${issue.title}" is ${issue.state}.`);
  const told = issue.state === 'open' ? /^[!+-] .*$/m.exec(issue.body ?? '')?.[0] : undefined;
  if (told !== undefined) terminal.line(terminal.dim(`    ${told}`));
  return issue.state;
}
