import type { Clock, Logger } from '../action/types.ts';

/** What can be installed. OpenTofu's executable is called `tofu`. */
export type Tool = 'terraform' | 'opentofu';

/** What lies in the tool cache: the tools above, the nodeadm of EKS hybrid nodes, and the command line of Cilium. */
export type CachedTool = Tool | 'nodeadm' | 'cilium-cli';

/** A platform in the words of the releases' file names. */
export interface Platform {
  readonly os: 'linux' | 'darwin' | 'windows';
  readonly arch: 'amd64' | 'arm64';
}

/**
 * An OpenPGP public key whose signatures are accepted, with those of its signing subkeys.
 * `fingerprint` pins the primary key (40 or 64 hexadecimal digits, blanks allowed): a text that holds another key is
 * refused. Without it the text itself is the pin, which is right for a key that the workflow gives.
 */
export interface TrustedKey {
  /** For messages, for example `HashiCorp`. */
  readonly name: string;
  /** ASCII-armoured public key; exactly one key. */
  readonly armored: string;
  readonly fingerprint?: string;
}

/** A place that has the releases, in the folder layout of the tool's own. */
export interface Mirror {
  /**
   * Below this lie, for Terraform, `terraform/<version>/…` and `terraform/index.json`; for OpenTofu
   * `v<version>/…` and, unless `indexUrl` says otherwise, `api.json`. `https:`, or `http:` where the rules of
   * `checkMirrors` allow it.
   */
  readonly url: string;
  /** Where the list of versions is, when it is not below `url`. */
  readonly indexUrl?: string;
  /** The mirror's own keys, in place of the request's. */
  readonly keys?: readonly TrustedKey[];
}

/** Bounds of one download. Times in milliseconds, sizes in bytes. */
export interface Limits {
  /** From the request to the headers of the answer. */
  readonly answerMs: number;
  /** Without a single byte. */
  readonly idleMs: number;
  /** One attempt at one file. */
  readonly attemptMs: number;
  readonly sumsBytes: number;
  readonly signatureBytes: number;
  readonly indexBytes: number;
  readonly archiveBytes: number;
  /** The executable, inflated. */
  readonly binaryBytes: number;
}

/** Variables `HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY` (or in lower case) as the job has them. */
export type ProxyVariables = Readonly<Record<string, string | undefined>>;

/** What reaching the mirrors needs. */
export interface Access {
  /** Tried in this order. */
  readonly mirrors: readonly Mirror[];
  readonly log: Logger;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly proxy?: ProxyVariables;
  readonly limits?: Partial<Limits>;
}

/** What `listVersions` asks. */
export interface ListRequest extends Access {
  readonly tool: Tool;
  /** Leaves out versions that are not built for it. */
  readonly platform?: Platform;
}

/** One tool in one version for one platform. */
export interface InstallRequest extends Access {
  readonly tool: Tool;
  /** Exact, for example `1.11.4`. */
  readonly version: string;
  readonly platform: Platform;
  /** Keys of the mirrors that have none of their own. */
  readonly keys: readonly TrustedKey[];
  /** RUNNER_TOOL_CACHE, absolute. */
  readonly toolCache: string;
  /** SHA-256 that the archive must have besides what the release says; 64 hexadecimal digits. */
  readonly sha256?: string;
}

/** What the tool cache is asked for; `InstallRequest` for any tool. */
export interface CacheRequest extends Omit<InstallRequest, 'tool'> {
  readonly tool: CachedTool;
}

/** What vouched for the bytes. */
export type Proof =
  | {
      readonly by: 'signature';
      readonly key: string;
      /** Fingerprints in capitals: of the pinned primary key and of the key or subkey that signed. */
      readonly fingerprint: string;
      readonly signedBy: string;
      /** ISO 8601. */
      readonly signedAt: string;
    }
  | { readonly by: 'sha256' };

export interface Installed {
  /** Absolute path of the executable; its folder is what belongs on PATH. */
  readonly path: string;
  readonly directory: string;
  readonly cacheHit: boolean;
  /** Address the archive came from (without credentials), also for a cache hit: that of the first installation. */
  readonly source: string;
  /** SHA-256 of the archive. */
  readonly sha256: string;
  readonly proof: Proof;
}
