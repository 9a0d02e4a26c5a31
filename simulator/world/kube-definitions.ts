/** CustomResourceDefinitions and the kinds that an API server serves because of them. */
import { type KubeResource, qualifiedName } from './kube-resources.ts';
import { at, isArray, type KubeObject, objectsAt, textAt } from './kube-types.ts';

/** The definition of a kind, established and served in its one version. */
export function definitionOf(resource: KubeResource): KubeObject {
  const { group, version, plural, singular, kind, namespaced, shortNames } = resource;
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: qualifiedName(resource) },
    spec: {
      group,
      names: { plural, singular, kind, listKind: `${kind}List`, shortNames },
      scope: namespaced ? 'Namespaced' : 'Cluster',
      versions: [{ name: version, served: true, storage: true, subresources: { status: {} } }],
    },
    status: {
      conditions: [
        { type: 'NamesAccepted', status: 'True', reason: 'NoConflicts', message: 'no conflicts found' },
        {
          type: 'Established',
          status: 'True',
          reason: 'InitialNamesAccepted',
          message: 'the initial names have been accepted',
        },
      ],
      acceptedNames: { plural, singular, kind, listKind: `${kind}List`, shortNames },
      storedVersions: [version],
    },
  };
}

/** The kinds of a definition, one for each served version. */
export function servedKind(definition: KubeObject): readonly KubeResource[] {
  const names = at(definition, 'spec', 'names');
  const short = at(names, 'shortNames');
  return objectsAt(definition, 'spec', 'versions')
    .filter((version) => version['served'] === true)
    .map((version) => ({
      group: textAt(definition, 'spec', 'group'),
      version: textAt(version, 'name'),
      plural: textAt(names, 'plural'),
      singular: textAt(names, 'singular') || textAt(names, 'kind').toLowerCase(),
      kind: textAt(names, 'kind'),
      namespaced: textAt(definition, 'spec', 'scope') === 'Namespaced',
      shortNames: isArray(short) ? short.filter((name) => typeof name === 'string') : [],
      subresources: at(version, 'subresources', 'status') === undefined ? [] : ['status'],
    }));
}
