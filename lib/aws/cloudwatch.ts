import type { MetricDataQuery, MetricDataResult } from '@aws-sdk/client-cloudwatch';
import { type AwsAnswer, type AwsDeps, readAllPages } from './read-call.ts';

export interface TunnelId {
  readonly connectionId: string;
  readonly outsideAddress: string;
}

/** Readings of a tunnel, oldest first; `at` in milliseconds since 1970. */
export type TunnelReadings = readonly { readonly at: number; readonly up: boolean }[];

/** Queries that one call of GetMetricData takes. */
const MOST_QUERIES = 500;
const PERIOD_SECONDS = 60;

/**
 * `AWS/VPN TunnelState` of many tunnels in as few calls as there may be: of a BGP tunnel 1 is established. A minute in
 * which it was both is down. Tunnels without a reading have an empty list.
 */
export async function readTunnelHistory(
  region: string,
  tunnels: readonly TunnelId[],
  window: { readonly from: number; readonly to: number },
  deps: AwsDeps,
): Promise<AwsAnswer<readonly TunnelReadings[]>> {
  const { CloudWatchClient, GetMetricDataCommand } = await import('@aws-sdk/client-cloudwatch');
  const client = new CloudWatchClient({ region, maxAttempts: 1 });
  const readings: TunnelReadings[] = [];
  for (let from = 0; from < tunnels.length; from += MOST_QUERIES) {
    const chunk = tunnels.slice(from, from + MOST_QUERIES);
    const answer = await readAllPages<MetricDataResult>(
      'CloudWatch GetMetricData',
      async (NextToken, abortSignal) => {
        const command = new GetMetricDataCommand({
          MetricDataQueries: chunk.map(toQuery),
          StartTime: new Date(window.from),
          EndTime: new Date(window.to),
          ScanBy: 'TimestampAscending',
          ...(NextToken === undefined ? {} : { NextToken }),
        });
        const page = await client.send(command, { abortSignal });
        const failed = page.MetricDataResults?.find(
          ({ StatusCode }) => StatusCode === 'InternalError' || StatusCode === 'Forbidden',
        );
        if (failed !== undefined)
          throw new Error(`the answer for ${failed.Label ?? failed.Id ?? ''} is ${failed.StatusCode ?? ''}`);
        return { items: page.MetricDataResults, next: page.NextToken };
      },
      deps,
    );
    if (!answer.ok) return answer;
    readings.push(...chunk.map((_tunnel, index) => readingsOf(answer.value, `t${index}`)));
  }
  return { ok: true, value: readings };
}

function toQuery({ connectionId, outsideAddress }: TunnelId, index: number): MetricDataQuery {
  return {
    Id: `t${index}`,
    MetricStat: {
      Metric: {
        Namespace: 'AWS/VPN',
        MetricName: 'TunnelState',
        Dimensions: [
          { Name: 'VpnId', Value: connectionId },
          { Name: 'TunnelIpAddress', Value: outsideAddress },
        ],
      },
      Period: PERIOD_SECONDS,
      Stat: 'Minimum',
    },
  };
}

/** A metric may be spread over pages. */
function readingsOf(results: readonly MetricDataResult[], id: string): TunnelReadings {
  const all = results
    .filter(({ Id }) => Id === id)
    .flatMap(({ Timestamps = [], Values = [] }) =>
      Timestamps.map((time, index) => ({ at: time.getTime(), up: (Values[index] ?? 0) >= 1 })),
    );
  return all.sort((one, other) => one.at - other.at);
}
