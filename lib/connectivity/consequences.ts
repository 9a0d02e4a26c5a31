/** What fails because something else failed: a service because its pods are not reached, a name because of DNS. */
import { isDns, isFailed, isPod, isSamePair } from './check-sets.ts';
import type { Check, CheckKind } from './types.ts';

/** Whether the second, which failed for a known cause, explains the first. */
type Follows = (check: Check, basis: Check) => boolean;

/** Between the same two pods, smaller things failed already. */
const samePair: Follows = (check, basis) => isPod(basis) && isSamePair(check, basis);

/** Pods of the cloud in which the service or server is are not reached from here; node ports forward within that cloud. */
const sameCloud: Follows = ({ source, target }, basis) =>
  isPod(basis) &&
  basis.target.cloud === target.cloud &&
  (basis.source.name === source.name || basis.source.cloud === target.cloud);

const dnsFromHere: Follows = ({ source }, basis) =>
  (isDns(basis) || basis.kind === 'headless') && basis.source.name === source.name;

/** The control plane is in the VPC. */
const toVpc: Follows = ({ source }, basis) =>
  isPod(basis) && basis.source.name === source.name && basis.target.cloud === 'aws';

const fromVpc: Follows = ({ target }, basis) =>
  isPod(basis) && basis.source.cloud === 'aws' && basis.target.name === target.name;

const FOLLOWS: Partial<Record<CheckKind, Follows>> = {
  'large-body': samePair,
  'path-mtu': samePair,
  throughput: samePair,
  'policy-allow': samePair,
  'policy-deny': samePair,
  'cluster-ip': sameCloud,
  'node-port': sameCloud,
  'dns-replica-udp': sameCloud,
  'dns-replica-tcp': sameCloud,
  'dns-service-udp': dnsFromHere,
  'dns-service-tcp': dnsFromHere,
  headless: dnsFromHere,
  'api-server': toVpc,
  webhook: fromVpc,
};

/** Adds to `named` what follows from what is there, until nothing new does. */
export function addConsequences<Id>(checks: readonly Check[], named: Map<Check, Id>): void {
  const open = new Set(checks.filter((check) => isFailed(check) && !named.has(check)));
  for (let before = -1; before !== named.size;) {
    before = named.size;
    for (const check of open) {
      const follows = FOLLOWS[check.kind];
      const basis = [...named].find(([known]) => follows?.(check, known) === true);
      if (basis === undefined) continue;
      named.set(check, basis[1]);
      open.delete(check);
    }
  }
}
