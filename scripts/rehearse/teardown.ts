import { deregisterLeft } from './environment-operator.ts';
import { CLUSTER } from './identities.ts';
import { type Life, madeObjects, perform, told } from './life.ts';

const REGION = 'eu-central-1';

/** All stacks are destroyed by the workflow, which proves that nothing billable is left. Returns whether nothing is. */
export async function rehearseTeardown(life: Life): Promise<boolean> {
  const { stage } = life;
  const title = 'The environment is torn down, and both clouds are asked what is left';
  const inputs = { name: CLUSTER, confirm: CLUSTER };
  const { isAsItShould } = await perform(life, {
    title,
    caller: 'teardown',
    trigger: { name: 'workflow_dispatch', inputs },
    expectedFailure: life.nodes.every(({ ready }) => ready)
      ? undefined
      : ': VMs that registered and never joined are left with Systems Manager, which it has to name',
  });
  await life.machines?.whenSettled();
  const url = stage.machineEnvironment['AWS_ENDPOINT_URL_SSM'];
  const names = url === undefined ? [] : await deregisterLeft(stage.world, url, REGION);
  if (names.length > 0) told(life, `${names.join(', ')} left registered; deregistered by hand`, false);
  const left = madeObjects(life);
  life.left = left;
  const rest = Object.entries(left).map(([type, count]) => `${String(count)} ${type}`);
  const isEmpty = rest.length === 0;
  const what = isEmpty ? 'Nothing is left in the simulated clouds' : `What is left: ${rest.join(', ')}`;
  told(life, `${what}, of ${String(life.applied)} objects${cost(life)}`, isEmpty);
  return isEmpty && isAsItShould;
}

function cost({ monthlyCost }: Life): string {
  if (monthlyCost === undefined) return '';
  return `, which would cost about $${String(Math.round(monthlyCost))} a month at list prices`;
}
