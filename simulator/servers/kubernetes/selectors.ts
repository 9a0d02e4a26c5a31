/** Label and field selectors. Source: Kubernetes documentation, "Labels and Selectors" and "Field Selectors". */
import type { KubeResource } from '../../world/kube-resources.ts';
import { at, type KubeObject } from '../../world/kube-types.ts';
import { badRequest } from './status.ts';

export type Predicate = (object: KubeObject) => boolean;

/** Whether the object is among those the request asks for. Refuses selectors that cannot be understood with 400. */
export function selection(query: URLSearchParams, resource: KubeResource): Predicate {
  const labels = labelRequirements(query.get('labelSelector') ?? '');
  const fields = fieldRequirements(query.get('fieldSelector') ?? '', resource);
  return (object) =>
    labels.every((matches) => matches(object.metadata.labels ?? {})) &&
    fields.every((matches) => matches(object));
}

type LabelMatch = (labels: Readonly<Record<string, string>>) => boolean;

const SET = /^([^\s!=,()]+)\s+(in|notin)\s*\(([^)]*)\)$/;
const EQUALITY = /^([^\s!=,()]+)\s*(==|=|!=)\s*([^\s!=,()]*)$/;
const EXISTENCE = /^(!?)\s*([^\s!=,()]+)$/;

/** The parts of `a=b,c in (d,e),!f`. */
export function labelRequirements(selector: string): readonly LabelMatch[] {
  return selector
    .split(/,(?![^(]*\))/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => labelRequirement(part, selector));
}

function labelRequirement(part: string, selector: string): LabelMatch {
  const [, key = '', operator, list = ''] = SET.exec(part) ?? [];
  if (operator !== undefined) {
    const values = list.split(',').map((value) => value.trim());
    return (labels) => {
      const value = labels[key];
      const isIn = value !== undefined && values.includes(value);
      return operator === 'in' ? isIn : !isIn;
    };
  }
  const [, name = '', sign, wanted = ''] = EQUALITY.exec(part) ?? [];
  if (sign !== undefined) {
    return (labels) => (sign === '!=' ? labels[name] !== wanted : labels[name] === wanted);
  }
  const [, negation, label] = EXISTENCE.exec(part) ?? [];
  if (label === undefined) {
    throw badRequest(`unable to parse requirement: found '${part}', expected: identifier in "${selector}"`);
  }
  return (labels) => label in labels === (negation === '');
}

const FIELDS: Readonly<Record<string, readonly string[]>> = {
  nodes: ['spec.unschedulable'],
  pods: [
    'spec.nodeName',
    'spec.restartPolicy',
    'spec.schedulerName',
    'spec.serviceAccountName',
    'spec.hostNetwork',
    'status.phase',
    'status.podIP',
    'status.nominatedNodeName',
  ],
  namespaces: ['status.phase'],
  secrets: ['type'],
  events: [
    'involvedObject.kind',
    'involvedObject.namespace',
    'involvedObject.name',
    'involvedObject.uid',
    'involvedObject.apiVersion',
    'involvedObject.resourceVersion',
    'involvedObject.fieldPath',
    'reason',
    'reportingComponent',
    'source',
    'type',
  ],
  certificatesigningrequests: ['spec.signerName'],
};

function fieldRequirements(selector: string, resource: KubeResource): readonly Predicate[] {
  return selector
    .split(',')
    .filter((part) => part !== '')
    .map((part) => {
      const [, path = '', sign, wanted] = /^([^!=]+)(!=|==|=)(.*)$/.exec(part) ?? [];
      if (sign === undefined || wanted === undefined) {
        throw badRequest(`invalid selector: '${selector}'; can't understand '${part}'`);
      }
      const known = ['metadata.name', 'metadata.namespace', ...(FIELDS[resource.plural] ?? [])];
      if (!known.includes(path)) throw badRequest(`field label not supported: ${path}`);
      return (object) => (fieldText(object, path) === wanted) === (sign !== '!=');
    });
}

function fieldText(object: KubeObject, path: string): string {
  const value = at(object, ...path.split('.'));
  if (typeof value === 'string') return value;
  // A boolean that is left out is false.
  if (typeof value === 'boolean') return String(value);
  return path === 'spec.unschedulable' ? 'false' : '';
}
