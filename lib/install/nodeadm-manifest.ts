/**
 * What nodeadm can install and where, read from its manifest. Apart from the installation because it brings the YAML
 * parser and the checker of schemas into a bundle.
 * Source: aws/eks-hybrid, `internal/aws/manifest.go`.
 */
import { parse } from 'yaml';
import * as z from 'zod/mini';
import { validate } from '../action/schema.ts';
import { nodeadmErrors } from './nodeadm-errors.ts';
import type { CredentialProvider } from './nodeadm-versions.ts';
import type { Platform } from './types.ts';

const schema = z.object({
  supported_eks_releases: z
    .array(
      z.object({
        major_minor_version: z.string(),
        latest_patch_version: z.string(),
        patch_releases: z.array(
          z.object({
            version: z.string(),
            artifacts: z.array(z.object({ name: z.string(), arch: z.string(), os: z.string() })),
          }),
        ),
      }),
    )
    .check(z.minLength(1)),
  region_config: z.record(z.string(), z.object({ cred_providers: z.record(z.string(), z.boolean()) })),
});

/** The parts of the manifest that the checks need. */
export type NodeadmManifest = z.infer<typeof schema>;

/** Reads the manifest; members that nobody asks for may change. EHA1447 with the first places that do not fit. */
export function parseManifest(text: string, from: string): NodeadmManifest {
  let value: unknown;
  try {
    value = parse(text, { maxAliasCount: 100, logLevel: 'error' });
  } catch (cause) {
    throw nodeadmErrors.EHA1447(`${from} is not YAML.`, { cause });
  }
  const result = validate(schema, value);
  if (result.valid) return result.value;
  throw nodeadmErrors.EHA1447(`${from} is not the manifest of nodeadm: ${result.problems.join('; ')}`);
}

/**
 * The patch release that the version stands for: itself, or the newest of a minor version. EHA1448, with the list of
 * what there is, when the manifest lacks it or has no kubelet for the architecture.
 */
export function supportedKubernetes(
  manifest: NodeadmManifest,
  version: string,
  architecture: Platform['arch'],
): string {
  const releases = manifest.supported_eks_releases;
  const minor = version.split('.').slice(0, 2).join('.');
  const release = releases.find((entry) => entry.major_minor_version === minor);
  if (release === undefined) {
    const known = releases.map((entry) => entry.major_minor_version).join(', ');
    throw nodeadmErrors.EHA1448(`Kubernetes ${version} is not in the manifest, which has ${known}.`);
  }
  const wanted = version === minor ? `${minor}.${release.latest_patch_version}` : version;
  const patch = release.patch_releases.find((entry) => entry.version === wanted);
  if (patch === undefined) {
    const known = release.patch_releases.map((entry) => entry.version).join(', ');
    throw nodeadmErrors.EHA1448(
      `Kubernetes ${wanted} is not in the manifest, which has of ${minor}: ${known || 'none'}.`,
    );
  }
  const isBuilt = patch.artifacts.some(
    ({ name, arch, os }) => name === 'kubelet' && arch === architecture && os === 'linux',
  );
  if (isBuilt) return wanted;
  throw nodeadmErrors.EHA1448(`The manifest has no kubelet ${wanted} for linux on ${architecture}.`);
}

/** EHA1449, with the list of what there is, unless the region is known and has the credential provider. */
export function checkRegion(manifest: NodeadmManifest, region: string, provider: CredentialProvider): void {
  const regions = manifest.region_config;
  const config = Object.hasOwn(regions, region) ? regions[region] : undefined;
  if (config === undefined) {
    const known = Object.keys(regions).sort().join(', ');
    throw nodeadmErrors.EHA1449(
      `${region} is not in the manifest, which has ${known || 'no region at all'}.`,
    );
  }
  if (config.cred_providers[provider] === true) return;
  const known = Object.keys(config.cred_providers).filter((name) => config.cred_providers[name] === true);
  throw nodeadmErrors.EHA1449(
    `In ${region} nodeadm does not support the credential provider ${provider}, but ${known.join(', ') || 'none'}.`,
  );
}
