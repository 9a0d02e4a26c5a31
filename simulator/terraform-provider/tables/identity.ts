import { SIMULATED_ACCOUNTS } from '../../world/world.ts';

/**
 * Who the simulated clouds think is calling, in the accounts of the world. Fixed and recognisable as invented, so that
 * state made in the simulation can never be mistaken for state of a real account.
 */
export const SIMULATED_IDENTITY = {
  ...SIMULATED_ACCOUNTS,
  /** The caller as `aws_caller_identity` sees it: a role session of GitHub Actions. */
  roleName: 'eks-hybrid-rehearsal',
  sessionName: 'GitHubActions',
  roleUniqueId: 'AROASIMULATEDREHEARSA',
  clientId: '00000000-0000-4000-8000-000000000003',
  objectId: '00000000-0000-4000-8000-000000000004',
} as const;

/** When the simulated world was made; the only time stamp in computed values, so that two runs agree. */
export const SIMULATED_TIME = '2026-11-02T09:30:00Z';
