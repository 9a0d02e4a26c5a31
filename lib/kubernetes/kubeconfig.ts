import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod/mini';
import { validate } from '../action/schema.ts';
import { kubernetesErrors } from './errors.ts';
import { type ExecUser, runCredentialProgram } from './kubeconfig-exec.ts';
import type { ClusterPlace, Connection, KubernetesDeps } from './types.ts';

const text = () => z.optional(z.string());

const cluster = z.object({
  server: z.string(),
  'certificate-authority': text(),
  'certificate-authority-data': text(),
  'tls-server-name': text(),
  'insecure-skip-tls-verify': z.optional(z.boolean()),
  'proxy-url': text(),
});

const user = z.object({
  token: text(),
  tokenFile: text(),
  username: text(),
  password: text(),
  'client-certificate': text(),
  'client-certificate-data': text(),
  'client-key': text(),
  'client-key-data': text(),
  'auth-provider': z.optional(z.unknown()),
  exec: z.optional(
    z.object({
      apiVersion: z.string(),
      command: z.string(),
      args: z.optional(z.nullable(z.array(z.string()))),
      env: z.optional(z.nullable(z.array(z.object({ name: z.string(), value: z.string() })))),
    }),
  ),
});

const kubeconfig = z.object({
  'current-context': text(),
  clusters: z.array(z.object({ name: z.string(), cluster })),
  contexts: z.array(
    z.object({ name: z.string(), context: z.object({ cluster: z.string(), user: z.string() }) }),
  ),
  users: z.array(z.object({ name: z.string(), user: z.nullable(user) })),
});

type Cluster = z.output<typeof cluster>;
type User = z.output<typeof user>;

/**
 * A connection from a kubeconfig file: tokens, files with tokens, client certificates and programs (`exec`). What would
 * weaken the connection or is not supported is refused instead of left out. Paths are relative to the file. @throws EHA1501
 */
export function connectKubeconfig(
  { path, context }: Extract<ClusterPlace, { readonly kind: 'kubeconfig' }>,
  deps: KubernetesDeps,
): Connection {
  const config = read(path);
  const name = context ?? config['current-context'] ?? '';
  const chosen = config.contexts.find((one) => one.name === name)?.context;
  if (chosen === undefined) {
    const known = config.contexts.map((one) => one.name).join(', ');
    throw kubernetesErrors.EHA1501(`The kubeconfig has no context "${name}"; it has: ${known || 'none'}.`);
  }
  const found = config.clusters.find((one) => one.name === chosen.cluster)?.cluster;
  const login = config.users.find((one) => one.name === chosen.user)?.user;
  if (found === undefined || login === undefined || login === null) {
    throw kubernetesErrors.EHA1501(
      `The context "${name}" names a cluster or a user that the kubeconfig lacks.`,
    );
  }
  refuseUnsupported(name, found, login);
  const folder = dirname(path);
  return {
    server: found.server.replace(/\/+$/, ''),
    ca: dataOrFile(folder, found['certificate-authority-data'], found['certificate-authority']),
    clientCertificate: certificateOf(folder, login, deps),
    serverName: found['tls-server-name'],
    authorization: loginOf(folder, login, deps),
  };
}

function read(path: string): z.output<typeof kubeconfig> {
  let value: unknown;
  try {
    value = parse(readFileSync(path, 'utf8'), { maxAliasCount: 100, logLevel: 'error' });
  } catch (cause) {
    // The message of a YAML fault quotes the file, which holds secrets.
    throw kubernetesErrors.EHA1501(`The kubeconfig ${path} cannot be read as YAML.`, {
      cause: cause instanceof Error ? cause.name : undefined,
    });
  }
  const checked = validate(kubeconfig, value);
  if (checked.valid) return checked.value;
  throw kubernetesErrors.EHA1501(
    `${path} is no kubeconfig:\n${checked.problems.map((one) => `- ${one}`).join('\n')}`,
  );
}

function refuseUnsupported(name: string, found: Cluster, login: User): void {
  const reasons = [
    ...(found.server.startsWith('https://') ? [] : ['its server is not an https address']),
    ...(found['insecure-skip-tls-verify'] === true ? ['it switches off the check of certificates'] : []),
    ...(found['proxy-url'] === undefined ? [] : ['it names a proxy']),
    ...(login['auth-provider'] === undefined ? [] : ['auth-provider was replaced by exec']),
    ...(login.username === undefined && login.password === undefined ? [] : ['passwords are not supported']),
  ];
  if (reasons.length > 0) {
    throw kubernetesErrors.EHA1501(`The context "${name}" is not used: ${reasons.join('; ')}.`);
  }
}

function dataOrFile(folder: string, data: string | undefined, file: string | undefined): string | undefined {
  if (data !== undefined && data !== '') return Buffer.from(data, 'base64').toString('utf8');
  return file === undefined || file === '' ? undefined : readBeside(folder, file);
}

function readBeside(folder: string, file: string): string {
  try {
    return readFileSync(resolve(folder, file), 'utf8');
  } catch (cause) {
    throw kubernetesErrors.EHA1501(`The kubeconfig names ${file}, which cannot be read.`, { cause });
  }
}

function certificateOf(folder: string, login: User, deps: KubernetesDeps): Connection['clientCertificate'] {
  const cert = dataOrFile(folder, login['client-certificate-data'], login['client-certificate']);
  const key = dataOrFile(folder, login['client-key-data'], login['client-key']);
  if (cert === undefined || key === undefined) return undefined;
  deps.mask(key);
  return { cert, key };
}

function loginOf(folder: string, login: User, deps: KubernetesDeps): Connection['authorization'] {
  const { token, tokenFile, exec } = login;
  if (token !== undefined && token !== '') {
    deps.mask(token);
    return () => Promise.resolve(`Bearer ${token}`);
  }
  if (tokenFile !== undefined) {
    return () => {
      // Read each time: such files are rewritten before the token in them ends.
      const read = readBeside(folder, tokenFile).trim();
      deps.mask(read);
      return Promise.resolve(`Bearer ${read}`);
    };
  }
  if (exec !== undefined) return programOf(exec, deps);
  return () => Promise.resolve(undefined);
}

function programOf(exec: ExecUser, deps: KubernetesDeps): Connection['authorization'] {
  let kept: { readonly token: string; readonly until: number } | undefined;
  return async (anew = false) => {
    if (anew || kept === undefined || deps.clock.now() >= kept.until) {
      kept = await runCredentialProgram(exec, deps);
    }
    return `Bearer ${kept.token}`;
  };
}
