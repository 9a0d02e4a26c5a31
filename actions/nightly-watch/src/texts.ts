import { code, plain } from '#lib/report/markdown.js';
import type { NightlyDocument } from '#lib/report/nightly-document.js';

/** The state of the nights in one sentence. */
export function verdictOf({ missed, lastGood, ageHours, maxAgeHours }: NightlyDocument): string {
  const limit = `${String(maxAgeHours)} h`;
  if (lastGood === null) {
    return missed
      ? `No nightly run is known to have made its checks for ${String(ageHours)} h; ${limit} are allowed.`
      : `No nightly run has made its checks yet; ${limit} are allowed.`;
  }
  const last = `The last nightly checks that succeeded were made ${String(ageHours)} h ago`;
  return missed ? `${last}; ${limit} are allowed.` : `${last}.`;
}

/** What to do about missed nights, from what GitHub says about the workflow. */
export function adviceFor({ state, workflow }: NightlyDocument): string {
  if (state === 'disabled_inactivity') {
    return 'GitHub has disabled the workflow because the repository had no activity for 60 days: enable it again on its page under Actions.';
  }
  if (state !== 'active') {
    return `GitHub calls the workflow ${state}: enable it again on its page under Actions, or delete ${workflow}.`;
  }
  return 'The workflow is enabled: look at its last runs for the reason why none succeeded, or start it by hand.';
}

/** Body of the issue about missed nights. */
export function issueBody(document: NightlyDocument): string {
  const { workflow, lastGood, runUrl } = document;
  return [
    `**${verdictOf(document)}** Until it runs again nobody is told of drift or of environments that have expired.`,
    '',
    adviceFor(document),
    '',
    `- Workflow: ${code(workflow)}`,
    `- Last success: ${lastGood === null ? 'unknown' : `[run ${String(lastGood.id)}](${lastGood.url}) at ${lastGood.startedAt}`}`,
    `- Noticed by [this run](${runUrl})`,
    '',
    'The issue is kept by nightly-watch: it closes by itself when the checks have succeeded again. Closed as "not planned", it stays closed until something changes.',
  ].join('\n');
}

/** The job summary: verdict, what follows for this run, then what was looked at. */
export function summarize(document: NightlyDocument): string {
  const { due, reason, workflow, runs, issue, previous } = document;
  const url = issue?.url ?? null;
  return [
    `### ${due ? 'The nightly checks are due' : 'The nightly checks have been made'}`,
    '',
    plain(reason),
    '',
    plain(verdictOf(document)),
    ...(document.missed ? ['', plain(adviceFor(document))] : []),
    '',
    `Looked at ${String(runs)} runs of ${code(workflow)}; documents of the last checks: ${previous === null ? 'none' : `[run ${String(previous.id)}](${previous.url})`}.`,
    ...(url === null
      ? []
      : ['', `Issue about missed nights: [#${String(issue?.number)}](${url}), ${String(issue?.action)}.`]),
  ].join('\n');
}
