/** What clients ask first: versions, groups and the resources in them. */
import { apiVersionOf, type KubeResource } from '../../world/kube-resources.ts';
import type { JsonObject } from '../../world/kube-types.ts';

const VERBS = ['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'update', 'watch'];

/** The answer to a path of discovery; undefined for any other path. `version` is the cluster's, `1.34`. */
export function discover(
  path: string,
  resources: readonly KubeResource[],
  version: string,
): JsonObject | undefined {
  if (path === '/version') return versionInfo(version);
  if (path === '/api') return { kind: 'APIVersions', versions: ['v1'], serverAddressByClientCIDRs: [] };
  const groups = [...new Set(resources.map(({ group }) => group).filter(Boolean))].map((group) =>
    groupOf(group, resources),
  );
  if (path === '/apis') return { kind: 'APIGroupList', apiVersion: 'v1', groups };
  if (path === '/api/v1') return resourceList('v1', resources);
  const [root, group, wanted, ...rest] = path.split('/').slice(1);
  if (root !== 'apis' || group === undefined || rest.length > 0) return undefined;
  if (wanted === undefined) {
    const found = groups.find((entry) => entry['name'] === group);
    return found === undefined ? undefined : { kind: 'APIGroup', apiVersion: 'v1', ...found };
  }
  return resourceList(`${group}/${wanted}`, resources);
}

function groupOf(name: string, resources: readonly KubeResource[]): JsonObject {
  const versions = [
    ...new Set(resources.filter(({ group }) => group === name).map(({ version }) => version)),
  ].map((version) => ({ groupVersion: `${name}/${version}`, version }));
  return { name, versions, preferredVersion: versions[0] };
}

function resourceList(groupVersion: string, all: readonly KubeResource[]): JsonObject | undefined {
  const own = all.filter((resource) => apiVersionOf(resource) === groupVersion);
  if (own.length === 0 && !OWN_REVIEWS.has(groupVersion)) return undefined;
  const resources = own.flatMap((resource): readonly JsonObject[] => {
    const { plural, singular, kind, namespaced, shortNames, subresources } = resource;
    const main = { name: plural, singularName: singular, namespaced, kind, verbs: VERBS };
    return [
      shortNames.length === 0 ? main : { ...main, shortNames },
      ...subresources.map((name) => subresource(resource, name)),
    ];
  });
  const reviews = OWN_REVIEWS.get(groupVersion) ?? [];
  const virtual = reviews.map((kind) => ({
    name: `${kind.toLowerCase()}s`,
    singularName: kind.toLowerCase(),
    namespaced: false,
    kind,
    verbs: ['create'],
  }));
  return { kind: 'APIResourceList', apiVersion: 'v1', groupVersion, resources: [...resources, ...virtual] };
}

/** Kinds that can only be created, to ask about oneself. */
export const OWN_REVIEWS: ReadonlyMap<string, readonly string[]> = new Map([
  ['authorization.k8s.io/v1', ['SelfSubjectAccessReview']],
  ['authentication.k8s.io/v1', ['SelfSubjectReview']],
]);

function subresource({ plural, namespaced, kind }: KubeResource, name: string): JsonObject {
  const common = { name: `${plural}/${name}`, singularName: '', namespaced };
  if (name === 'eviction') {
    return { ...common, group: 'policy', version: 'v1', kind: 'Eviction', verbs: ['create'] };
  }
  if (name === 'exec') return { ...common, kind: 'PodExecOptions', verbs: ['create', 'get'] };
  if (name === 'portforward') return { ...common, kind: 'PodPortForwardOptions', verbs: ['create', 'get'] };
  if (name === 'log') return { ...common, kind, verbs: ['get'] };
  return { ...common, kind, verbs: ['get', 'patch', 'update'] };
}

function versionInfo(version: string): JsonObject {
  const [major = '1', minor = '34'] = version.split('.');
  return {
    major,
    minor,
    gitVersion: `v${major}.${minor}.1-eks-113cf36`,
    gitCommit: '0000000000000000000000000000000000000000',
    gitTreeState: 'clean',
    buildDate: '2026-10-01T00:00:00Z',
    goVersion: 'go1.24.6',
    compiler: 'gc',
    platform: 'linux/amd64',
  };
}
