import type { Value } from '../../engine/types.ts';
import { each, is, type BlockTable, type Fill, type FillTable, type Maker } from '../fill.ts';
import { guid } from '../makers.ts';
import { text } from '../values.ts';
import { metadataOf } from './cluster.ts';

/** `namespace/name`, or the name alone where the object is the cluster's. */
const id: Maker = (fill) => {
  const metadata = metadataOf(fill.self);
  const namespace = text(metadata, 'namespace');
  const name = text(metadata, 'name') ?? generated(fill, metadata?.['generate_name']);
  return namespace === undefined ? name : `${namespace}/${name}`;
};

const generated = (fill: Fill, prefix: Value | undefined): string =>
  `${typeof prefix === 'string' ? prefix : 'object-'}${fill.hex('name', 5)}`;

/** What the API server adds to the metadata of what it keeps. */
const metadata: BlockTable = each({
  name: (fill, block) => generated(fill, block['generate_name']),
  generation: is(1),
  resource_version: (fill) => String(1000 + fill.integer('version', 9000)),
  uid: (fill) => guid(fill, 'uid'),
});

const object: FillTable = { metadata, id };

const subject: BlockTable = each({
  api_group: (_fill, block) => (block['kind'] === 'ServiceAccount' ? '' : 'rbac.authorization.k8s.io'),
});

/** Fill tables of hashicorp/kubernetes. */
export const kubernetesTables: Readonly<Record<string, FillTable>> = {
  kubernetes_namespace_v1: object,
  kubernetes_config_map_v1: object,
  kubernetes_config_map_v1_data: { id },
  kubernetes_cluster_role_v1: object,
  kubernetes_cluster_role_binding_v1: { ...object, subject },
  kubernetes_role_v1: object,
  kubernetes_role_binding_v1: { ...object, subject },
  kubernetes_network_policy_v1: object,
  // The object as the API server answers it; what it would add by itself is left out.
  kubernetes_manifest: { object: (fill) => fill.self['manifest'] ?? null },
};
