import type { FileChanges } from './github-git.ts';

/** What a new repository is made of. */
export interface NewRepository {
  /** `owner/name`; the owner becomes an organisation unless it exists already. */
  readonly name: string;
  /** Folder whose content, without what its .gitignore leaves out, becomes the first commit. */
  readonly from?: string;
  /** Or the first commit's files by path. */
  readonly files?: FileChanges;
  readonly defaultBranch?: string;
  /** Default true: without a permission a private repository also refuses reads, which is the stricter rehearsal. */
  readonly private?: boolean;
  /** Default as on GitHub: immutable for repositories made on or after 15 July 2026. */
  readonly oidcSubject?: 'classic' | 'immutable';
}

/** One commit to a branch. */
export interface NewCommit {
  readonly repository: string;
  readonly branch: string;
  readonly message: string;
  readonly author?: string;
  /** Branch, tag or commit a new branch starts from; default: the default branch. */
  readonly startFrom?: string;
  /** Changes on top of the branch… */
  readonly files?: FileChanges;
  /** …or a folder that becomes its whole content. */
  readonly directory?: string;
}
