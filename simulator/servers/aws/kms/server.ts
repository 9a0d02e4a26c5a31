/**
 * AWS KMS as far as envelope encryption needs it: GenerateDataKey and Decrypt of symmetric keys over JSON 1.1, with
 * encryption context, key state and a permission for each operation. It looks at the credential scope of a request but
 * does not verify its signature. Shapes: AWS KMS API Reference and the `awsJson1_1` protocol.
 */
import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type KmsOperation = 'GenerateDataKey' | 'Decrypt';

export interface SimulatedKey {
  /** `arn:aws:kms:<region>:<account>:key/<id>`. */
  readonly arn: string;
  readonly enabled?: boolean;
  /** What the caller's role may do; everything when left out. */
  readonly allowed?: readonly KmsOperation[];
}

/** A failure that the next request gets instead of its answer; `reset` closes the connection. */
export type KmsFault =
  { readonly status: number; readonly type: string; readonly message?: string } | 'reset';

export interface KmsRequest {
  readonly operation: string;
  readonly accessKeyId: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface KmsServer {
  /** For AWS_ENDPOINT_URL_KMS. */
  readonly url: string;
  /** Every request that was understood, in order. */
  readonly requests: readonly KmsRequest[];
  /** The next requests fail in this way, one each. */
  fail(...faults: KmsFault[]): void;
  close(): Promise<void>;
}

interface Key extends SimulatedKey {
  readonly material: Buffer;
}

class Refusal extends Error {
  readonly status: number;
  readonly type: string;

  constructor(type: string, message: string, status = 400) {
    super(message);
    this.status = status;
    this.type = type;
  }
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Starts the service on a free port of the loopback interface. Keys get fresh material: nothing survives a restart. */
export async function startKmsServer(keys: readonly SimulatedKey[]): Promise<KmsServer> {
  const known = new Map(keys.map((key) => [key.arn, { ...key, material: randomBytes(32) }]));
  const requests: KmsRequest[] = [];
  const faults: KmsFault[] = [];
  const server = createServer((request, response) => {
    handle(request, response, { known, requests, faults }).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    fail: (...next) => void faults.push(...next),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

interface Service {
  readonly known: ReadonlyMap<string, Key>;
  readonly requests: KmsRequest[];
  readonly faults: KmsFault[];
}

async function handle(request: IncomingMessage, response: ServerResponse, service: Service): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const fault = service.faults.shift();
  if (fault === 'reset') {
    request.socket.destroy();
    return;
  }
  try {
    if (fault !== undefined) throw new Refusal(fault.type, fault.message ?? '', fault.status);
    reply(response, 200, answer(request, Buffer.concat(parts).toString('utf8'), service));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // KMS leaves the message out where it has none, as with InvalidCiphertextException.
    const message = error.message === '' ? {} : { message: error.message };
    reply(response, error.status, { __type: error.type, ...message });
  }
}

function reply(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, {
    'content-type': 'application/x-amz-json-1.1',
    'x-amzn-requestid': randomUUID(),
    'cache-control': 'no-cache, no-store, must-revalidate, private',
  });
  response.end(JSON.stringify(body));
}

function answer(request: IncomingMessage, text: string, service: Service): object {
  const target = String(request.headers['x-amz-target'] ?? '');
  const operation = /^TrentService\.(\w+)$/.exec(target)?.[1];
  if (request.method !== 'POST' || (operation !== 'GenerateDataKey' && operation !== 'Decrypt')) {
    throw new Refusal('UnknownOperationException', '');
  }
  const authorization = request.headers.authorization ?? '';
  const scope = /^AWS4-HMAC-SHA256 Credential=([^/,]+)\/\d{8}\/([^/,]+)\/kms\/aws4_request,/.exec(
    authorization,
  );
  if (scope === null)
    throw new Refusal('MissingAuthenticationTokenException', 'Missing Authentication Token');
  const body = parse(text);
  service.requests.push({ operation, accessKeyId: String(scope[1]), body });
  const key = findKey(body, String(scope[2]), service.known);
  if (!(key.allowed ?? [operation]).includes(operation)) {
    const why = `because no identity-based policy allows the kms:${operation} action`;
    throw new Refusal(
      'AccessDeniedException',
      `User: arn:aws:sts::111122223333:assumed-role/plan/session is not authorized to perform: kms:${operation} on resource: ${key.arn} ${why}`,
    );
  }
  if (key.enabled === false) throw new Refusal('DisabledException', `${key.arn} is disabled.`);
  return operation === 'Decrypt' ? decrypt(key, body) : generateDataKey(key, body);
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    throw new Refusal('SerializationException', '');
  }
}

function findKey(body: Readonly<Record<string, unknown>>, region: string, known: Service['known']): Key {
  const id = body['KeyId'];
  const key = typeof id === 'string' && id.split(':')[3] === region ? known.get(id) : undefined;
  if (key === undefined) throw new Refusal('NotFoundException', `Key '${String(id)}' does not exist`);
  return key;
}

/** Names in the context are sorted: their order does not count. */
function contextOf(body: Readonly<Record<string, unknown>>): Buffer {
  const context = (body['EncryptionContext'] ?? {}) as Record<string, unknown>;
  const pairs = Object.entries(context).sort(([a], [b]) => (a < b ? -1 : 1));
  if (pairs.some(([, value]) => typeof value !== 'string')) throw new Refusal('SerializationException', '');
  return Buffer.from(JSON.stringify(pairs));
}

function generateDataKey(key: Key, body: Readonly<Record<string, unknown>>): object {
  const count = body['NumberOfBytes'] ?? (body['KeySpec'] === 'AES_256' ? 32 : undefined);
  if (typeof count !== 'number' || count < 1 || count > 1024) {
    throw new Refusal('ValidationException', 'Please specify either number of bytes or key spec.');
  }
  const plain = randomBytes(count);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key.material, nonce);
  cipher.setAAD(contextOf(body));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  const blob = Buffer.concat([nonce, sealed, cipher.getAuthTag()]);
  return {
    CiphertextBlob: blob.toString('base64'),
    KeyId: key.arn,
    Plaintext: plain.toString('base64'),
  };
}

function decrypt(key: Key, body: Readonly<Record<string, unknown>>): object {
  const given = body['CiphertextBlob'];
  const blob = Buffer.from(typeof given === 'string' ? given : '', 'base64');
  if (blob.length <= NONCE_BYTES + TAG_BYTES) throw new Refusal('InvalidCiphertextException', '');
  const decipher = createDecipheriv('aes-256-gcm', key.material, blob.subarray(0, NONCE_BYTES));
  decipher.setAAD(contextOf(body));
  decipher.setAuthTag(blob.subarray(-TAG_BYTES));
  try {
    const plain = Buffer.concat([decipher.update(blob.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
    return { EncryptionAlgorithm: 'SYMMETRIC_DEFAULT', KeyId: key.arn, Plaintext: plain.toString('base64') };
  } catch {
    throw new Refusal('InvalidCiphertextException', '');
  }
}
