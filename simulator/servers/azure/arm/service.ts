/** What the parts of the ARM server share: its options, its memory, and who may do what. */
import type { WorldObject } from '../../../terraform-provider/engine/types.ts';
import type { World } from '../../../world/world.ts';
import type { PlainRequest } from '../../listen.ts';
import type { ServerCertificate } from '../../tls.ts';
import type { Operation } from './changes.ts';
import type { OperationOptions, Operations } from './operations.ts';
import { ArmRefusal } from './refusal.ts';

export interface ArmOptions extends OperationOptions {
  /** Plain HTTP without one, for clients of the same process. */
  readonly certificate?: ServerCertificate;
  /** Whether a token was given out by the login server of this world. */
  readonly isToken: (token: string) => boolean;
  readonly pageSize?: number;
  /** Actions that the caller's role lacks, for example `Microsoft.Network/virtualNetworks/read`. */
  readonly denied?: readonly string[];
  /** ARM ids that a lock keeps from being deleted. */
  readonly locked?: readonly string[];
  /** The serial console of a VM that runs, by name; what the world keeps comes first. */
  readonly consoleOf?: (name: string) => string | undefined;
}

export interface Service {
  readonly world: World;
  readonly options: ArmOptions;
  readonly throttled: Set<string>;
  /** Since the server started, by key. */
  readonly deleted: ReadonlyMap<string, WorldObject>;
  /** For links to further pages. */
  url: string;
  /** Consoles by the signature in their address. */
  readonly blobs: Map<string, string>;
  /** When an object was made, by its key; the start of the server for older ones. */
  readonly bornAt: (key: string) => string;
  /** Deletions and stops, under way and over, by their ids. */
  readonly changes: Map<string, Operation>;
  /** Reads by POST, under way and over. */
  readonly operations: Operations;
}

export function requireLogin(request: PlainRequest, options: ArmOptions): void {
  const token = /^Bearer (.+)$/i.exec(request.headers['authorization'] ?? '')?.[1];
  if (token === undefined || !options.isToken(token)) {
    throw new ArmRefusal(401, 'InvalidAuthenticationToken', 'The access token is invalid.', {
      'www-authenticate': 'Bearer authorization_uri="https://login.windows.net/", error="invalid_token"',
    });
  }
  if (!request.url.searchParams.has('api-version')) {
    const message = 'The api-version query parameter (?api-version=) is required for all requests.';
    throw new ArmRefusal(400, 'MissingApiVersionParameter', message);
  }
}

/** Fault `arm-throttled` refuses each thing once. */
export function throttle(key: string, { throttled, world }: Service): void {
  if (throttled.has(key) || !world.faults.strikes('arm-throttled')) return;
  throttled.add(key);
  throw new ArmRefusal(429, 'TooManyRequests', 'The request is being throttled.', { 'retry-after': '1' });
}

export function authorise(permission: string, scope: string, { options, world }: Service): void {
  const denied = (options.denied ?? []).map((one) => one.toLowerCase());
  const isFault =
    permission === 'Microsoft.Network/virtualNetworkGateways/read' && world.faults.strikes('arm-denied');
  if (!isFault && !denied.includes(permission.toLowerCase())) return;
  throw new ArmRefusal(
    403,
    'AuthorizationFailed',
    `The client '${CALLER}' with object id '${CALLER}' does not have authorization to perform action '${permission}' over scope '${scope}' or the scope is invalid. If access was recently granted, please refresh your credentials.`,
  );
}

const CALLER = '00000000-0000-4000-8000-000000000003';
