/**
 * What a test wants the stand-in to do beyond what the simulated cluster makes of it: a ConfigMap that it reads at each
 * run, and in which it counts the runs of tests that are to pass the second time.
 */
import type { KubeCluster } from '../world/kube-cluster.ts';
import { builtIn } from '../world/kube-resources.ts';
import { textAt } from '../world/kube-types.ts';
import type { Api } from './api.ts';

const NAMESPACE = 'kube-system';
const NAME = 'cilium-cli-stand-in';
const PATH = `/api/v1/namespaces/${NAMESPACE}/configmaps/${NAME}`;

/** Names of tests, for example `no-policies`. */
export interface Instructions {
  /** First action fails, whatever the network says. */
  readonly fail?: readonly string[];
  /** First two actions fail, so that the JUnit file is not XML. */
  readonly failTwice?: readonly string[];
  /** First action fails in the first run of the test and not after. */
  readonly flaky?: readonly string[];
  /** Never ends, until the time is over or a signal comes. */
  readonly hang?: readonly string[];
  /** The program dies there, as after a panic: no JUnit file, exit code 2. */
  readonly crash?: readonly string[];
  /** Skipped as if a feature were missing. */
  readonly skip?: readonly string[];
  /** Pods are put on nodes without the selector that was asked for, as an old version would. `['all']`. */
  readonly ignoreNodeSelector?: readonly string[];
  /** Tests before which the program waits, in real time: `name=milliseconds`. */
  readonly slow?: readonly string[];
}

/** Tells the stand-in of a simulated cluster what to do from now on. */
export function instructCiliumCli({ store }: KubeCluster, instructions: Instructions): void {
  const data = Object.fromEntries(
    Object.entries(instructions).map(([name, tests]) => [name, (tests as readonly string[]).join(',')]),
  );
  const metadata = { name: NAME, namespace: NAMESPACE };
  store.put(builtIn('configmaps'), { apiVersion: 'v1', kind: 'ConfigMap', metadata, data });
}

/** The instructions as a run of the stand-in sees them. */
export class Instructed {
  readonly #data: Readonly<Record<string, string>>;
  readonly #api: Api;

  private constructor(api: Api, data: Readonly<Record<string, string>>) {
    this.#api = api;
    this.#data = data;
  }

  /** None where the user may not read them. */
  static async read(api: Api): Promise<Instructed> {
    const map = await api.find(PATH).catch(() => undefined);
    return new Instructed(api, (map?.['data'] ?? {}) as Readonly<Record<string, string>>);
  }

  has(what: keyof Instructions, test: string): boolean {
    return this.#names(what).includes(test);
  }

  /** Milliseconds to wait before a test. */
  waitBefore(test: string): number {
    const found = this.#names('slow').find((entry) => entry.startsWith(`${test}=`));
    return Number(found?.slice(test.length + 1) ?? 0);
  }

  /** How many actions of a test are to fail in this run. */
  async failing(test: string): Promise<number> {
    if (this.has('failTwice', test)) return 2;
    if (this.has('fail', test)) return 1;
    if (!this.has('flaky', test)) return 0;
    const map = await this.#api.find(PATH);
    if (textAt(map, 'data', `seen.${test}`) !== '') return 0;
    const patch = { data: { [`seen.${test}`]: 'once' } };
    await this.#api.send('PATCH', PATH, patch, 'application/merge-patch+json');
    return 1;
  }

  #names(what: keyof Instructions): readonly string[] {
    return (this.#data[what] ?? '').split(',').filter((name) => name !== '');
  }
}
