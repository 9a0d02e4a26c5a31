import { exactVersion, satisfies } from './constraint.ts';
import { versionErrors } from './errors.ts';
import type { ToolName } from './required-version.ts';
import type { Requirement } from './sources.ts';
import {
  compareVersions,
  coreOf,
  formatVersion,
  isPrerelease,
  parseVersion,
  type Version,
} from './version.ts';

export interface Resolution {
  /** Canonical text such as `1.11.4`. */
  readonly version: string;
  /**
   * The source that decided: the one that names this version, or keeps the next newer release out, or else comes
   * first; null when nothing says anything and the newest release is taken.
   */
  readonly decidedBy: Requirement | null;
  /** The newest release there is, where a list of releases was needed; pre-releases do not count. */
  readonly newest: string | null;
  /** Where the choice was made from. */
  readonly chosenFrom: 'name' | 'cache' | 'releases';
}

export interface Releases {
  /** Versions in the tool cache that may be used without the network. */
  readonly cached: readonly string[];
  /** Every version the mirrors have. Called once at most, and not for an exact version. */
  list(): Promise<readonly string[]>;
}

/**
 * The version that every requirement allows: the exact one that is named, else the newest release. `latest` is the
 * newest release that the constraints allow; beside a fixed version it is a conflict, today's luck aside.
 * @throws EHA1221 naming the places that conflict, EHA1222 when no release fits
 */
export async function resolveVersion(
  tool: ToolName,
  requirements: readonly Requirement[],
  releases: Releases,
): Promise<Resolution> {
  const named = namedVersion(requirements);
  if (named !== undefined) {
    const version = formatVersion(named.version);
    return { version, decidedBy: named.requirement, newest: null, chosenFrom: 'name' };
  }
  const isRange = requirements.length > 0 && requirements.every(({ wanted }) => wanted.kind === 'constraint');
  const cached = isRange ? choose(requirements, sortedReleases(releases.cached)) : undefined;
  if (cached !== undefined) return { ...cached, newest: null, chosenFrom: 'cache' };
  const known = sortedReleases(await releases.list());
  const chosen = choose(requirements, known);
  if (chosen === undefined) throw explainFailure(tool, requirements, known);
  const [newest] = known;
  return { ...chosen, newest: newest === undefined ? null : formatVersion(newest), chosenFrom: 'releases' };
}

/** The first requirement that fixes one version; all others are held against it. */
function namedVersion(
  requirements: readonly Requirement[],
): { readonly version: Version; readonly requirement: Requirement } | undefined {
  const [named] = requirements.flatMap((requirement) => {
    const { wanted } = requirement;
    const version = wanted.kind === 'constraint' ? exactVersion(wanted.constraint) : undefined;
    return version === undefined ? [] : [{ version, requirement }];
  });
  if (named === undefined) return undefined;
  const other = requirements.find((requirement) => !allows(requirement, named));
  if (other !== undefined) throw conflict([named.requirement, other]);
  return named;
}

function allows(
  other: Requirement,
  { version, requirement }: { readonly version: Version; readonly requirement: Requirement },
): boolean {
  // What required_version fixes is the newest that is allowed.
  if (other.wanted.kind === 'latest') return requirement.kind === 'required-version' && fits(version, other);
  return fits(version, other);
}

/** Terraform compares `required_version` with the numbers of a pre-release alone. */
function fits(version: Version, { kind, wanted }: Requirement): boolean {
  if (wanted.kind === 'latest')
    return wanted.matching === null || wanted.matching.test(formatVersion(version));
  return satisfies(kind === 'required-version' ? coreOf(version) : version, wanted.constraint);
}

/** Newest first, each once, without pre-releases and names that are no versions. */
function sortedReleases(names: readonly string[]): readonly Version[] {
  return [...new Set(names)]
    .flatMap((name) => parseVersion(name) ?? [])
    .filter((version) => !isPrerelease(version))
    .sort((a, b) => compareVersions(b, a));
}

function choose(
  requirements: readonly Requirement[],
  known: readonly Version[],
): Pick<Resolution, 'version' | 'decidedBy'> | undefined {
  const index = known.findIndex((version) => requirements.every((requirement) => fits(version, requirement)));
  const version = known[index];
  if (version === undefined) return undefined;
  const newer = known[index - 1];
  const binding =
    newer === undefined ? undefined : requirements.find((requirement) => !fits(newer, requirement));
  return { version: formatVersion(version), decidedBy: binding ?? requirements[0] ?? null };
}

function describe({ place, text }: Requirement): string {
  return `${place} says ${JSON.stringify(text)}`;
}

function conflict(places: readonly Requirement[]): Error {
  return versionErrors.EHA1221(
    `No version fits all of these:\n${places.map((each) => `- ${describe(each)}`).join('\n')}`,
  );
}

/** Names the one requirement that no release fits, else two that exclude each other, else all. */
function explainFailure(
  tool: ToolName,
  requirements: readonly Requirement[],
  known: readonly Version[],
): Error {
  const newest = known[0] === undefined ? 'there is none' : `the newest is ${formatVersion(known[0])}`;
  const impossible = requirements.find((requirement) => !known.some((version) => fits(version, requirement)));
  if (impossible !== undefined || requirements.length === 0) {
    const wish = impossible === undefined ? 'The newest release is wanted' : describe(impossible);
    return versionErrors.EHA1222(`${wish}, but none of ${known.length} releases of ${tool} fits; ${newest}.`);
  }
  for (const [index, first] of requirements.entries()) {
    const second = requirements
      .slice(index + 1)
      .find((each) => !known.some((version) => fits(version, first) && fits(version, each)));
    if (second !== undefined) return conflict([first, second]);
  }
  return conflict(requirements);
}
