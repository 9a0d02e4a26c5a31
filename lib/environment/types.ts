/** Whether a resource costs money while it stands; `unknown` for a type that nobody has classified. */
export type Billing = 'billed' | 'free' | 'unknown';

/** Something that stands in one of the clouds and carries the tags of an environment, or lies in a group that does. */
export interface StandingResource {
  readonly cloud: 'aws' | 'azure';
  /** `ec2:vpn-connection`, `Microsoft.Compute/virtualMachines`. */
  readonly type: string;
  /** ARN in AWS, resource id in Azure; of a managed instance and of an activation, its id. */
  readonly id: string;
  readonly name: string | null;
  readonly region: string | null;
  /** All tags, its group's in place of those that it lacks. */
  readonly tags: Readonly<Record<string, string>>;
  readonly billing: Billing;
  /** Something that lets others in: what is left of it is never harmless, though it costs nothing. */
  readonly credential: boolean;
  /** Names of prices with how much of each; empty where nothing is known to price it by. */
  readonly priced: readonly Quantity[];
  /** What a reader has to know, such as why the price is not known. */
  readonly note: string | null;
}

export interface Quantity {
  /** Name in the price list. */
  readonly price: string;
  readonly amount: number;
}

/** One list of one cloud, read to its end or not. */
export interface ListReading {
  readonly cloud: 'aws' | 'azure';
  /** `EC2 DescribeVolumes`. */
  readonly name: string;
  /** How many entries it had; null when it could not be read. */
  readonly entries: number | null;
  /** Why it could not be read. */
  readonly problem: string | null;
}

/** What one cloud said. Where a list has a problem, the resources are not all. */
export interface CloudReading {
  readonly lists: readonly ListReading[];
  readonly resources: readonly StandingResource[];
}

/** Which resources are meant: `value` null stands for any value of the key. */
export interface TagQuery {
  readonly key: string;
  readonly value: string | null;
  /** Others that must be there too. */
  readonly others: Readonly<Record<string, string>>;
}

/** Whether tags are those that are asked for. Keys and values are compared exactly. */
export function hasTags(tags: Readonly<Record<string, string>>, { key, value, others }: TagQuery): boolean {
  const named = Object.hasOwn(tags, key) && (value === null || tags[key] === value);
  return named && Object.entries(others).every(([name, wanted]) => tags[name] === wanted);
}

/** Whether it must be gone when an environment is torn down. */
export function isLeftover({
  billing,
  credential,
}: Pick<StandingResource, 'billing' | 'credential'>): boolean {
  return billing !== 'free' || credential;
}
