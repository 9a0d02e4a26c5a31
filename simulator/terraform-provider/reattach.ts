import type { PluginAddress } from './wire/grpc-client.ts';

/** One entry of TF_REATTACH_PROVIDERS, as go-plugin reads it. */
export interface ReattachEntry {
  readonly Protocol: 'grpc';
  readonly ProtocolVersion: 5 | 6;
  readonly Pid: number;
  readonly Test: true;
  readonly Addr: { readonly Network: string; readonly String: string };
}

/**
 * `Test` must be true: otherwise Terraform takes the process for its own child and kills it after the first command.
 * `Pid` must be a live process; ours is.
 */
export function reattachEntry(protocol: 5 | 6, { network, address }: PluginAddress): ReattachEntry {
  return {
    Protocol: 'grpc',
    ProtocolVersion: protocol,
    Pid: process.pid,
    Test: true,
    Addr: { Network: network, String: address },
  };
}

/** Where a provider of an environment listens; undefined when the environment does not name it. */
export function reattachAddress(
  environment: Readonly<Record<string, string>>,
  provider: string,
): PluginAddress | undefined {
  const entries = JSON.parse(environment['TF_REATTACH_PROVIDERS'] ?? '{}') as Readonly<
    Record<string, ReattachEntry | undefined>
  >;
  const entry = entries[provider];
  if (entry === undefined) return undefined;
  return { network: entry.Addr.Network === 'unix' ? 'unix' : 'tcp', address: entry.Addr.String };
}
