import type { ObjectReader } from '../terraform-provider/engine/types.ts';

/** A kind that an API server serves because of a CustomResourceDefinition. */
export interface CustomKind {
  /** Name of the definition, `<plural>.<group>`. */
  readonly name: string;
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly plural: string;
}

/** What Cilium's operator registers (cilium.io/v2 of Cilium 1.18); the last is of the EKS build alone. */
export const CILIUM_KINDS: readonly CustomKind[] = [
  ['CiliumNode', 'ciliumnodes'],
  ['CiliumEndpoint', 'ciliumendpoints'],
  ['CiliumIdentity', 'ciliumidentities'],
  ['CiliumBGPClusterConfig', 'ciliumbgpclusterconfigs'],
  ['CiliumBGPPeerConfig', 'ciliumbgppeerconfigs'],
  ['CiliumBGPAdvertisement', 'ciliumbgpadvertisements'],
  ['CiliumBGPNodeConfig', 'ciliumbgpnodeconfigs'],
  ['CiliumBGPNodeConfigOverride', 'ciliumbgpnodeconfigoverrides'],
  ['CiliumVTEPConfig', 'ciliumvtepconfigs'],
].map(([kind = '', plural = '']) => ({
  name: `${plural}.cilium.io`,
  group: 'cilium.io',
  version: 'v2',
  kind,
  plural,
}));

/**
 * Kinds that the API server with this URL serves beyond the built-in ones. Cilium's chart brings none: its operator
 * registers them when it starts, and it starts on a hybrid node. Real ones stay when the last node goes; these do not.
 */
export function customKinds(objects: ObjectReader, endpoint: string): readonly CustomKind[] {
  const installed = objects
    .list('helm_release')
    .some(({ region, attributes }) => region === endpoint && attributes['name'] === 'cilium');
  const cluster = objects
    .list('aws_eks_cluster')
    .find(({ attributes }) => attributes['endpoint'] === endpoint)?.attributes['name'];
  const joined = objects.list('kubernetes_node').some(({ attributes }) => attributes['cluster'] === cluster);
  return installed && joined ? CILIUM_KINDS : [];
}
