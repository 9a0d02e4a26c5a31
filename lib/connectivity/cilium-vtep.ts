/** The VTEP configuration that the hybrid nodes gateway writes, by which hybrid nodes find AWS pods. */
import type { CustomObject, Node } from '../kubernetes/resources.ts';
import type { ClusterDoor } from '../kubernetes/types.ts';
import { CILIUM, ciliumCheck, VTEPS } from './cilium-check.ts';
import type { Check } from './types.ts';

/** On nodes that the gateway runs on. */
const GATEWAY_LABEL = 'hybrid-gateway-node';

interface VtepEndpoint {
  readonly name?: string;
  readonly tunnelEndpoint?: string;
}

/** There is one, it leads to a node of the gateway, and agents that tell whether they took it over did. */
export async function checkVtep(door: ClusterDoor, nodes: readonly Node[]): Promise<readonly Check[]> {
  const { items } = await door.list(VTEPS);
  if (items.length === 0) {
    const detail = 'no CiliumVTEPConfig: the gateway has not written one';
    return [ciliumCheck('cilium-vtep', CILIUM, 'failed', detail)];
  }
  return items.map((item) => checkConfig(item, gatewayAddresses(nodes)));
}

function gatewayAddresses(nodes: readonly Node[]): readonly string[] {
  return nodes
    .filter(({ metadata }) => metadata?.labels?.[GATEWAY_LABEL] !== undefined)
    .flatMap(({ status }) => status?.addresses ?? [])
    .filter(({ type }) => type === 'InternalIP')
    .map(({ address }) => address);
}

function checkConfig({ metadata, spec, status }: CustomObject, gateways: readonly string[]): Check {
  const target = { name: metadata?.name ?? 'VTEP', cloud: 'azure' } as const;
  const endpoints = endpointsOf(spec);
  const ways = endpoints.map(({ tunnelEndpoint = 'nowhere' }) => tunnelEndpoint);
  const strangers = gateways.length === 0 ? [] : ways.filter((address) => !gateways.includes(address));
  const problem = syncProblem(status);
  if (endpoints.length === 0) return ciliumCheck('cilium-vtep', target, 'failed', 'it names no endpoint');
  if (strangers.length > 0) {
    const detail = `it leads to ${strangers.join(', ')}; nodes of the gateway are ${gateways.join(', ')}`;
    return ciliumCheck('cilium-vtep', target, 'failed', detail);
  }
  if (problem !== '') return ciliumCheck('cilium-vtep', target, 'failed', problem);
  const compared = gateways.length === 0 ? `, and no node is labelled ${GATEWAY_LABEL} to compare with` : '';
  return ciliumCheck('cilium-vtep', target, 'passed', `it leads to ${ways.join(', ')}${compared}`);
}

/** The EKS build and later ones of Cilium differ in the name of the list. */
function endpointsOf(spec: CustomObject['spec']): readonly VtepEndpoint[] {
  const found = spec?.['endpoints'] ?? spec?.['vtepEndpoints'];
  return Array.isArray(found) ? (found as readonly VtepEndpoint[]) : [];
}

/** Builds that tell nothing are believed: the matrix shows whether packets pass. */
function syncProblem(status: CustomObject['status']): string {
  const told = status?.['endpointStatuses'];
  if (!Array.isArray(told)) return '';
  const bad = (told as readonly { name?: string; synced?: boolean; error?: string }[]).find(
    ({ synced, error = '' }) => synced === false || error !== '',
  );
  return bad === undefined
    ? ''
    : `endpoint ${bad.name ?? ''} is not taken over: ${bad.error ?? 'no reason given'}`;
}
