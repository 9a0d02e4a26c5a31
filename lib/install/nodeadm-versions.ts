/**
 * What is known of nodeadm's releases. Each embeds the PGP key that `nodeadm install` checks the SSM agent's installer
 * with; when the key ends, the release cannot install any more.
 * Source: aws/eks-hybrid, issue 864 (key that ended 2026-07-15), pull requests 863 and 870, issue 664.
 */
import { nodeadmErrors } from './nodeadm-errors.ts';

/** How a node gets its AWS credentials. */
export type CredentialProvider = 'ssm' | 'iam-ra';

/** The oldest release whose embedded key is not the one that ended on 2026-07-15. */
export const NODEADM_FLOOR = '1.0.19';
/** The newest release that is known to embed the key of `KEY_ENDS`; of newer ones nothing is known. */
const LAST_WITH_KEY = '1.0.20';
const KEY_ENDS = '2027-11-25';
const WARN_BEFORE_MS = 180 * 24 * 60 * 60 * 1000;

/** What speaks against a release without making it useless. */
const FLAWS: readonly { readonly before: string; readonly flaw: string }[] = [
  {
    before: '1.0.9',
    flaw: 'its `uninstall --force` deletes data that is mounted below /var/lib/kubelet',
  },
  { before: '1.0.20', flaw: 'it cannot configure containerd 2.3 or newer, so that `init` fails there' },
];

/** `1.0.20` of `v1.0.20`; undefined when it is no full version of a release. */
export function nodeadmVersion(text: string): string | undefined {
  return /^v?((?:0|[1-9]\d{0,5})\.(?:0|[1-9]\d{0,5})\.(?:0|[1-9]\d{0,5}))$/.exec(text)?.[1];
}

/** Negative when `a` is the older one. Both are full versions without the v. */
export function compareNodeadm(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  const differences = (left ?? []).map((number, index) => number - (right?.[index] ?? 0));
  return differences.find((difference) => difference !== 0) ?? 0;
}

/**
 * The day (ISO 8601) on which `nodeadm install` stops to work with SSM, null where it is not known.
 */
export function keyEnd(version: string): string | null {
  if (compareNodeadm(version, NODEADM_FLOOR) < 0) return '2026-07-15';
  return compareNodeadm(version, LAST_WITH_KEY) <= 0 ? KEY_ENDS : null;
}

/**
 * What to know before this version is used with this provider, as sentences. EHA1441 when it cannot install any more;
 * `now` in milliseconds. Without SSM no key is needed.
 */
export function judgeNodeadm(version: string, provider: CredentialProvider, now: number): readonly string[] {
  const warnings = FLAWS.filter(({ before }) => compareNodeadm(version, before) < 0).map(
    ({ before, flaw }) => `nodeadm ${version} is older than ${before}: ${flaw}.`,
  );
  const end = keyEnd(version);
  if (provider !== 'ssm' || end === null) return warnings;
  const left = Date.parse(`${end}T00:00:00Z`) - now;
  if (left <= 0) {
    throw nodeadmErrors.EHA1441(
      `nodeadm ${version} checks the installer of the SSM agent with a key that ended on ${end}, so that \`nodeadm install\` fails. ` +
        (compareNodeadm(version, NODEADM_FLOOR) < 0
          ? `The oldest version with a newer key is ${NODEADM_FLOOR}.`
          : `A version newer than ${LAST_WITH_KEY} is needed.`),
    );
  }
  if (left > WARN_BEFORE_MS) return warnings;
  return [
    ...warnings,
    `nodeadm ${version} checks the installer of the SSM agent with a key that ends on ${end}; from then on no new node can be installed with it.`,
  ];
}
