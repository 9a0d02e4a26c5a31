import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { type TunnelsDocument, tunnelsDocument } from '#lib/report/tunnels-document.js';
import { runBundle, type RunResult } from './run-bundle.ts';
import { type CloudOptions, type SimulatedClouds, startSimulatedClouds } from './simulated-clouds.ts';
import { type CreatedLink, createLink, type LinkOptions } from './simulated-link.ts';
import { temporaryDirectory } from './temporary.ts';

const started: SimulatedClouds[] = [];

/** Ends what {@link checkLinks} started; for `afterEach`. */
export async function endClouds(): Promise<void> {
  await Promise.all(started.splice(0).map((clouds) => clouds.close()));
}

/** A run of tunnel-status with its document; no secret of the links was in anything it wrote. */
export interface Checked {
  readonly result: RunResult;
  readonly document: TunnelsDocument;
  readonly clouds: SimulatedClouds;
}

/** As `terraform output -json` of the foundation stack has it. */
function outputsOf(
  { expectations, privateExpectations, podRouting, vpcId, transitGatewayId: transit }: CreatedLink,
  of: SimulatedClouds,
): string {
  const tables = of.world.objects
    .list('aws_route_table')
    .filter(({ attributes }) => attributes['vpc_id'] === vpcId)
    .map(({ attributes }) => attributes['id']);
  const pods = podRouting === 'bgp' || podRouting === 'udr' ? ['10.112.0.0/16'] : [];
  const routes = {
    route_table_ids: Object.fromEntries(tables.map((id, index) => [`table-${index}`, id])),
    destinations: ['10.80.0.0/20', ...pods],
    transit_gateway_id: transit,
  };
  const output = (value: object | null): object => ({
    sensitive: false,
    type: 'dynamic',
    value: value === null ? null : { ...value, vpc_routes: routes },
  });
  return JSON.stringify({
    tunnel_expectations: output(expectations),
    link_expectations: output(privateExpectations),
    pod_routing: { value: podRouting },
    address_plan: { value: { remote_pod_cidrs: ['10.112.0.0/16'] } },
  });
}

export interface CheckOptions {
  readonly link?: LinkOptions;
  readonly clouds?: CloudOptions;
  /** Breaks what was made, before the action runs. */
  readonly spoil?: (clouds: SimulatedClouds, links: readonly CreatedLink[]) => void;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
  /** Called with each piece of output, to change the clouds while the action runs. */
  readonly onOutput?: (soFar: string, clouds: SimulatedClouds) => void;
}

/** Links of which the action is run again and again while their clouds change. */
export interface LinkBed {
  readonly clouds: SimulatedClouds;
  readonly links: readonly CreatedLink[];
  check(options?: Pick<CheckOptions, 'inputs' | 'env' | 'timeoutMs' | 'onOutput'>): Promise<Checked>;
}

/** Starts clouds with links, breaks them as a test likes, and runs the action. */
export async function checkLinks(options: CheckOptions = {}): Promise<Checked> {
  return (await startLinks(options)).check(options);
}

/** Starts clouds with links and breaks them as a test likes. */
export async function startLinks(
  options: Pick<CheckOptions, 'link' | 'clouds' | 'spoil'> = {},
): Promise<LinkBed> {
  const clouds = await startSimulatedClouds({ objects: [], retryAfter: 0, ...options.clouds });
  started.push(clouds);
  const links = createLink(clouds.world, options.link);
  options.spoil?.(clouds, links);
  return { clouds, links, check: (run = {}) => checkOnce(clouds, links, run) };
}

async function checkOnce(
  clouds: SimulatedClouds,
  links: readonly CreatedLink[],
  options: Pick<CheckOptions, 'inputs' | 'env' | 'timeoutMs' | 'onOutput'>,
): Promise<Checked> {
  const workspace = temporaryDirectory('tunnel-status-');
  const names = links.map((link) => {
    writeFileSync(join(workspace, `link-${link.number}.json`), outputsOf(link, clouds));
    return `link-${link.number}.json`;
  });
  const result = await runBundle({
    action: 'tunnel-status',
    workspace,
    inputs: {
      expectations: names.join(','),
      'aws-region': clouds.region,
      'azure-subscription-id': clouds.subscriptionId,
      settle: '0s',
      ...options.inputs,
    },
    env: { ...clouds.env, ...options.env },
    onStdout: (_child, soFar) => options.onOutput?.(soFar, clouds),
    ...(options.timeoutMs !== undefined && { timeoutMs: options.timeoutMs }),
  });
  expect(result.outputs['report'] ?? `${result.stdout}${result.stderr}`).toMatch(/tunnels\.json$/);
  const document = tunnelsDocument.parse(result.report(), 'report');
  const shown = result.stdout.replaceAll(/^::add-mask::.*$/gm, '');
  const everything = `${shown}${result.stderr}${result.summary}${JSON.stringify(document)}${JSON.stringify(result.outputs)}`;
  for (const secret of links.flatMap(({ secrets }) => secrets)) expect(everything).not.toContain(secret);
  return { result, document, clouds };
}

/** Verdicts on the tunnels of all links, in the document's order. */
export function verdictsOf({ document }: Checked): readonly string[] {
  return document.links.flatMap(({ tunnels }) => tunnels.map(({ verdict }) => verdict));
}

/** Ids of the causes of all links, each once. */
export function causesOf({ document }: Checked): readonly string[] {
  return [...new Set(document.links.flatMap((link) => link.causes.map(({ id }) => id)))];
}

/** Verdicts on the paths of a link, stage by stage. */
export function pathsOf(link: Checked['document']['links'][number] | undefined): string {
  return (['virtual-interface', 'circuit-port', 'gateway-session'] as const)
    .map((kind) =>
      (link?.paths ?? [])
        .filter((path) => path.kind === kind)
        .map(({ verdict }) => verdict)
        .join(' '),
    )
    .join(' | ');
}
