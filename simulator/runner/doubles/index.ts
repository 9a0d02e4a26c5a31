import type { ActionDouble } from './double.ts';
import { checkout } from './checkout.ts';

/** The stand-ins for third-party actions, by `owner/name` or `owner/name/path` in lower case. */
export const DOUBLES: ReadonlyMap<string, ActionDouble> = new Map(
  [checkout].map((double) => [double.name, double]),
);
