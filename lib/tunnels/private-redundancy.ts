import { allUp, carries, type Signal } from './algebra.ts';
import { type JudgedPath, PATH_KINDS, type PathKind } from './private-path.ts';
import { domainsOf, type Redundancy } from './redundancy.ts';

const NOUNS: Readonly<Record<PathKind, string>> = {
  'virtual-interface': 'virtual interfaces',
  'circuit-port': 'ports of circuits',
  'gateway-session': 'sessions with edge routers',
};

/**
 * What is left when one device goes, stage by stage: two virtual interfaces at one router of AWS are one path. Locations
 * are counted and told, as they fail together more rarely; a link over one location is not called unsafe for that alone.
 */
export function judgePrivateRedundancy(paths: readonly JudgedPath[]): Redundancy {
  const stages = PATH_KINDS.map((kind) => ({ kind, own: paths.filter((path) => path.kind === kind) }));
  const states = stages.map(({ kind, own }) => ({ kind, state: stateOf(own) }));
  const count = (is: (signal: Signal) => boolean): number =>
    Math.min(...stages.map(({ own }) => own.filter(({ verdict }) => is(carries(verdict))).length));
  const working = count((signal) => signal === 'up');
  const state = allUp(states.map((one) => one.state));
  const lone = states.filter((one) => one.state === 'down').map(({ kind }) => NOUNS[kind]);
  return {
    state,
    working,
    possible: count((signal) => signal !== 'down'),
    domains: [
      ...domainsOf(paths, 'device', ({ device }) => device),
      ...domainsOf(paths, 'location', ({ location }) => location),
    ],
    sentence: sentenceOf({ state, working, lone, paths }),
  };
}

function stateOf(own: readonly JudgedPath[]): Signal {
  const devices = (list: readonly JudgedPath[]): number =>
    new Set(list.flatMap(({ device }) => device ?? [])).size;
  const sure = own.filter(({ verdict }) => carries(verdict) === 'up');
  if (devices(sure) >= 2) return 'up';
  const hopeful = own.filter(({ verdict }) => carries(verdict) !== 'down');
  const unplaced = hopeful.filter(({ device }) => device === null).length;
  // One path of which nothing is known stands for all of a stage that could not be read.
  const isBlind = hopeful.some(({ verdict, device }) => verdict === 'unknown' && device === null);
  return devices(hopeful) + unplaced >= 2 || isBlind ? 'unknown' : 'down';
}

interface Told {
  readonly state: Signal;
  readonly working: number;
  readonly lone: readonly string[];
  readonly paths: readonly JudgedPath[];
}

function sentenceOf({ state, working, lone, paths }: Told): string {
  if (state === 'unknown') return 'Whether the link survives the failure of one device is not known.';
  if (working === 0) return 'Nothing carries traffic between the clouds.';
  if (state === 'down')
    return `The next failure of a device cuts the clouds apart: there are no two ${lone.join(' and ')} of different devices that work.`;
  const places = new Set(
    paths.flatMap(({ kind, location }) => (kind === 'virtual-interface' ? (location ?? []) : [])),
  );
  const [only] = places;
  const one =
    places.size === 1 && only !== undefined
      ? ` All virtual interfaces end at ${only}, whose loss cuts the link.`
      : '';
  return `Any one device of either cloud may fail.${one}`;
}
