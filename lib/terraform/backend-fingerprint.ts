import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson } from './canonical-json.ts';
import { terraformErrors } from './errors.ts';
import { isObject } from './plan-json.ts';

/**
 * The settings that say which state a backend holds; how it is reached (credentials, roles, proxies, retries) may
 * differ between plan and apply. From the pages of each backend in Terraform's and OpenTofu's documentation.
 */
const IDENTITY: Readonly<Record<string, readonly string[]>> = {
  local: ['path', 'workspace_dir'],
  s3: ['bucket', 'key', 'region', 'workspace_key_prefix', 'endpoint', 'endpoints'],
  azurerm: ['storage_account_name', 'container_name', 'key', 'environment', 'endpoint'],
  gcs: ['bucket', 'prefix'],
  remote: ['hostname', 'organization', 'workspaces'],
  cloud: ['hostname', 'organization', 'workspaces'],
  http: ['address'],
  consul: ['address', 'datacenter', 'path'],
  kubernetes: ['secret_suffix', 'namespace', 'host'],
  pg: ['schema_name', 'table_name'],
  cos: ['bucket', 'prefix', 'key', 'region'],
  oss: ['bucket', 'prefix', 'key', 'region', 'endpoint'],
  oci: ['bucket', 'namespace', 'key', 'region', 'workspace_key_prefix'],
};

/** In a backend that is not known, everything whose name does not say that it is a credential. */
const CREDENTIAL = /secret|password|passwd|token|access_key|account_key|conn_str|credential|private|cert|sas/;

/**
 * Which state a stack's backend holds, as `<type>:<32 hexadecimal digits>`, without anything secret: a digest of the
 * settings that tell one state from another, as `terraform init` left them.
 * @param dataDirectory absolute; `.terraform` of the stack unless TF_DATA_DIR says otherwise
 * @throws EHA1203 when init left something that cannot be read
 */
export async function readBackendFingerprint(dataDirectory: string): Promise<string> {
  const file = join(dataDirectory, 'terraform.tfstate');
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    // Without a backend block init writes no such file: the state is a local file of the default name.
    if (isObject(error) && error['code'] === 'ENOENT') return backendFingerprint('local', {});
    throw unreadable(file);
  }
  const backend = parseBackend(text);
  if (backend === undefined) throw unreadable(file);
  return backendFingerprint(backend.type, backend.config);
}

/** See {@link readBackendFingerprint}. */
export function backendFingerprint(type: string, config: Readonly<Record<string, unknown>>): string {
  const known = IDENTITY[type];
  const names = known ?? Object.keys(config).filter((name) => !CREDENTIAL.test(name));
  const kept: Record<string, unknown> = {};
  for (const name of names) {
    const value = withoutUserInfo(config[name]);
    if (value !== null && value !== undefined && value !== '') kept[name] = value;
  }
  return `${type}:${createHash('sha256').update(canonicalJson(kept)).digest('hex').slice(0, 32)}`;
}

function parseBackend(text: string): { type: string; config: Readonly<Record<string, unknown>> } | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (!isObject(value)) return undefined;
    const backend = value['backend'] ?? { type: 'local', config: {} };
    if (!isObject(backend) || typeof backend['type'] !== 'string') return undefined;
    const config = backend['config'] ?? {};
    return isObject(config) ? { type: backend['type'], config } : undefined;
  } catch {
    return undefined;
  }
}

/** User, password, query and fragment of an address may be credentials. */
function withoutUserInfo(value: unknown): unknown {
  if (isObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, withoutUserInfo(entry)]));
  }
  if (typeof value !== 'string' || !URL.canParse(value)) return value;
  const { protocol, host, pathname } = new URL(value);
  return `${protocol}//${host}${pathname}`;
}

/** The content is not repeated: it may hold credentials. */
function unreadable(file: string): Error {
  return terraformErrors.EHA1203(`${file}, in which terraform init keeps the backend, cannot be read.`);
}
