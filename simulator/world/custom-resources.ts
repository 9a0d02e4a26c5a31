import type { ObjectReader, WorldObject } from '../terraform-provider/engine/types.ts';

/** A kind that an API server serves since a CustomResourceDefinition was registered. */
export interface CustomKind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly plural: string;
}

/**
 * What Cilium's operator registers when it starts (cilium.io/v2 of Cilium 1.18), as far as something here needs it; the
 * last is of the EKS build alone. The chart brings none of them, so they are missing until an operator has run, and that
 * takes a hybrid node.
 */
export const CILIUM_KINDS: readonly CustomKind[] = [
  ['CiliumNode', 'ciliumnodes'],
  ['CiliumEndpoint', 'ciliumendpoints'],
  ['CiliumBGPClusterConfig', 'ciliumbgpclusterconfigs'],
  ['CiliumBGPPeerConfig', 'ciliumbgppeerconfigs'],
  ['CiliumBGPAdvertisement', 'ciliumbgpadvertisements'],
  ['CiliumBGPNodeConfig', 'ciliumbgpnodeconfigs'],
  ['CiliumBGPNodeConfigOverride', 'ciliumbgpnodeconfigoverrides'],
  ['CiliumVTEPConfig', 'ciliumvtepconfigs'],
].map(([kind = '', plural = '']) => ({ group: 'cilium.io', version: 'v2', kind, plural }));

const TYPE = 'kubernetes_custom_resource_definition';

/** Registers kinds at the API server with this URL, as an operator does when it starts; again is no change. */
export function registerKinds(
  objects: { put(object: WorldObject): void },
  endpoint: string,
  kinds: readonly CustomKind[] = CILIUM_KINDS,
): void {
  for (const { group, version, kind, plural } of kinds) {
    const name = `${plural}.${group}`;
    const attributes = { id: name, name, group, version, kind, plural };
    objects.put({
      key: `${TYPE}/${endpoint}/${name}`,
      provider: 'kubernetes',
      type: TYPE,
      region: endpoint,
      attributes,
    });
  }
}

/** The definitions registered at an API server. */
export function definitions(objects: ObjectReader, endpoint: string): readonly WorldObject[] {
  return objects.list(TYPE).filter((object) => object.region === endpoint);
}

/** Kinds served beyond the built-in ones, as `<apiVersion>/<kind>`. */
export function definedKinds(objects: ObjectReader, endpoint: string): ReadonlySet<string> {
  return new Set(
    definitions(objects, endpoint).map(({ attributes: { group, version, kind } }) =>
      [group, version, kind].map(String).join('/'),
    ),
  );
}
