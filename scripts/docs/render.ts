import { readFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
import * as z from 'zod';
import type { ActionMetadata } from '#scripts/actions/metadata.js';
import { scriptErrors } from '#scripts/errors.js';

const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const parameter = z.looseObject({
  description: z.string().default(''),
  required: z.boolean().default(false),
  type: z.string().optional(),
  default: scalar.optional(),
});
const described = z.looseObject({ description: z.string().default('') });
const workflow = z.looseObject({
  name: z.string(),
  on: z.looseObject({
    workflow_call: z
      .looseObject({
        inputs: z.record(z.string(), parameter).nullish(),
        secrets: z.record(z.string(), parameter.nullable()).nullish(),
        outputs: z.record(z.string(), described).nullish(),
      })
      .nullable(),
  }),
});

type Parameters = Readonly<Record<string, z.infer<typeof parameter>>>;
type Described = Readonly<Record<string, z.infer<typeof described>>>;

/** A workflow that others call, as its section of docs/workflows.md needs it. */
export interface ReusableWorkflow {
  readonly file: string;
  readonly name: string;
  /** The comment at the top of the file. */
  readonly purpose: string;
  readonly inputs: Parameters;
  readonly secrets: Parameters;
  readonly outputs: Described;
}

/** Reads a workflow file; undefined when nobody can call it. EHA1908 when what it declares has another shape. */
export function readReusableWorkflow(path: string, file: string): ReusableWorkflow | undefined {
  const document = parseDocument(readFileSync(path, 'utf8'));
  if (!document.hasIn(['on', 'workflow_call'])) return undefined;
  const parsed = workflow.safeParse(document.toJS());
  if (!parsed.success)
    throw scriptErrors.EHA1908(`${path}: ${parsed.error.message}`, { cause: parsed.error });
  const { inputs, secrets, outputs } = parsed.data.on.workflow_call ?? {};
  return {
    file,
    name: parsed.data.name,
    purpose: topComment(readFileSync(path, 'utf8')),
    inputs: inputs ?? {},
    secrets: Object.fromEntries(
      Object.entries(secrets ?? {}).map(([name, secret]) => [name, secret ?? parameter.parse({})]),
    ),
    outputs: outputs ?? {},
  };
}

function topComment(text: string): string {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('#'));
  return lines
    .slice(0, Math.max(end, 0))
    .map((line) => line.replace(/^#\s?/, ''))
    .join('\n')
    .trim();
}

/** The table of an action's inputs. */
export function renderInputs({ inputs }: Pick<ActionMetadata, 'inputs'>): string {
  return renderParameters('Input', inputs);
}

/** The table of an action's or a workflow's outputs. */
export function renderOutputs({ outputs }: { readonly outputs: Described }): string {
  const rows = Object.entries(outputs).map(([name, { description }]) => [code(name), cell(description)]);
  return table(['Output', 'Description'], rows);
}

/** The section of one reusable workflow. */
export function renderWorkflow(workflow: ReusableWorkflow): string {
  const { file, name, purpose, inputs, secrets } = workflow;
  return [
    `## ${name}`,
    `[\`.github/workflows/${file}\`](../.github/workflows/${file})`,
    purpose,
    '### Inputs',
    renderParameters('Input', inputs),
    ...(Object.keys(secrets).length === 0 ? [] : ['### Secrets', renderParameters('Secret', secrets)]),
    '### Outputs',
    renderOutputs(workflow),
  ].join('\n\n');
}

function renderParameters(heading: string, parameters: Parameters): string {
  const entries = Object.entries(parameters);
  const isTyped = entries.some(([, { type }]) => type !== undefined);
  const rows = entries.map(([name, { type, required, default: given = '', description }]) => [
    code(name),
    ...(isTyped ? [type ?? ''] : []),
    required ? 'yes' : 'no',
    given === '' ? '' : code(given),
    cell(description),
  ]);
  return table([heading, ...(isTyped ? ['Type'] : []), 'Required', 'Default', 'Description'], rows);
}

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return 'None.';
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n');
}

/** One line; a bar would end the cell. Markdown of the description stays. */
function cell(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ').replaceAll('|', '\\|');
}

function code(text: string): string {
  return `\`${cell(text)}\``;
}
