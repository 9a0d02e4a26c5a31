import type { WorkflowFile } from './finding.ts';
import type { SyntaxTree } from './syntax-tree.ts';

/** Tells of a fault at a node of the tree. */
export type Report = (node: unknown, message: string) => void;

export type Rule = (tree: SyntaxTree, report: Report, file: WorkflowFile) => void;
