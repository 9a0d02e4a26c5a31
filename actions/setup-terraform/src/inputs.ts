import { readFileSync } from 'node:fs';
import { actionErrors } from '#lib/action/action-errors.js';
import {
  booleanInput,
  enumInput,
  listInput,
  rawInput,
  readAll,
  refusedInput,
  stringInput,
} from '#lib/action/inputs.js';
import { checkPath, pathInput } from '#lib/action/path-input.js';

export interface Inputs {
  readonly tool: 'terraform' | 'opentofu';
  /** As given; undefined when the files decide. */
  readonly version: string | undefined;
  /** Absolute. */
  readonly directory: string;
  readonly versionFiles: boolean;
  readonly preferCached: boolean;
  /** Base addresses in the order in which they are tried; empty for the official ones. */
  readonly mirrors: readonly string[];
  /** One mirror that is used instead of all others. */
  readonly mirrorUrl: string | undefined;
  /** ASCII-armoured public key that is trusted instead of the ones that come with the action. */
  readonly mirrorKey: string | undefined;
  /** Lower case. */
  readonly sha256: string | undefined;
  /** Absolute: RUNNER_TOOL_CACHE. */
  readonly toolCache: string;
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  /** HTTPS_PROXY and its like, as the job has them. */
  readonly proxy: Readonly<Record<string, string | undefined>>;
}

const PROXY_VARIABLES = ['HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY', 'https_proxy', 'http_proxy', 'no_proxy'];

export function readInputs(): Inputs {
  const inputs = readAll({
    tool: () => enumInput('tool', ['terraform', 'opentofu'], { default: 'terraform' }),
    version: () => stringInput('version', { pattern: /^[^\n\r]{1,200}$/, allowed: 'one line' }),
    directory: () => pathInput('working-directory', { default: '.', mustExist: 'directory' }),
    versionFiles: () => booleanInput('version-files', { default: true }),
    preferCached: () => booleanInput('prefer-cached', { default: false }),
    mirrors: () => listInput('mirrors').map((address) => readAddress('mirrors', address)),
    mirrorUrl: readMirrorUrl,
    mirrorKey: readKey,
    sha256: () =>
      stringInput('sha256', { pattern: /^[0-9a-f]{64}$/i, allowed: 'a SHA-256 of 64 hexadecimal digits' }),
    toolCache: readToolCache,
  });
  return {
    ...inputs,
    sha256: inputs.sha256?.toLowerCase(),
    platform: process.platform,
    arch: process.arch,
    proxy: Object.fromEntries(PROXY_VARIABLES.map((name) => [name, process.env[name]])),
  };
}

/** Which addresses are safe is judged where they are used; here only that it is one. */
function readAddress(name: string, address: string): string {
  const url = URL.parse(address);
  if (url !== null && (url.protocol === 'https:' || url.protocol === 'http:'))
    return address.replace(/\/+$/, '');
  throw refusedInput(name, address, 'an address such as https://mirror.example.com/hashicorp');
}

function readMirrorUrl(): string | undefined {
  const address = stringInput('mirror-url');
  if (address === undefined) return undefined;
  // Both would leave open which of them the key belongs to.
  if (rawInput('mirrors') !== '') throw refusedInput('mirror-url', address, 'empty where mirrors is given');
  return readAddress('mirror-url', address);
}

/** The key itself or the path of its file; that it is one key is checked where it is used. */
function readKey(): string | undefined {
  const text = stringInput('mirror-key');
  if (text === undefined || text.startsWith('-----BEGIN PGP')) return text;
  return readFileSync(checkPath('mirror-key', text, { mustExist: 'file' }), 'utf8');
}

function readToolCache(): string {
  const folder = process.env['RUNNER_TOOL_CACHE'] ?? '';
  if (folder !== '') return folder;
  throw actionErrors.EHA1006('The environment variable RUNNER_TOOL_CACHE is not set.');
}
