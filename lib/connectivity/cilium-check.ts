/** What checks of Cilium's objects share. */
import { ActionError } from '../action/errors.ts';
import { type CustomObject, resource } from '../kubernetes/resources.ts';
import { refusalOf } from '../kubernetes/status.ts';
import type { Check, CheckKind, Outcome, Place, ProbeNode } from './types.ts';

export const BGP_NODES = resource('cilium.io', 'v2', 'ciliumbgpnodeconfigs', false);
export const VTEPS = resource('cilium.io', 'v2', 'ciliumvtepconfigs', false);
export const CILIUM: Place = { name: 'Cilium', cloud: 'azure' };
export const SYSTEM_NAMESPACE = 'kube-system';

export function ciliumCheck(kind: CheckKind, target: Place, outcome: Outcome, detail: string): Check {
  return { kind, source: CILIUM, target, outcome, detail };
}

export const hybridPlace = ({ name }: ProbeNode): Place => ({ name, cloud: 'azure' });

/** What cannot be read, for want of a permission or of an answer, is unknown. */
export async function guarded(
  kind: CheckKind,
  work: () => Promise<readonly Check[]>,
): Promise<readonly Check[]> {
  try {
    return await work();
  } catch (error) {
    if (refusalOf(error) === undefined && !(error instanceof ActionError)) throw error;
    return [ciliumCheck(kind, CILIUM, 'unknown', error instanceof Error ? error.message : String(error))];
  }
}

/** Ranges for pods of a node, as Cilium's operator gave them. */
export function podRanges(ciliumNode: CustomObject | undefined): readonly string[] {
  const ipam = ciliumNode?.spec?.['ipam'] as { readonly podCIDRs?: readonly string[] } | undefined;
  return ipam?.podCIDRs ?? [];
}

export const named = <T extends { readonly metadata?: { readonly name?: string } }>(
  items: readonly T[],
  name: string,
): T | undefined => items.find(({ metadata }) => metadata?.name === name);
