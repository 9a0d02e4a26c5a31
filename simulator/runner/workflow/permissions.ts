import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/index';
import type { TokenPermissions } from '../host.ts';
import { pairsOf, textOf } from '../expressions/tokens.ts';

type Access = 'read' | 'write' | 'none';

/**
 * Every scope a GITHUB_TOKEN can have, with the most it can be given.
 * Source: the workflow syntax reference, `permissions`.
 */
const SCOPES: Readonly<Record<string, Access>> = {
  actions: 'write',
  'artifact-metadata': 'write',
  attestations: 'write',
  checks: 'write',
  'code-quality': 'write',
  contents: 'write',
  deployments: 'write',
  discussions: 'write',
  'id-token': 'write',
  issues: 'write',
  models: 'read',
  packages: 'write',
  pages: 'write',
  'pull-requests': 'write',
  'repository-projects': 'write',
  'security-events': 'write',
  statuses: 'write',
  'vulnerability-alerts': 'read',
};

const RANK: Readonly<Record<Access, number>> = { none: 0, read: 1, write: 2 };

/** What a repository with the default setting "read repository contents and packages" grants. */
export const RESTRICTED_DEFAULT: TokenPermissions = complete({ contents: 'read', packages: 'read' });

function complete(partial: Readonly<Record<string, Access>>): TokenPermissions {
  return Object.fromEntries(Object.keys(SCOPES).map((scope) => [scope, partial[scope] ?? 'none']));
}

/** The permissions a `permissions:` key asks for, all scopes named; undefined when the key is absent. */
export function requestedPermissions(token: TemplateToken | undefined): TokenPermissions | undefined {
  if (token === undefined) return undefined;
  const shorthand = token.isScalar ? textOf(token) : '';
  if (shorthand === 'write-all') return complete(SCOPES);
  if (shorthand === 'read-all') {
    return complete(
      Object.fromEntries(Object.keys(SCOPES).map((scope) => [scope, scope === 'id-token' ? 'none' : 'read'])),
    );
  }
  const entries = pairsOf(token).map((pair): [string, Access] => [
    textOf(pair.key),
    accessOf(textOf(pair.value)),
  ]);
  return complete(Object.fromEntries(entries));
}

function accessOf(text: string): Access {
  return text === 'read' || text === 'write' ? text : 'none';
}

/** The lesser of two permissions in every scope: what a called workflow gets of what its caller holds. */
export function intersect(left: TokenPermissions, right: TokenPermissions): TokenPermissions {
  return Object.fromEntries(
    Object.keys(SCOPES).map((scope) => {
      const [a, b] = [left[scope] ?? 'none', right[scope] ?? 'none'];
      return [scope, RANK[a] <= RANK[b] ? a : b];
    }),
  );
}

/** A pull request from a fork gets reading at most and no OIDC, whatever the workflow says. */
export function readOnly(permissions: TokenPermissions): TokenPermissions {
  return Object.fromEntries(
    Object.entries(permissions).map(([scope, access]) => [
      scope,
      scope === 'id-token' ? 'none' : access === 'write' ? 'read' : access,
    ]),
  );
}

/** Scopes in which `requested` exceeds `allowed`, in the two lists that GitHub's error message shows. */
export function violations(
  requested: TokenPermissions,
  allowed: TokenPermissions,
): { readonly requested: string; readonly allowed: string } | undefined {
  const scopes = Object.keys(SCOPES).filter(
    (scope) => RANK[requested[scope] ?? 'none'] > RANK[allowed[scope] ?? 'none'],
  );
  if (scopes.length === 0) return undefined;
  const list = (from: TokenPermissions) =>
    scopes.map((scope) => `${scope}: ${from[scope] ?? 'none'}`).join(', ');
  return { requested: list(requested), allowed: list(allowed) };
}
