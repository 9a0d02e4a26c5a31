import type { DataSourceRule, ObjectValue } from '../engine/types.ts';
import { customKinds, type CustomKind } from '../../world/custom-resources.ts';
import { servesKind, unreachable } from '../tables/kubernetes/cluster.ts';
import { text } from '../tables/values.ts';
import { failed, found } from './answers.ts';

const definition = ({ name, group, kind, plural }: CustomKind): ObjectValue => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name },
  spec: { group, names: { kind, plural } },
});

/**
 * `kubernetes_resources`: of the kinds that the world keeps, CustomResourceDefinition, filtered by name alone. Any other
 * is an error rather than an empty list that means nothing.
 */
const resources: DataSourceRule = ({ config, instance, objects }) => {
  const [apiVersion, kind] = [text(config, 'api_version') ?? '', text(config, 'kind') ?? ''];
  const reason = unreachable(instance, objects, ['Get', '/apis']);
  if (reason !== undefined)
    return failed('Failed to construct REST client', `cannot create REST client: ${reason}`);
  if (!servesKind({ instance, objects }, apiVersion, kind))
    return failed(
      'Failed to determine resource type',
      `no matches for kind "${kind}" in version "${apiVersion}"`,
    );
  const selector = text(config, 'field_selector');
  const name = /^metadata\.name=([a-z0-9.-]+)$/.exec(selector ?? '')?.[1];
  if (kind !== 'CustomResourceDefinition' || (selector !== undefined && name === undefined)) {
    const asked = selector === undefined ? kind : `${kind} by ${selector}`;
    return failed('Not simulated', `The simulated cluster keeps no list of ${asked}.`);
  }
  const matching = customKinds(objects, instance.region).filter(
    (custom) => name === undefined || custom.name === name,
  );
  return found({ objects: matching.map(definition) });
};

/** Data sources of hashicorp/kubernetes. */
export const kubernetesData: Readonly<Record<string, DataSourceRule>> = { kubernetes_resources: resources };
