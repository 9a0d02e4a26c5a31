/**
 * How the CLI logs in. A kubeconfig of the user's is taken as it is; for an EKS login one is written that names a file
 * with the token, which clients read again every minute, so that a suite may run longer than a token is good for, and no
 * program that makes tokens need be on the runner.
 */
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileAtomically } from '../action/atomic-file.ts';
import type { ActionDeps } from '../action/types.ts';
import type { ClusterPlace, Connection } from '../kubernetes/types.ts';

export interface SuiteLogin {
  /** Absolute. */
  readonly kubeconfig: string;
  readonly context: string | undefined;
  /** Removes what was written. */
  close(): void;
}

/** Tokens of EKS are good for a quarter of an hour; the connection keeps one for most of it. */
const REFRESH_MS = 60_000;

/** Folder of the login, below the runner's temporary folder: the post step removes it, too. */
export function loginFolder(tempDirectory: string, suite: string): string {
  return join(tempDirectory, `${suite}-login`);
}

export async function openLogin(
  place: ClusterPlace,
  connection: Connection,
  folder: string,
  { log }: Pick<ActionDeps, 'log'>,
): Promise<SuiteLogin> {
  if (place.kind === 'kubeconfig') {
    return { kubeconfig: place.path, context: place.context, close: () => undefined };
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const [kubeconfig, tokenFile] = [join(folder, 'kubeconfig'), join(folder, 'token')];
  const refresh = async (): Promise<void> => {
    const token = (await connection.authorization())?.replace(/^Bearer /, '') ?? '';
    writeFileAtomically(tokenFile, token);
    chmodSync(tokenFile, 0o600);
  };
  await refresh();
  writeFileAtomically(kubeconfig, kubeconfigText(place.clusterName, connection, tokenFile));
  const timer = setInterval(() => {
    refresh().catch((error: unknown) => {
      log.info(`The token was not renewed: ${error instanceof Error ? error.message : String(error)}`);
    });
  }, REFRESH_MS);
  timer.unref();
  return {
    kubeconfig,
    context: undefined,
    close() {
      clearInterval(timer);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** JSON is YAML. Without authority the client takes those that the machine trusts, as the connection does. */
function kubeconfigText(cluster: string, { server, ca }: Connection, tokenFile: string): string {
  const authority =
    ca === undefined ? {} : { 'certificate-authority-data': Buffer.from(ca).toString('base64') };
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': cluster,
    clusters: [{ name: cluster, cluster: { server, ...authority } }],
    users: [{ name: 'job', user: { tokenFile } }],
    contexts: [{ name: cluster, context: { cluster, user: 'job' } }],
  });
}
