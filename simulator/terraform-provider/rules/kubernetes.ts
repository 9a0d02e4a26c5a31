import type { PlanRule } from '../engine/types.ts';
import { refused, servesKind, unreachable, word } from '../tables/kubernetes/cluster.ts';
import { isObject } from '../tables/values.ts';
import type { FieldRule, RuleTable } from './table.ts';

/** Helm's limit of the name of a release. */
const releaseName: FieldRule = (value) =>
  typeof value === 'string' && value.length >= 1 && value.length <= 53
    ? []
    : [
        {
          summary: 'Invalid Attribute Value Length',
          detail: `Attribute name string length must be between 1 and 53, got: ${String(value).length}`,
        },
      ];

const dnsName: FieldRule = (value) =>
  typeof value === 'string' && /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/.test(value) && value.length <= 253
    ? []
    : [
        `metadata name ${JSON.stringify(value)}: a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character`,
      ];

const policyType: FieldRule = (value) =>
  value === 'Ingress' || value === 'Egress'
    ? []
    : [`expected policy_types to be one of ["Ingress" "Egress"], got ${String(value)}`];

/** What hashicorp/helm and hashicorp/kubernetes refuse at validate time. Names of RBAC may hold colons. */
export const kubernetesRules: Readonly<Record<string, RuleTable>> = {
  helm_release: { fields: { name: releaseName } },
  kubernetes_namespace_v1: { fields: { 'metadata.name': dnsName } },
  kubernetes_config_map_v1: { fields: { 'metadata.name': dnsName } },
  kubernetes_network_policy_v1: {
    fields: { 'metadata.name': dnsName, 'spec.policy_types': policyType },
  },
};

/** `kubernetes_manifest` asks the API server for the kind's schema, so both must be there when the plan is made. */
const manifestKind: PlanRule = (config, context) => {
  const reason = unreachable(context.instance, context.objects, ['Get', '/apis']);
  if (reason !== undefined)
    return [refused('Failed to construct REST client', `cannot create REST client: ${reason}`)];
  const { manifest } = config;
  if (!isObject(manifest)) return [];
  const [apiVersion, kind] = [word(manifest['apiVersion']), word(manifest['kind'])];
  if (servesKind(context, apiVersion, kind)) return [];
  return [
    refused(
      'API did not recognize GroupVersionKind from manifest (CRD may not be installed)',
      `no matches for kind "${kind}" in group "${apiVersion.split('/')[0] ?? ''}"`,
    ),
  ];
};

/** What hashicorp/kubernetes refuses while planning. */
export const kubernetesPlanRules: Readonly<Record<string, readonly PlanRule[]>> = {
  kubernetes_manifest: [manifestKind],
};
