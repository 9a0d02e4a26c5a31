import { mkdir, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import type { ActionDeps } from '#lib/action/types.js';
import type { PlanDocument } from '#lib/report/plan-document.js';
import { readBackendFingerprint } from '#lib/terraform/backend-fingerprint.js';
import type { Provenance } from '#lib/terraform/bundle-format.js';
import { createBundleKey } from '#lib/terraform/bundle-key.js';
import { sealBundle } from '#lib/terraform/bundle.js';
import type { ToolIdentity } from '#lib/terraform/cli.js';
import { Fingerprint, type PlanDigest } from '#lib/terraform/fingerprint.js';
import { readFingerprint } from '#lib/terraform/plan-reading.js';
import { provenanceOf } from '#lib/terraform/provenance.js';
import { keySource } from '#lib/terraform/key-source.js';
import { dataDirectory, selectedWorkspace, stackDirectory } from '#lib/terraform/workspace.js';
import type { Inputs } from './inputs.ts';

export interface PlanFiles {
  /** Absolute. */
  readonly planFile: string;
  /** Absolute. */
  readonly jsonFile: string;
  /** Of the first reading; null when it could not be taken then. */
  readonly digest: PlanDigest | null;
  readonly tool: ToolIdentity;
  readonly redact: (text: string) => string;
}

/** What a later apply is bound to: with a key the sealed plan, without one only the fingerprint. */
export async function bindPlan(
  inputs: Inputs,
  deps: ActionDeps,
  files: PlanFiles,
): Promise<NonNullable<PlanDocument['bundle']>> {
  if (inputs.sealing === null) {
    return { kind: 'fingerprint', fingerprint: await openFingerprint(files), file: null };
  }
  const key = await createBundleKey(await keySource(inputs.sealing, deps), await provenance(inputs, deps));
  const { digest, tool } = files;
  if (digest === null) throw new Error('The plan was read without its fingerprint.');
  const fingerprint = digest.fingerprint(key.fingerprintKey);
  if (tool.name === null || tool.version === null)
    throw new Error('Terraform planned without telling its version.');
  const sealed = await sealBundle({
    file: await bundleFile(inputs.stack, deps),
    key,
    tool: { name: tool.name, version: tool.version },
    fingerprint,
    workspace: deps.github.workspace,
    planFile: files.planFile,
    extraPaths: inputs.extraPaths,
  });
  deps.log.info(`Sealed the plan into ${sealed.file} (${sealed.bytes} bytes).`);
  return { kind: 'sealed', fingerprint, file: sealed.file };
}

/** A plan with secrets is read once more: what has to be left out is only known after the first reading. */
async function openFingerprint({ digest, jsonFile, redact }: PlanFiles): Promise<string> {
  if (digest !== null) return digest.fingerprint(null);
  const fingerprint = new Fingerprint(null, { redact });
  await readFingerprint(jsonFile, fingerprint);
  return fingerprint.digest();
}

async function provenance(inputs: Inputs, deps: ActionDeps): Promise<Provenance> {
  const data = dataDirectory(inputs);
  return provenanceOf(deps.github, {
    stack: inputs.stack,
    directory: stackDirectory(inputs, deps),
    workspace: await selectedWorkspace(inputs.environment.workspace, data),
    backend: await readBackendFingerprint(data),
  });
}

/** A place outside the workspace that outlives the step; each bundle has a folder of its own. */
async function bundleFile(stack: string, deps: ActionDeps): Promise<string> {
  const folder = join(deps.github.tempDirectory, 'eks-hybrid-actions', 'bundles');
  await mkdir(folder, { recursive: true });
  return join(await mkdtemp(join(folder, 'plan-')), `plan-${stack.replaceAll('/', '-')}.bundle`);
}
