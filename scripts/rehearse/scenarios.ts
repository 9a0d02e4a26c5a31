/** What `npm start` can rehearse. */
export const SCENARIOS = [
  {
    name: 'pull-request',
    description:
      'a pull request adds the network, a second push breaks its addresses, a third repairs them; one comment follows all',
  },
] as const;

export type ScenarioName = (typeof SCENARIOS)[number]['name'];
