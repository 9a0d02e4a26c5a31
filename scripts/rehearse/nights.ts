import type { ObjectValue } from '#simulator/terraform-provider/engine/types.js';
import type { RunTrigger } from '#simulator/world/github-actions.js';
import { ageLink } from '#simulator/world/link/history.js';
import { type Life, perform } from './life.ts';
import { tellLink } from './link.ts';
import { PLATFORM } from './repository.ts';
import type { Stage } from './stage.ts';

const HOUR_MS = 3_600_000;
const NIGHT: RunTrigger = { name: 'schedule', cron: '17 1 * * *' };
/** Looks again in the same night, where the run before it failed. */
const NEXT_SLOT: RunTrigger = { name: 'schedule', cron: '43 2 * * *' };

const NIGHTS = [
  {
    title: 'The first night: nothing has drifted, and the link is whole',
    hours: 24,
    trigger: NIGHT,
    issue: 'none',
  },
  {
    title: 'Somebody changes the tags of the VPC, half the tunnels are lost, and the next night tells both',
    hours: 24,
    trigger: NIGHT,
    issue: 'open',
  },
  {
    title: 'The change is undone, the tunnels are back, and the next slot closes both issues',
    hours: 2,
    trigger: NEXT_SLOT,
    issue: 'closed',
  },
] as const;

/** One instance of the Azure gateway has no tunnels: the others carry everything, and nothing is redundant. */
const BROKEN_LINK = 'link-instance-maintenance';

/**
 * Three checks of two nights: clean, after a change by hand and with a broken link, and after both were repaired. Returns
 * whether all went as they should.
 */
export async function rehearseNights(life: Life): Promise<boolean> {
  const { stage, options } = life;
  let good = true;
  let repair: (() => void) | undefined;
  for (const [index, { title, hours, trigger, issue }] of NIGHTS.entries()) {
    if (index === 1) repair = spoil(life);
    else repair?.();
    passHours(stage, hours);
    const isSpoilt = index === 1;
    const expectedFailure = isSpoilt ? ', as a night does that finds the link broken' : undefined;
    const asked = { title, caller: 'nightly', trigger, expectedFailure };
    const { identity, succeeded, isAsItShould } = await perform(life, asked);
    const link = await tellLink(life, identity);
    if (link !== undefined) life.links.push(link);
    const drift = tellIssue(life, 'Drift: ', 'drift');
    const ofLink = tellIssue(life, 'Link ', 'the link');
    life.issues.push(drift);
    life.linkIssues.push(ofLink);
    const isTold = drift === issue && ofLink === issue && succeeded !== isSpoilt;
    // A night that a fault broke keeps no issue; the one after it does.
    good = isAsItShould && (isTold || options.faults.length > 0) && good;
  }
  return good;
}

/** Changes a tag by hand and loses half the tunnels; gives what undoes both. */
function spoil({ stage: { world }, options }: Life): () => void {
  const [vpc] = world.objects.list('aws_vpc');
  const { tags = null, tags_all: all = null } = vpc?.attributes ?? {};
  const change = (attributes: ObjectValue): void => {
    if (vpc !== undefined) world.objects.patch(vpc.key, attributes);
  };
  change({
    tags: { ...(tags as ObjectValue), Owner: 'somebody' },
    tags_all: { ...(all as ObjectValue), Owner: 'somebody' },
  });
  world.faults.enable(BROKEN_LINK);
  return () => {
    change({ tags, tags_all: all });
    if (!options.faults.includes(BROKEN_LINK)) world.faults.disable(BROKEN_LINK);
  };
}

/** The clock of the world is that of the machine: instead of waiting, what was before becomes older. */
function passHours({ github, world }: Stage, hours: number): void {
  for (const run of github.repository(PLATFORM).runs.values())
    run.startedAt = new Date(Date.parse(run.startedAt) - hours * HOUR_MS).toISOString();
  ageLink(world, hours * HOUR_MS);
}

/** Shows the issue whose title begins so; gives its state. */
function tellIssue({ stage, terminal }: Life, begins: string, about: string): string {
  const issue = [...stage.github.repository(PLATFORM).issues.values()].find(
    ({ pull, title }) => pull === undefined && title.startsWith(begins),
  );
  if (issue === undefined) {
    terminal.line(`  There is no issue about ${about}.`);
    return 'none';
  }
  terminal.line(`  Issue #${String(issue.number)} "${issue.title}" is ${issue.state}.`);
  const told =
    issue.state === 'open' && about === 'drift' ? /^[!+-] .*$/m.exec(issue.body ?? '')?.[0] : undefined;
  if (told !== undefined) terminal.line(terminal.dim(`    ${told}`));
  return issue.state;
}
