/** Clusters as the providers helm and kubernetes see them: by the URL of their API server. */
import type { Diagnostic, ObjectReader, ObjectValue, ProviderInstance, Value } from '../../engine/types.ts';
import { customKinds } from '../../../world/custom-resources.ts';
import { blocks, findBy, text } from '../values.ts';

/** Groups that every API server serves; others need a CustomResourceDefinition. */
const BUILT_IN = /^(?:|apps|autoscaling|batch|policy|extensions|[a-z.]+\.k8s\.io)$/;

/** Namespaces that a cluster has from the start. */
const OWN_NAMESPACES = ['default', 'kube-node-lease', 'kube-public', 'kube-system'];

/**
 * Why the cluster cannot be reached, as client-go says it; undefined where it is in the world. `request` is the verb and
 * the path of the call.
 */
export function unreachable(
  instance: ProviderInstance,
  objects: ObjectReader,
  request: readonly [verb: string, path: string],
): string | undefined {
  const host = instance.region;
  if (host === '')
    return 'invalid configuration: no configuration has been provided, try setting KUBERNETES_MASTER environment variable';
  if (findBy(objects, 'aws_eks_cluster', 'endpoint', host) !== undefined) return undefined;
  const [verb, path] = request;
  return `${verb} "${host}${path}": dial tcp: lookup ${host.replace(/^https:\/\//, '')}: no such host`;
}

/** Whether the API server serves a kind: one of its own, or one that a CustomResourceDefinition has added. */
export function servesKind(
  { instance, objects }: { readonly instance: ProviderInstance; readonly objects: ObjectReader },
  apiVersion: string,
  kind: string,
): boolean {
  const group = apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '';
  if (BUILT_IN.test(group)) return true;
  return customKinds(objects, instance.region).some(
    (custom) => custom.kind === kind && `${custom.group}/${custom.version}` === apiVersion,
  );
}

/** Whether a namespace is there: the cluster's own, one that Terraform made, or one that a release brought along. */
export function hasNamespace(objects: ObjectReader, host: string, name: string): boolean {
  if (OWN_NAMESPACES.includes(name)) return true;
  const made = objects
    .list('kubernetes_namespace_v1')
    .some((object) => object.region === host && text(metadataOf(object.attributes), 'name') === name);
  const brought = objects
    .list('helm_release')
    .some(
      ({ region, attributes }) =>
        region === host && attributes['create_namespace'] === true && attributes['namespace'] === name,
    );
  return made || brought;
}

/** The one `metadata` block of an object. */
export function metadataOf(object: ObjectValue): ObjectValue | undefined {
  return blocks(object, 'metadata')[0];
}

/** An error of a provider about an object as a whole. */
export function refused(summary: string, detail = ''): Diagnostic {
  return { severity: 'error', summary, detail, path: [] };
}

/** A known string, or the empty one. */
export function word(value: Value | undefined): string {
  return typeof value === 'string' ? value : '';
}
