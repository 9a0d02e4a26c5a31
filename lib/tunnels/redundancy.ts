import { carries, type Signal, type Verdict } from './algebra.ts';

/** Where a tunnel ends: what fails together. */
export interface Path {
  readonly verdict: Verdict;
  /** The instance of the Azure gateway; null when it is not known. */
  readonly azureInstance: string | null;
  readonly awsConnection: string | null;
}

export interface Domain {
  readonly name: string;
  readonly kind: 'azure-instance' | 'aws-connection' | 'device' | 'location';
  /** Tunnels of a VPN, paths of a private link. */
  readonly tunnels: number;
  /** Tunnels that carry traffic for certain, and those that perhaps do. */
  readonly working: number;
  readonly possible: number;
}

export interface Redundancy {
  readonly domains: readonly Domain[];
  readonly working: number;
  readonly possible: number;
  /** `up`: no failure of one instance, connection or tunnel cuts the clouds apart. */
  readonly state: Signal;
  readonly sentence: string;
}

/**
 * What is left when any one failure domain goes. Two tunnels on one instance of the Azure gateway go down together, so
 * they are one path; the same is so for the two tunnels of one AWS connection, which share one customer gateway.
 */
export function judgeRedundancy(paths: readonly Path[]): Redundancy {
  const domains = [
    ...domainsOf(paths, 'azure-instance', ({ azureInstance }) => azureInstance),
    ...domainsOf(paths, 'aws-connection', ({ awsConnection }) => awsConnection),
  ];
  const working = paths.filter(({ verdict }) => carries(verdict) === 'up').length;
  const possible = paths.filter(({ verdict }) => carries(verdict) !== 'down').length;
  const certain = survives(
    paths.filter(({ verdict }) => carries(verdict) === 'up'),
    false,
  );
  const hopeful = survives(
    paths.filter(({ verdict }) => carries(verdict) !== 'down'),
    true,
  );
  const state = certain ? 'up' : hopeful ? 'unknown' : 'down';
  return { domains, working, possible, state, sentence: sentenceOf(state, working, domains) };
}

/** Whether paths are left without any one domain. A tunnel of unknown place only counts where hope is asked for. */
function survives(paths: readonly Path[], hopeful: boolean): boolean {
  const isSpread = (place: (path: Path) => string | null): boolean => {
    const known = new Set(paths.flatMap((path) => place(path) ?? []));
    const unplaced = paths.filter((path) => place(path) === null).length;
    return known.size + (hopeful ? unplaced : 0) >= 2;
  };
  return isSpread(({ azureInstance }) => azureInstance) && isSpread(({ awsConnection }) => awsConnection);
}

/** The failure domains of one kind, by name, each with what ends there. What has no known place counts to none. */
export function domainsOf<P extends { readonly verdict: Verdict }>(
  paths: readonly P[],
  kind: Domain['kind'],
  place: (path: P) => string | null,
): readonly Domain[] {
  const names = [...new Set(paths.flatMap((path) => place(path) ?? []))].sort();
  return names.map((name) => {
    const own = paths.filter((path) => place(path) === name).map(({ verdict }) => carries(verdict));
    return {
      name,
      kind,
      tunnels: own.length,
      working: own.filter((signal) => signal === 'up').length,
      possible: own.filter((signal) => signal !== 'down').length,
    };
  });
}

function sentenceOf(state: Signal, working: number, domains: readonly Domain[]): string {
  if (state === 'up') return 'Either instance of the Azure gateway and either AWS connection may fail.';
  if (state === 'unknown') return 'Whether the link survives the failure of one end is not known.';
  if (working === 0) return 'Nothing carries traffic between the clouds.';
  const alive = domains.filter((domain) => domain.kind === 'azure-instance' && domain.working > 0);
  const [only] = alive;
  return alive.length === 1 && only !== undefined
    ? `All that works ends at ${only.name} of the Azure gateway: its next maintenance cuts the clouds apart.`
    : 'The next failure of one end cuts the clouds apart.';
}
