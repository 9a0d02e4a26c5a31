import type { ComputeManagementClient, VirtualMachine, VirtualMachineInstanceView } from '@azure/arm-compute';
import type { AzureEnvironment } from '../action/azure-environment.ts';
import { retry } from '../action/retry.ts';
import { type AzureAnswer, isRetryable, readAll, reasonOf, retryAfterMs } from './arm-call.ts';
import { type AzureDeps, createAzureCredential } from './credential.ts';

/** A VM as the group lists it. */
export interface AzureMachine {
  readonly id: string;
  readonly name: string;
  readonly zone: string | undefined;
  /** `Succeeded`, `Creating`, `Failed`, …. */
  readonly provisioningState: string | undefined;
  readonly createdAt: Date | undefined;
  readonly tags: Readonly<Record<string, string>>;
}

/** What runs of a VM. */
export interface MachineStatus {
  /** `running`, `starting`, `stopped`, `deallocated`, …; undefined when Azure does not say. */
  readonly power: string | undefined;
  /** What the guest agent says of itself (`Ready`, `Not Ready`); undefined before it was ever heard of. */
  readonly agent: string | undefined;
  /** Message of a provisioning that failed. */
  readonly failure: string | undefined;
}

/** A value, or why it could not be read. */
export type MachineAnswer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

/** Read-only door to Microsoft.Compute of one subscription. */
export interface AzureComputeReader {
  machines(group: string): Promise<AzureAnswer<AzureMachine>>;
  /** undefined when the VM is not there. */
  status(group: string, name: string): Promise<MachineAnswer<MachineStatus | undefined>>;
  /** The last part of the serial console, at most 256 KiB; empty where boot diagnostics are off. */
  console(group: string, name: string): Promise<MachineAnswer<string>>;
}

const ATTEMPTS = 5;
const DEADLINE_MS = 60_000;
const ANSWER_MS = 20_000;
/** Of the console, which grows to megabytes; the join program says its result in its last lines. */
const CONSOLE_BYTES = 256 * 1024;
const SAS_MINUTES = 5;

/** The SDK is loaded here. Calls retry; a failure is an answer with a reason. */
export async function createAzureComputeReader(
  subscriptionId: string,
  environment: AzureEnvironment,
  deps: AzureDeps,
): Promise<AzureComputeReader> {
  const { ComputeManagementClient: Client } = await import('@azure/arm-compute');
  const credential = createAzureCredential(environment, subscriptionId, deps);
  const client: ComputeManagementClient = new Client(credential, subscriptionId, {
    endpoint: environment.endpoint,
    retryOptions: { maxRetries: 0 },
  });
  return {
    machines: async (group) => {
      const answer = await readAll(
        'ARM virtualMachines',
        (abortSignal) => client.virtualMachines.list(group, { abortSignal }),
        deps,
      );
      return answer.ok ? { ok: true, value: answer.value.map(showMachine) } : answer;
    },
    status: (group, name) =>
      read(
        'ARM virtualMachines/instanceView',
        async (abortSignal) =>
          showStatus(await client.virtualMachines.instanceView(group, name, { abortSignal })),
        deps,
        undefined,
      ),
    console: (group, name) => readConsole(client, group, name, deps),
  };
}

/** @param missing given where the answer is 404 */
async function read<T>(
  name: string,
  request: (signal: AbortSignal) => Promise<T>,
  deps: AzureDeps,
  missing: T | undefined,
): Promise<MachineAnswer<T | undefined>> {
  try {
    const call = (): Promise<T> => request(AbortSignal.any([deps.signal, AbortSignal.timeout(ANSWER_MS)]));
    const options = { ...deps, attempts: ATTEMPTS, deadlineMs: DEADLINE_MS, isRetryable, retryAfterMs };
    return { ok: true, value: await retry(name, call, options) };
  } catch (error) {
    deps.signal.throwIfAborted();
    const { statusCode } = (error ?? {}) as { readonly statusCode?: unknown };
    return Number(statusCode) === 404
      ? { ok: true, value: missing }
      : { ok: false, reason: reasonOf(name, error) };
  }
}

function showMachine(raw: VirtualMachine): AzureMachine {
  return {
    id: raw.id ?? '',
    name: raw.name ?? '',
    zone: raw.zones?.[0],
    provisioningState: raw.provisioningState,
    createdAt: raw.timeCreated,
    tags: raw.tags ?? {},
  };
}

function showStatus({ statuses = [], vmAgent }: VirtualMachineInstanceView): MachineStatus {
  const after = (prefix: string): string | undefined =>
    statuses.find(({ code }) => code?.startsWith(prefix) === true)?.code?.slice(prefix.length);
  const failed = statuses.find(({ code }) => code?.startsWith('ProvisioningState/failed') === true);
  return {
    power: after('PowerState/'),
    agent: vmAgent?.statuses?.[0]?.displayStatus,
    failure:
      failed === undefined ? undefined : (failed.message ?? failed.displayStatus ?? 'no reason is given'),
  };
}

/** The console lies in a blob; its address holds a signature and so is a secret for some minutes. */
async function readConsole(
  client: ComputeManagementClient,
  group: string,
  name: string,
  deps: AzureDeps,
): Promise<MachineAnswer<string>> {
  const place = await read(
    'ARM virtualMachines/retrieveBootDiagnosticsData',
    async (abortSignal) => {
      const options = { abortSignal, sasUriExpirationTimeInMinutes: SAS_MINUTES };
      const { serialConsoleLogBlobUri } = await client.virtualMachines.retrieveBootDiagnosticsData(
        group,
        name,
        options,
      );
      const signature = new URL(serialConsoleLogBlobUri ?? 'https://none.invalid').searchParams.get('sig');
      if (signature !== null && signature !== '') deps.mask(signature);
      return serialConsoleLogBlobUri ?? '';
    },
    deps,
    '',
  );
  if (!place.ok) return place;
  const uri = place.value ?? '';
  if (uri === '') return { ok: true, value: '' };
  const text = await read('Boot diagnostics', (signal) => fetchTail(uri, signal), deps, '');
  return text.ok ? { ok: true, value: text.value ?? '' } : text;
}

class BlobFailure extends Error {
  readonly statusCode: number;
  constructor(statusCode: number) {
    super(`the blob's answer had status ${statusCode}`);
    this.statusCode = statusCode;
  }
}

async function fetchTail(uri: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(uri, {
    signal,
    redirect: 'error',
    headers: { range: `bytes=-${CONSOLE_BYTES}` },
  });
  // An empty blob has no last bytes.
  if (response.status === 416) return '';
  if (!response.ok) throw new BlobFailure(response.status);
  return (await response.text()).slice(-CONSOLE_BYTES);
}
