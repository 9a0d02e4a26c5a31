import { parseObject } from './call.ts';
import { kubernetesErrors } from './errors.ts';
import type { KubernetesDeps } from './types.ts';

/** `user.exec` of a kubeconfig. */
export interface ExecUser {
  readonly apiVersion: string;
  readonly command: string;
  readonly args?: readonly string[] | null | undefined;
  readonly env?: readonly { readonly name: string; readonly value: string }[] | null | undefined;
}

interface ExecCredential {
  readonly status?: { readonly token?: string; readonly expirationTimestamp?: string };
}

/** Tokens without an end are asked for again after this long. */
const USUAL_LIFE_MS = 10 * 60_000;
const MARGIN_MS = 60_000;

/**
 * Runs the program that gives a token (client authentication API of Kubernetes, `ExecCredential`).
 * @returns the token, masked, and the time until which it may be used. @throws EHA1508
 */
export async function runCredentialProgram(
  exec: ExecUser,
  deps: KubernetesDeps,
): Promise<{ readonly token: string; readonly until: number }> {
  const { command, args, env, apiVersion } = exec;
  const info = { kind: 'ExecCredential', apiVersion, spec: { interactive: false } };
  const { stdout, exitCode } = await deps
    .runProcess([command, ...(args ?? [])], {
      cwd: deps.github.tempDirectory,
      env: {
        ...Object.fromEntries((env ?? []).map(({ name, value }) => [name, value])),
        KUBERNETES_EXEC_INFO: JSON.stringify(info),
      },
    })
    .catch((cause: unknown) => {
      throw kubernetesErrors.EHA1508(`The kubeconfig's program ${command} cannot be started.`, { cause });
    });
  if (exitCode !== 0) {
    throw kubernetesErrors.EHA1508(`The kubeconfig's program ${command} ended with status ${exitCode}.`);
  }
  const { status } = parseObject(`program ${command}`, stdout) as ExecCredential;
  if (status?.token === undefined || status.token === '') {
    throw kubernetesErrors.EHA1508(`The kubeconfig's program ${command} gave no token.`);
  }
  deps.mask(status.token);
  const end = Date.parse(status.expirationTimestamp ?? '');
  const until = Number.isNaN(end) ? deps.clock.now() + USUAL_LIFE_MS : end - MARGIN_MS;
  return { token: status.token, until };
}
