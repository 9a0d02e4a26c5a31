/**
 * Reads and writes the NodeConfig of a hybrid node without the program. Whatever a NodeConfig holds may be secret: no
 * message repeats more of it than names of members, labels and taints.
 */
import { LineCounter, parseAllDocuments, stringify } from 'yaml';
import { validate } from '../action/schema.ts';
import type { CredentialProvider } from '../install/nodeadm-versions.ts';
import { judgeNodeConfig, type RuleFindings } from './node-config-rules.ts';
import { nodeConfigSchema, type NodeConfig } from './node-config-schema.ts';

/** What was read. Without errors the facts are there; with errors they may be. */
export interface NodeConfigReading extends RuleFindings {
  readonly cluster: string | undefined;
  readonly region: string | undefined;
  readonly provider: CredentialProvider | undefined;
  /** To be masked before anything else. */
  readonly activationCode: string | undefined;
}

const NOTHING = { cluster: undefined, region: undefined, provider: undefined, activationCode: undefined };

/** Reads one document of YAML or JSON and tells everything that nodeadm would refuse, and what it would not say. */
export function readNodeConfig(content: string): NodeConfigReading {
  const lines = new LineCounter();
  // The parser's own sentences quote the lines around a fault, and one of them may be the activation code.
  const documents = parseAllDocuments(content, {
    prettyErrors: false,
    lineCounter: lines,
    stringKeys: true,
    logLevel: 'error',
  });
  const [document, ...others] = Array.isArray(documents) ? documents : [];
  if (document === undefined) return { ...NOTHING, errors: ['it is empty'], warnings: [] };
  const faults = document.errors.map(
    ({ code, pos }) => `line ${lines.linePos(pos[0]).line}: ${code.toLowerCase().replaceAll('_', ' ')}`,
  );
  if (others.length > 0) faults.push(`it holds ${others.length + 1} documents, one is needed`);
  if (faults.length > 0) return { ...NOTHING, errors: faults, warnings: [] };
  return readValue(plainValue(document));
}

/** Undefined for aliases that unfold without end, which no NodeConfig needs. */
function plainValue(document: { toJS(options: { maxAliasCount: number }): unknown }): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch {
    return undefined;
  }
}

function readValue(value: unknown): NodeConfigReading {
  const activationCode = codeIn(value);
  const result = validate(nodeConfigSchema, value);
  if (result.valid) {
    const { cluster, hybrid } = result.value.spec;
    const provider = hybrid.ssm === undefined ? 'iam-ra' : 'ssm';
    const facts = { cluster: cluster.name, region: cluster.region, provider, activationCode } as const;
    return { ...facts, ...judgeNodeConfig(result.value) };
  }
  return { ...NOTHING, activationCode, errors: [...result.problems, ...hints(value)], warnings: [] };
}

function member(value: unknown, ...names: readonly string[]): unknown {
  return names.reduce<unknown>(
    (object, name) =>
      typeof object === 'object' && object !== null && Object.hasOwn(object, name)
        ? (object as Record<string, unknown>)[name]
        : undefined,
    value,
  );
}

/** Looked for before the shape is checked: a refused configuration has a code to hide as well. */
function codeIn(value: unknown): string | undefined {
  const code = member(value, 'spec', 'hybrid', 'ssm', 'activationCode');
  const isText = typeof code === 'string' || typeof code === 'number';
  return isText && String(code) !== '' ? String(code) : undefined;
}

/** Mistakes that are made often, in words that say where it belongs. */
function hints(value: unknown): readonly string[] {
  const found: string[] = [];
  if (member(value, 'spec', 'hybrid', 'region') !== undefined) {
    found.push('spec.hybrid.region: the region belongs into spec.cluster.region');
  }
  for (const name of ['activationCode', 'activationId']) {
    if (typeof member(value, 'spec', 'hybrid', 'ssm', name) === 'number') {
      found.push(`spec.hybrid.ssm.${name}: put it in quotes, YAML reads it as a number`);
    }
  }
  return found;
}

/** What a NodeConfig for SSM is made of. */
export interface NodeConfigParts {
  readonly cluster: string;
  readonly region: string;
  readonly activationId: string;
  readonly activationCode: string;
  /** `key=value`. */
  readonly labels: readonly string[];
  /** `key=value:effect`. */
  readonly taints: readonly string[];
  /** Undefined for kubelet's own 110. */
  readonly maxPods: number | undefined;
  /** Whether pods may use the node's credentials through the Pod Identity agent. */
  readonly enableCredentialsFile: boolean;
}

/** The NodeConfig as YAML, every text in quotes. It holds the activation code: write it with mode 0600 only. */
export function renderNodeConfig(parts: NodeConfigParts): string {
  const { cluster, region, activationId, activationCode, labels, taints, maxPods } = parts;
  const flags = [
    ...(labels.length === 0 ? [] : [`--node-labels=${labels.join(',')}`]),
    ...(taints.length === 0 ? [] : [`--register-with-taints=${taints.join(',')}`]),
  ];
  const kubelet = {
    ...(flags.length > 0 && { flags }),
    ...(maxPods !== undefined && { config: { maxPods } }),
  };
  const config: NodeConfig = {
    apiVersion: 'node.eks.aws/v1alpha1',
    kind: 'NodeConfig',
    spec: {
      cluster: { name: cluster, region },
      hybrid: {
        ...(parts.enableCredentialsFile && { enableCredentialsFile: true }),
        ssm: { activationCode, activationId },
      },
      ...(Object.keys(kubelet).length > 0 && { kubelet }),
    },
  };
  return stringify(config, { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN', lineWidth: 0 });
}
