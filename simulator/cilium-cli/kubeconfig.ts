/** Where the API server is and what the stand-in says who it is, from a kubeconfig as kubectl reads it. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { at, isObject, type Json, objectsAt, show, textAt } from '../world/kube-types.ts';

export interface Connection {
  /** Name of the context, which begins the lines of the deployment. */
  readonly context: string;
  /** Without a slash at the end. */
  readonly server: string;
  /** PEM; undefined for the authorities that Node knows. */
  readonly ca: string | undefined;
  readonly insecure: boolean;
  readonly token: string;
}

/** Reads `path` and takes `context`, or the current one. Throws an Error in the words of client-go. */
export function readConnection(
  path: string,
  context: string | undefined,
  environment: NodeJS.ProcessEnv,
): Connection {
  if (!existsSync(path))
    throw new Error(`unable to load kubeconfig: stat ${path}: no such file or directory`);
  const config = parse(readFileSync(path, 'utf8')) as Json;
  const name = context ?? textAt(config, 'current-context');
  const inside = entry(config, 'contexts', name)?.['context'];
  if (!isObject(inside)) throw new Error(`context "${name}" does not exist`);
  const cluster = entry(config, 'clusters', textAt(inside, 'cluster'))?.['cluster'];
  const user = entry(config, 'users', textAt(inside, 'user'))?.['user'];
  const data = textAt(cluster, 'certificate-authority-data');
  const file = textAt(cluster, 'certificate-authority');
  const ca = data === '' ? (file === '' ? undefined : readFileSync(file, 'utf8')) : decoded(data);
  return {
    context: name,
    server: textAt(cluster, 'server').replace(/\/+$/, ''),
    ca,
    insecure: at(cluster, 'insecure-skip-tls-verify') === true,
    token: tokenOf(user, environment),
  };
}

function entry(config: Json, list: string, name: string) {
  return objectsAt(config, list).find((one) => one['name'] === name);
}

function decoded(data: string): string {
  return Buffer.from(data, 'base64').toString('utf8');
}

/** `environment` is that of a program that tells the token. */
function tokenOf(user: Json | undefined, environment: NodeJS.ProcessEnv): string {
  const token = textAt(user, 'token');
  if (token !== '') return token;
  const file = textAt(user, 'tokenFile');
  if (file !== '') return readFileSync(file, 'utf8').trim();
  const command = textAt(user, 'exec', 'command');
  if (command === '') return '';
  const args = at(user, 'exec', 'args');
  const extra = objectsAt(user, 'exec', 'env').map(({ name, value }) => [show(name), show(value)]);
  const answer = execFileSync(command, Array.isArray(args) ? args.map((arg: Json) => show(arg)) : [], {
    env: { ...environment, ...(Object.fromEntries(extra) as NodeJS.ProcessEnv) },
    encoding: 'utf8',
  });
  return textAt(JSON.parse(answer) as Json, 'status', 'token');
}
