import { parse } from 'yaml';
import { DOUBLES } from '#simulator/runner/doubles/index.js';

/** A third-party action that may be used, at the one commit that was looked at. */
export interface PinnedAction {
  readonly sha: string;
  readonly version: string;
}

/** Every third-party action of this repository; nothing else may be used. Keys are `owner/name[/path]`, lower case. */
export const PINNED_ACTIONS: Readonly<Record<string, PinnedAction>> = {
  'actions/checkout': { sha: '3d3c42e5aac5ba805825da76410c181273ba90b1', version: 'v7.0.1' },
  'actions/upload-artifact': { sha: 'bbbca2ddaa5d8feaa63e36b76fdaad77386f024f', version: 'v7.0.0' },
  'actions/download-artifact': { sha: '3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c', version: 'v8.0.1' },
  'actions/cache': { sha: '27d5ce7f107fe9357f9df03efb73ab90386fccae', version: 'v5.0.5' },
  'aws-actions/configure-aws-credentials': {
    sha: 'e6de054238d6b7531b4efff3b6587d9aade6a06c',
    version: 'v6.2.3',
  },
  'azure/login': { sha: 'f5d393ae46f8fde4be8b75f32e3fc50e654ad0ca', version: 'v3.0.1' },
  // Only for this repository's own CI.
  'actions/setup-node': { sha: '820762786026740c76f36085b0efc47a31fe5020', version: 'v7.0.0' },
};

/** Inputs of actions that no stand-in of the simulator knows, from their action.yml at the pinned commit. */
const OTHER_INPUTS: Readonly<Record<string, readonly string[]>> = {
  'actions/setup-node': [
    'node-version',
    'node-version-file',
    'architecture',
    'check-latest',
    'registry-url',
    'scope',
    'token',
    'cache',
    'package-manager-cache',
    'cache-dependency-path',
    'mirror',
    'mirror-token',
  ],
};

export interface ActionInputs {
  readonly [name: string]: { readonly required: boolean };
}

/** The inputs of a pinned action, as far as they are known here; undefined for an action that is not on the list. */
export function inputsOf(name: string): ActionInputs | undefined {
  const double = DOUBLES.get(name.toLowerCase());
  if (double !== undefined) {
    const manifest = parse(double.manifest) as {
      readonly inputs?: Record<string, { required?: boolean } | null>;
    };
    const entries = Object.entries(manifest.inputs ?? {});
    return Object.fromEntries(
      entries.map(([input, options]) => [input, { required: options?.required === true }]),
    );
  }
  const others = OTHER_INPUTS[name.toLowerCase()];
  return others && Object.fromEntries(others.map((input) => [input, { required: false }]));
}
