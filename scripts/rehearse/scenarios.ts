/** What `npm start` rehearses: the acts of one life, in this order. */
export const SCENARIOS = [
  {
    name: 'pull-request',
    description:
      'a pull request adds the network, a second push breaks its addresses, a third repairs them; one comment follows all',
  },
  {
    name: 'network',
    description: 'the pull request is merged, and its reviewed plan is applied',
  },
  {
    name: 'nodes',
    description:
      'a second pull request adds what runs in the cluster, and VMs; they boot and join, and pods prove that they reach each other',
  },
  {
    name: 'nights',
    description:
      'nights: nothing has drifted; a change by hand and a broken link open an issue each, their repair closes both',
  },
  {
    name: 'cleanup',
    description:
      'a node without work is told by a dry run, marked by the next run, and removed by the one after',
  },
  {
    name: 'teardown',
    description: 'all stacks are destroyed, last one first, and both clouds are asked what is left',
  },
] as const;

export type ScenarioName = (typeof SCENARIOS)[number]['name'];

/**
 * The acts to play: those wanted, without those skipped. What stands on the network brings it with it, and goes where it
 * is skipped; the cleanup stands on the nodes in the same way.
 */
export function selectScenarios(
  wanted: readonly ScenarioName[],
  skipped: readonly ScenarioName[],
): readonly ScenarioName[] {
  const names = SCENARIOS.map(({ name }) => name);
  const left = names.filter(
    (name) =>
      (wanted.length === 0 || wanted.includes(name)) &&
      !skipped.includes(name) &&
      !(name === 'cleanup' && skipped.includes('nodes')),
  );
  const hasNetwork = !skipped.includes('network') && left.some((name) => name !== 'pull-request');
  const hasNodes = hasNetwork && !skipped.includes('nodes');
  return names.filter((name) => {
    if (name === 'network') return hasNetwork;
    if (name === 'nodes') return hasNodes && (left.includes('nodes') || left.includes('cleanup'));
    if (name === 'cleanup') return hasNodes && left.includes('cleanup');
    return left.includes(name) && (name === 'pull-request' || hasNetwork);
  });
}
