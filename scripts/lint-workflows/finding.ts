/** One fault in a workflow or action file. */
export interface Finding {
  /** `actionlint`, `language-service`, or the name of one of our own rules. */
  readonly rule: string;
  /** Relative to the repository root. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

/** A file to look at. */
export interface WorkflowFile {
  readonly path: string;
  readonly text: string;
  readonly kind: 'workflow' | 'action';
}
