import type { RepositoryRecord } from './github-types.ts';

/** All that hangs on a repository, before anything does. */
export function emptyCollections() {
  return {
    protectedBranches: new Set<string>(),
    requiredApprovals: 0,
    variables: new Map<string, string>(),
    secrets: new Map<string, string>(),
    labels: new Map(),
    issues: new Map(),
    comments: new Map(),
    environments: new Map(),
    workflows: new Map(),
    runs: new Map(),
    artifacts: new Map(),
    deployments: new Map(),
    checkRuns: new Map(),
    statuses: [],
  } satisfies Partial<RepositoryRecord>;
}
