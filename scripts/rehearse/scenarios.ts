/** What `npm start` can rehearse, in this order. */
export const SCENARIOS = [
  {
    name: 'pull-request',
    description:
      'a pull request adds the network, a second push breaks its addresses, a third repairs them; one comment follows all',
  },
  {
    name: 'lifecycle',
    description:
      'the pull request is merged and applied, nights find drift and its repair, the teardown leaves nothing',
  },
  {
    name: 'environment',
    description: 'all three stacks are applied, their VMs boot and join, and everything is destroyed again',
  },
] as const;

export type ScenarioName = (typeof SCENARIOS)[number]['name'];
