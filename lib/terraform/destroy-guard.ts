import { firstMatch } from './address-pattern.ts';
import type { PlanModel, PlannedChange } from './plan-model.ts';
import type { Risk } from './risk/assessor.ts';

/**
 * What an apply must not destroy unless it is told to: what holds data, keys and names, and what everything else of
 * this architecture hangs on. A teardown is told to, so there only a list of its own counts.
 */
export const DEFAULT_PROTECTED: readonly string[] = [
  'aws_eks_cluster',
  'aws_vpc',
  'aws_ec2_transit_gateway',
  'aws_kms_key',
  'aws_s3_bucket',
  'aws_db_*',
  'aws_rds_*',
  'aws_dynamodb_table',
  'aws_efs_file_system',
  'aws_route53_zone',
  'aws_iam_openid_connect_provider',
  'azurerm_resource_group',
  'azurerm_virtual_network',
  'azurerm_virtual_network_gateway',
  'azurerm_key_vault',
  'azurerm_storage_account',
  'azurerm_*sql*',
  'azurerm_cosmosdb_account',
  'azurerm_managed_disk',
  'azurerm_dns_zone',
  'azurerm_private_dns_zone',
];

export interface GuardRules {
  /** What the person who starts the apply typed; null when nothing. */
  readonly confirm: string | null;
  /** What has to be typed. */
  readonly environment: string;
  /** Objects that may be destroyed, replaced ones included. */
  readonly maxDestroys: number;
  /** Of the objects that exist, from 0 to 100; a single object is not a share. */
  readonly maxDestroyPercent: number;
  /** Types and addresses as `matchesPattern` takes them. */
  readonly protected: readonly string[];
  /** Exempt from {@link protected}. */
  readonly allowDestroy: readonly string[];
  /** Rules whose critical risks are accepted. */
  readonly overrideRisks: readonly string[];
  /** The whole stack is to go: limits and risks, which would refuse every teardown, do not count. */
  readonly destroy: boolean;
}

export type GuardCheck =
  'confirmation' | 'count' | 'share' | 'protected' | 'count-index' | 'risk' | 'override';

export interface GuardFinding {
  readonly check: GuardCheck;
  /** Whether it keeps the plan from being applied; the others are told only. */
  readonly blocks: boolean;
  /** What was found, and which input would allow it. */
  readonly sentence: string;
  readonly addresses: readonly string[];
}

export interface GuardVerdict {
  readonly allowed: boolean;
  readonly destroys: number;
  /** Objects that exist before the apply, as far as the plan lists them. */
  readonly existing: number;
  readonly findings: readonly GuardFinding[];
}

/** The part of a plan that the guard looks at. */
export type GuardedPlan = Pick<PlanModel, 'changes' | 'counts'>;

/**
 * Decides whether a plan may be applied, for what it destroys. A replacement counts as a destruction, in both orders:
 * the new object is not the old one. Read from the plan, never from Terraform's words. Findings that block come first.
 */
export function guardDestroys(plan: GuardedPlan, risks: readonly Risk[], rules: GuardRules): GuardVerdict {
  const destroyed = plan.changes.filter(({ kind, mode }) => mode === 'managed' && isDestroyed(kind));
  const existing = countExisting(plan);
  const findings = [
    ...confirmation(destroyed.length, rules),
    ...(rules.destroy ? [] : limits(destroyed.length, existing, rules)),
    ...protection(destroyed, rules),
    ...(rules.destroy ? [] : criticalRisks(risks, rules)),
    ...cascades(destroyed),
    ...unusedOverrides(risks, rules),
  ];
  return {
    allowed: !findings.some(({ blocks }) => blocks),
    destroys: destroyed.length,
    existing,
    findings: [...findings.filter(({ blocks }) => blocks), ...findings.filter(({ blocks }) => !blocks)],
  };
}

function isDestroyed(kind: PlannedChange['kind']): boolean {
  return kind === 'delete' || kind === 'replace';
}

/** Every row but those of objects that do not exist yet and of data. */
function countExisting({ counts }: GuardedPlan): number {
  const { update, replace, delete: deleted, forget, createForget, moveOnly, noOp } = counts;
  return update + replace + deleted + forget + createForget + moveOnly + noOp;
}

/** What is typed must be right even where nothing is destroyed: it shows that another environment was meant. */
function confirmation(
  destroys: number,
  { confirm, environment, destroy }: GuardRules,
): readonly GuardFinding[] {
  if (confirm === environment || (confirm === null && destroys === 0 && !destroy)) return [];
  const found = confirm === null ? 'was not typed' : 'is not the name of the environment';
  const why = destroy ? 'The whole stack is to be destroyed' : `The plan destroys ${objects(destroys)}`;
  const sentence = `${why}, and the confirmation ${found}: the input confirm must be \`${environment}\`.`;
  return [{ check: 'confirmation', blocks: true, sentence, addresses: [] }];
}

function limits(destroys: number, existing: number, rules: GuardRules): readonly GuardFinding[] {
  const { maxDestroys, maxDestroyPercent } = rules;
  const found: GuardFinding[] = [];
  if (destroys > maxDestroys) {
    const sentence = `The plan destroys ${objects(destroys)}, and max-destroys allows ${maxDestroys}.`;
    found.push({ check: 'count', blocks: true, sentence, addresses: [] });
  }
  // Rounded, a share just above the limit would read like the limit itself.
  if (destroys > 1 && destroys * 100 > maxDestroyPercent * existing) {
    const share = existing === 0 ? '100' : ((destroys * 100) / existing).toFixed(1);
    const sentence = `The plan destroys ${destroys} of ${objects(existing)} (${share} %), and max-destroy-percent allows ${maxDestroyPercent}.`;
    found.push({ check: 'share', blocks: true, sentence, addresses: [] });
  }
  return found;
}

function protection(destroyed: readonly PlannedChange[], rules: GuardRules): readonly GuardFinding[] {
  const byPattern = new Map<string, string[]>();
  for (const row of destroyed) {
    const pattern = firstMatch(rules.protected, row);
    if (pattern === undefined || firstMatch(rules.allowDestroy, row) !== undefined) continue;
    byPattern.set(pattern, [...(byPattern.get(pattern) ?? []), row.address]);
  }
  return [...byPattern].map(([pattern, addresses]) => ({
    check: 'protected' as const,
    blocks: true,
    sentence: `The plan destroys what \`${pattern}\` protects. If that is wanted, name each address in allow-destroy.`,
    addresses,
  }));
}

function criticalRisks(risks: readonly Risk[], { overrideRisks }: GuardRules): readonly GuardFinding[] {
  return risks
    .filter(({ level }) => level === 'critical')
    .map(({ rule, sentence, addresses }) => {
      const accepted = overrideRisks.includes(rule);
      const end = accepted
        ? `Accepted by override-risks (\`${rule}\`).`
        : `If that is wanted, name \`${rule}\` in override-risks.`;
      return { check: 'risk' as const, blocks: !accepted, sentence: `${sentence} ${end}`, addresses };
    });
}

/** Which objects of a count go is decided by their number alone, so they are named apart. */
function cascades(destroyed: readonly PlannedChange[]): readonly GuardFinding[] {
  const addresses = destroyed
    .filter(({ reason }) => reason === 'delete_because_count_index')
    .map(({ address }) => address);
  if (addresses.length === 0) return [];
  const sentence =
    'A count shrinks, and with it the objects with the highest numbers go, whichever were meant.';
  return [{ check: 'count-index', blocks: false, sentence, addresses }];
}

/** A misspelt rule would seem to allow something, or one that was left from another plan would for the next. */
function unusedOverrides(risks: readonly Risk[], { overrideRisks }: GuardRules): readonly GuardFinding[] {
  const found = new Set(risks.map(({ rule }) => rule));
  return overrideRisks
    .filter((rule) => !found.has(rule))
    .map((rule) => ({
      check: 'override' as const,
      blocks: false,
      sentence: `override-risks names \`${rule}\`, but the plan has no such risk.`,
      addresses: [],
    }));
}

function objects(count: number): string {
  return `${count} ${count === 1 ? 'object' : 'objects'}`;
}
