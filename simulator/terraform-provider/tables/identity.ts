/**
 * Who the simulated clouds think is calling. Fixed and recognisable, so that state made in the simulation can
 * never be mistaken for state of a real account: 123456789012 is the account number of AWS's own documentation,
 * and the GUIDs spell their purpose.
 */
export const SIMULATED_IDENTITY = {
  accountId: '123456789012',
  /** The caller as `aws_caller_identity` sees it: a role session of GitHub Actions. */
  roleName: 'eks-hybrid-rehearsal',
  sessionName: 'GitHubActions',
  roleUniqueId: 'AROASIMULATEDREHEARSA',
  subscriptionId: '51b5c71b-e000-4000-8000-000000000001',
  tenantId: '7e4a47e4-e000-4000-8000-000000000002',
  clientId: 'c11e47e4-e000-4000-8000-000000000003',
  objectId: '0b1ec7e4-e000-4000-8000-000000000004',
} as const;

/** When the simulated world was made; the only time stamp in computed values, so that two runs agree. */
export const SIMULATED_TIME = '2026-11-02T09:30:00Z';
