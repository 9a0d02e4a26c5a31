const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const FORM =
  /^(?:([A-Z][a-z]{2})(?:-([A-Z][a-z]{2}))? )?(\d{2}):(\d{2})-(\d{2}):(\d{2})(?: ([A-Za-z_]+(?:\/[A-Za-z_+\-0-9]+)*))?$/;

/** A part of the week: `Mon-Fri 20:00-06:00 Europe/Berlin`. One that ends before it begins ends on the next day. */
export interface Window {
  /** Days on which it begins, 0 for Sunday. */
  readonly days: readonly number[];
  /** Minutes after midnight. */
  readonly from: number;
  readonly to: number;
  readonly timeZone: string;
}

/** Reads one window; undefined when it is none. Without days every day, without a zone UTC. */
export function parseWindow(text: string): Window | undefined {
  const match = FORM.exec(text.trim());
  if (match === null) return undefined;
  const [, first, last, fromHour = '', fromMinute = '', toHour = '', toMinute = '', zone = 'UTC'] = match;
  const days = daysOf(first, last);
  const from = minutesOf(fromHour, fromMinute);
  const to = minutesOf(toHour, toMinute);
  if (days === undefined || from === undefined || to === undefined || from === to || !isZone(zone))
    return undefined;
  return { days, from, to, timeZone: zone };
}

function daysOf(first: string | undefined, last: string | undefined): readonly number[] | undefined {
  if (first === undefined) return [0, 1, 2, 3, 4, 5, 6];
  const from = DAYS.findIndex((day) => day === first);
  const to = last === undefined ? from : DAYS.findIndex((day) => day === last);
  if (from < 0 || to < 0) return undefined;
  const count = ((to - from + 7) % 7) + 1;
  return Array.from({ length: count }, (_, offset) => (from + offset) % 7);
}

/** 24:00 is the end of a day. */
function minutesOf(hour: string, minute: string): number | undefined {
  const minutes = Number(hour) * 60 + Number(minute);
  return Number(minute) > 59 || minutes > 1440 ? undefined : minutes;
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** Whether a moment is in one of the windows; without any, always. */
export function isOpen(windows: readonly Window[], now: Date): boolean {
  return windows.length === 0 || windows.some((window) => contains(window, now));
}

function contains({ days, from, to, timeZone }: Window, now: Date): boolean {
  const { day, minute } = localTime(now, timeZone);
  if (from < to) return days.includes(day) && minute >= from && minute < to;
  return (days.includes(day) && minute >= from) || (days.includes((day + 6) % 7) && minute < to);
}

function localTime(now: Date, timeZone: string): { readonly day: number; readonly minute: number } {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const parts = new Map(format.formatToParts(now).map(({ type, value }) => [type, value]));
  return {
    day: DAYS.findIndex((name) => name === parts.get('weekday')),
    minute: Number(parts.get('hour')) * 60 + Number(parts.get('minute')),
  };
}
