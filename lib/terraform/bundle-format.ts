/** The plan bundle as others see it; the layout of the file is described in docs/architecture/plan-bundle.md. */

/**
 * What a bundle was made for. It is bound to the content: a bundle opens only for whom it was made. None of it is
 * secret; with KMS it appears in CloudTrail as encryption context.
 */
export interface Provenance {
  /** GitHub's number of the repository, which a rename or a new repository of the same name does not keep. */
  readonly repositoryId: number;
  readonly repository: string;
  /** Null when the run was not for a pull request. */
  readonly pullRequest: number | null;
  readonly headSha: string;
  /** What was checked out: on `pull_request` the merge of head and base. */
  readonly sha: string;
  readonly runId: number;
  readonly runAttempt: number;
  readonly stack: string;
  /** Folder of the stack relative to the workspace, with `/`; `.` for the workspace itself. */
  readonly directory: string;
  /** Terraform's workspace. */
  readonly workspace: string;
  /** From `readBackendFingerprint`: which state it is, without credentials. */
  readonly backend: string;
}

export interface BundleTool {
  readonly name: 'terraform' | 'opentofu';
  readonly version: string;
}

export type EntryKind = 'plan' | 'lock' | 'extra';

/** One file in a bundle. */
export interface BundleEntry {
  readonly kind: EntryKind;
  /** Relative to the workspace, with `/`; the plan has a fixed name instead. */
  readonly path: string;
  readonly size: number;
  /** Of the content, hexadecimal. */
  readonly sha256: string;
  readonly executable: boolean;
}

/** Encrypted with the content. */
export interface BundleManifest {
  readonly tool: BundleTool;
  /** Digest of {@link Fingerprint} over the sealed plan. */
  readonly fingerprint: string;
  readonly entries: readonly BundleEntry[];
}

/** How the key of a bundle is found again; readable without a key. */
export type KeyHeader =
  | { readonly kind: 'secret'; readonly salt: string }
  | { readonly kind: 'kms'; readonly keyArn: string; readonly wrapped: string };

/** Readable without a key, yet covered by the seal. */
export interface BundleHeader {
  readonly provenance: Provenance;
  readonly key: KeyHeader;
  /** Hexadecimal; tells a wrong key from an altered bundle and binds the bundle to one key. */
  readonly keyCheck: string;
}

/** `EHAB` and the bytes by which PNG notices a transfer as text. */
export const MAGIC = Buffer.from('EHAB\r\n\x1a\n', 'latin1');
export const FORMAT_VERSION = 1;
/** Bytes of clear text in each chunk but the last, which may hold fewer, even none. */
export const CHUNK_BYTES = 64 * 1024;
export const TAG_BYTES = 16;
export const MOST_HEADER_BYTES = 64 * 1024;
export const MOST_MANIFEST_BYTES = 8 * 1024 * 1024;
export const MOST_ENTRIES = 10_000;
/** All files of a bundle together. A plan is seldom over 100 MB, a GitHub artifact may have 10 GB. */
export const MOST_CONTENT_BYTES = 2 * 1024 ** 3;
/** Name of the plan in a bundle. */
export const PLAN_NAME = 'stack.tfplan';
export const LOCK_NAME = '.terraform.lock.hcl';
