/** When each tunnel last changed and how it fared before: what telemetry and metrics tell. */
import type { World } from '../world.ts';
import { linkOf, type TunnelState } from './link.ts';
import { type CloudView, viewOf } from './view.ts';

interface Change {
  readonly at: number;
  readonly up: boolean;
}

const DAY_MS = 86_400_000;
const histories = new WeakMap<World, Map<string, readonly Change[]>>();

/** Notes what has changed since the last look. A tunnel seen for the first time is as it was a day ago. */
export function observe(view: CloudView): void {
  const { world } = view;
  const seen = histories.get(world) ?? new Map<string, readonly Change[]>();
  histories.set(world, seen);
  const now = world.clock.now().getTime();
  for (const state of linkOf(view).tunnels) {
    const up = state.awsShows.bgp;
    const changes = seen.get(state.tunnel.key) ?? [{ at: now - DAY_MS, up }];
    const isSame = changes.at(-1)?.up === up;
    seen.set(state.tunnel.key, isSame ? changes : [...changes, { at: now, up }]);
  }
}

/** Makes every change so far that much older, as time makes it that passes without another. */
export function ageLink(world: World, milliseconds: number): void {
  const view = viewOf(world);
  observe(view);
  const aged = [...(histories.get(world) ?? [])].map(
    ([key, changes]) => [key, changes.map(({ at, up }) => ({ at: at - milliseconds, up }))] as const,
  );
  histories.set(world, new Map(aged));
}

/** When AWS last saw the tunnel's status change. */
export function lastChange(view: CloudView, state: TunnelState): Date {
  observe(view);
  const changes = histories.get(view.world)?.get(state.tunnel.key) ?? [];
  const at = changes.at(-1)?.at ?? 0;
  if (state.flapsEvery === undefined || !state.awsShows.bgp) return new Date(at);
  return new Date(Math.max(at, lastLoss(view.clock.now().getTime(), state.flapsEvery) + LOSS_MS));
}

/** How long the tunnel has been up, in milliseconds; 0 while it is down. */
export function upFor(view: CloudView, state: TunnelState): number {
  if (!state.awsShows.bgp) return 0;
  return Math.max(0, view.clock.now().getTime() - lastChange(view, state).getTime());
}

const LOSS_MS = 60_000;

/** The start of the last loss that is over, of those that come at whole multiples of the interval. */
function lastLoss(now: number, everySeconds: number): number {
  const every = everySeconds * 1000;
  return Math.floor((now - LOSS_MS) / every) * every;
}

/** Whether the tunnel was up in the minute that begins then; undefined for the future. */
export function wasUp(view: CloudView, state: TunnelState, minute: number): boolean | undefined {
  observe(view);
  if (minute > view.clock.now().getTime()) return undefined;
  const changes = histories.get(view.world)?.get(state.tunnel.key) ?? [];
  const before = changes.findLast(({ at }) => at <= minute) ?? changes[0];
  if (before?.up !== true || state.flapsEvery === undefined) return before?.up ?? false;
  const every = state.flapsEvery * 1000;
  return Math.floor((minute + LOSS_MS - 1) / every) === Math.floor((minute - 1) / every);
}
