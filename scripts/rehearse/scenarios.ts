/** What `npm start` can rehearse. */
export const SCENARIOS = [
  {
    name: 'pull-request',
    description: 'a pull request adds the network, a second push changes it, one comment follows both',
  },
] as const;

export type ScenarioName = (typeof SCENARIOS)[number]['name'];
