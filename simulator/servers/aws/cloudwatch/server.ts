/**
 * Amazon CloudWatch as far as the state of tunnels goes: GetMetricData of `AWS/VPN TunnelState`, by connection or by
 * tunnel. Shapes: API reference of version 2010-08-01 over `awsJson1_0`.
 */
import { text } from '../../../world/attributes.ts';
import { wasUp } from '../../../world/link/history.ts';
import { linkOf, type TunnelState } from '../../../world/link/link.ts';
import { type CloudView, viewOf } from '../../../world/link/view.ts';
import type { World } from '../../../world/world.ts';
import { type JsonBody, JsonRefusal, type JsonServer, startJsonServer } from '../json-service.ts';

export interface CloudWatchOptions {
  readonly denied?: readonly string[];
  /** Queries answered at once; the rest follows under a token. */
  readonly pageSize?: number;
}

/** Starts the service; its address is for AWS_ENDPOINT_URL_CLOUDWATCH. Faults named `cloudwatch-…` strike here. */
export function startCloudWatchServer(world: World, options: CloudWatchOptions = {}): Promise<JsonServer> {
  const { denied = [], pageSize = MOST_QUERIES } = options;
  return startJsonServer({
    signedFor: 'monitoring',
    target: 'GraniteServiceVersion20100801',
    version: '1.0',
    denied,
    operations: {
      GetMetricData: ({ region, input }) => {
        if (world.faults.strikes('cloudwatch-throttled', 1)) {
          throw new JsonRefusal('Throttling', 'Rate exceeded');
        }
        return metricData(viewOf(world), input, { region, pageSize });
      },
    },
  });
}

/** Most queries in one request (API reference, GetMetricData). */
const MOST_QUERIES = 500;
const MINUTE_MS = 60_000;

interface Query {
  readonly id: string;
  readonly label: string;
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly period: number;
  readonly stat: string;
}

function metricData(
  view: CloudView,
  body: JsonBody,
  { region, pageSize }: { readonly region: string; readonly pageSize: number },
): object {
  const queries = list(body['MetricDataQueries']).map(queryOf);
  if (queries.length === 0 || queries.length > MOST_QUERIES) {
    throw new JsonRefusal(
      'ValidationError',
      `The parameter MetricDataQueries must have 1 to ${MOST_QUERIES} entries.`,
    );
  }
  const start = timeOf(body['StartTime']);
  const end = timeOf(body['EndTime']);
  if (!(start < end)) {
    throw new JsonRefusal(
      'ValidationError',
      'The parameter StartTime must be less than the parameter EndTime.',
    );
  }
  const ascending = body['ScanBy'] === 'TimestampAscending';
  const from = Number(body['NextToken'] ?? 0);
  const page = queries.slice(from, from + pageSize);
  const next = from + pageSize < queries.length ? { NextToken: String(from + pageSize) } : {};
  const results = page.map((query) => {
    const points = pointsOf(view, query, { start, end, region });
    const ordered = ascending ? points : points.toReversed();
    return {
      Id: query.id,
      Label: query.label,
      Timestamps: ordered.map(({ at }) => at / 1000),
      Values: ordered.map(({ value }) => value),
      StatusCode: 'Complete',
    };
  });
  return { MetricDataResults: results, Messages: [], ...next };
}

function list(value: unknown): readonly JsonBody[] {
  return Array.isArray(value) ? (value as readonly JsonBody[]) : [];
}

const word = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Times come as seconds since 1970. */
function timeOf(value: unknown): number {
  return typeof value === 'number' ? value * 1000 : Date.parse(word(value));
}

function queryOf(entry: JsonBody): Query {
  const stat = (entry['MetricStat'] ?? {}) as JsonBody;
  const metric = (stat['Metric'] ?? {}) as JsonBody;
  if (word(entry['Expression']) !== '') {
    throw new JsonRefusal('ValidationError', 'Metric math is not supported by this service.');
  }
  const pairs = list(metric['Dimensions']).map((one) => [word(one['Name']), word(one['Value'])] as const);
  const period = Number(stat['Period'] ?? 0);
  if (!Number.isInteger(period) || period < 60 || period % 60 !== 0) {
    throw new JsonRefusal('ValidationError', 'The parameter Period must be a multiple of 60.');
  }
  return {
    id: word(entry['Id']),
    label: word(entry['Label']) || word(metric['MetricName']),
    namespace: word(metric['Namespace']),
    name: word(metric['MetricName']),
    dimensions: Object.fromEntries(pairs),
    period,
    stat: word(stat['Stat']),
  };
}

interface Point {
  readonly at: number;
  readonly value: number;
}

/** One value for each period that has begun; none where no tunnel has these dimensions. */
function pointsOf(
  view: CloudView,
  query: Query,
  { start, end, region }: { readonly start: number; readonly end: number; readonly region: string },
): readonly Point[] {
  const { namespace, name, period } = query;
  const isKnown = namespace === 'AWS/VPN' && name === 'TunnelState';
  const tunnels = isKnown ? tunnelsIn(view, query, region) : [];
  if (tunnels.length === 0 || view.faults.strikes('cloudwatch-missing')) return [];
  const step = period * 1000;
  const points: Point[] = [];
  for (let at = Math.floor(start / step) * step; at < end; at += step) {
    const values = minutesOf(at, step).flatMap((minute) =>
      tunnels.flatMap((state) => {
        const up = wasUp(view, state, minute);
        return up === undefined ? [] : [up ? 1 : 0];
      }),
    );
    if (values.length > 0) points.push({ at, value: statistic(query.stat, values) });
  }
  return points;
}

function minutesOf(at: number, step: number): readonly number[] {
  return Array.from({ length: step / MINUTE_MS }, (_, index) => at + index * MINUTE_MS);
}

/** The metric exists by connection and by tunnel, and by no other dimensions. */
function tunnelsIn(view: CloudView, { dimensions }: Query, region: string): readonly TunnelState[] {
  const { VpnId: vpn, TunnelIpAddress: address, ...others } = dimensions;
  if (Object.keys(others).length > 0 || (vpn === undefined && address === undefined)) return [];
  return linkOf(view).tunnels.filter(
    ({ tunnel }) =>
      tunnel.vpn.region === region &&
      (vpn === undefined || text(tunnel.vpn, 'id') === vpn) &&
      (address === undefined || tunnel.outside === address),
  );
}

function statistic(stat: string, values: readonly number[]): number {
  const sum = values.reduce((total, value) => total + value, 0);
  switch (stat) {
    case 'Average':
      return sum / values.length;
    case 'Minimum':
      return Math.min(...values);
    case 'Maximum':
      return Math.max(...values);
    case 'Sum':
      return sum;
    case 'SampleCount':
      return values.length;
    default:
      throw new JsonRefusal('ValidationError', `The value ${stat} for parameter Stat is not supported.`);
  }
}
