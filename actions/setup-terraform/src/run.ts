import { relative, sep } from 'node:path';
import type { ActionDeps, ActionResult } from '#lib/action/types.js';
import { listCached } from '#lib/install/cached-versions.js';
import { installTool, listVersions, officialMirrors, pinnedKeys, platformOf } from '#lib/install/index.js';
import type { Access, Installed, Mirror, Platform, TrustedKey } from '#lib/install/types.js';
import type { ToolDocument } from '#lib/report/tool-document.js';
import { resolveVersion, type Resolution } from '#lib/terraform/version/resolve.js';
import { collectRequirements, type VersionSources } from '#lib/terraform/version/sources.js';
import type { Inputs } from './inputs.ts';
import { summarize } from './summary.ts';

/** Finds the version, installs it unless the tool cache has it, and puts it on PATH of the steps that follow. */
export async function run(inputs: Inputs, deps: ActionDeps): Promise<ActionResult> {
  const { tool, toolCache } = inputs;
  const platform = platformOf(inputs.platform, inputs.arch);
  const sources = collectRequirements({
    tool,
    input: inputs.version,
    workspace: deps.github.workspace,
    directory: relative(deps.github.workspace, inputs.directory).replaceAll(sep, '/') || '.',
    versionFiles: inputs.versionFiles,
  });
  for (const sentence of sources.unknown) deps.log.warning(sentence);
  const request = { ...accessOf(inputs, deps), tool, platform, keys: keysOf(inputs), toolCache };
  const resolution = await resolveVersion(tool, sources.requirements, {
    cached: inputs.preferCached ? await listCached(request) : [],
    list: async () => listVersions(request),
  });
  deps.log.info(sayVersion(inputs, resolution));
  const pin = inputs.sha256 === undefined ? {} : { sha256: inputs.sha256 };
  const installed = await installTool({ ...request, version: resolution.version, ...pin });
  deps.log.info(sayInstalled(inputs, resolution, installed));
  return result(inputs, { platform, sources, resolution, installed });
}

/** A key that the workflow gives takes the place of those that come with the action; there is no way to have none. */
function keysOf({ tool, mirrorKey }: Inputs): readonly TrustedKey[] {
  return mirrorKey === undefined
    ? pinnedKeys(tool)
    : [{ name: 'the key of the input mirror-key', armored: mirrorKey }];
}

function accessOf(inputs: Inputs, { log, clock, signal }: ActionDeps): Access {
  return { mirrors: mirrorsOf(inputs), log, clock, signal, proxy: inputs.proxy };
}

function mirrorsOf(inputs: Inputs): readonly Mirror[] {
  const { tool, mirrorUrl, mirrors } = inputs;
  const own = inputs.mirrorKey === undefined ? {} : { keys: keysOf(inputs) };
  if (mirrorUrl !== undefined) return [{ url: mirrorUrl, ...own }];
  return mirrors.length === 0 ? officialMirrors(tool) : mirrors.map((url) => ({ url, ...own }));
}

function sayVersion(inputs: Inputs, { version, decidedBy, newest, chosenFrom }: Resolution): string {
  const reason =
    decidedBy === null
      ? 'nothing says which version, so it is the newest release'
      : `decided by ${decidedBy.place} (${decidedBy.text})`;
  const from = chosenFrom === 'cache' ? ', from the versions in the tool cache' : '';
  const newer = newest === null || newest === version ? '' : `; the newest release is ${newest}`;
  return `${inputs.tool} ${version}: ${reason}${from}${newer}.`;
}

function sayInstalled(
  { tool }: Inputs,
  { version }: Resolution,
  { cacheHit, path, proof, source }: Installed,
): string {
  const vouched = proof.by === 'signature' ? `signed by ${proof.key}` : 'by its given SHA-256';
  const what = cacheHit
    ? 'found in the tool cache, verified when it was downloaded'
    : `downloaded from ${source}, verified`;
  return `${tool} ${version} ${what} (${vouched}): ${path}`;
}

/** What a run found out and did. */
export interface Outcome {
  readonly platform: Platform;
  readonly sources: VersionSources;
  readonly resolution: Resolution;
  readonly installed: Installed;
}

/**
 * Of `toolDocument`, whose type the document has; the checker of schemas itself would be most of what a cache hit
 * loads. A test of the bundle holds the document against it.
 */
const TOOL_SCHEMA = 'eks-hybrid-actions/tool/v1';

function result({ tool }: Inputs, outcome: Outcome): ActionResult {
  const { platform, sources, resolution, installed } = outcome;
  const { version, decidedBy, chosenFrom, newest } = resolution;
  const document: ToolDocument = {
    schema: TOOL_SCHEMA,
    tool,
    version,
    platform: { ...platform },
    path: installed.path,
    cacheHit: installed.cacheHit,
    downloadedFrom: installed.source,
    sha256: installed.sha256,
    verified: { ...installed.proof },
    decidedBy: decidedBy && { place: decidedBy.place, text: decidedBy.text },
    sources: sources.requirements.map(({ place, text }) => ({ place, text })),
    chosenFrom,
    newest,
    undetermined: [...sources.unknown],
  };
  return {
    outputs: {
      version,
      path: installed.path,
      source: decidedBy?.place ?? 'newest release',
      'cache-hit': installed.cacheHit,
    },
    addToPath: [installed.directory],
    report: { fileName: `tool-${tool}.json`, document },
    summary: [{ markdown: summarize(outcome, tool) }],
  };
}
