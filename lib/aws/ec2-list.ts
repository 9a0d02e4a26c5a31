import type { EC2Client, Filter, Tag } from '@aws-sdk/client-ec2';
import { type AwsAnswer, type AwsDeps, type Page, readAllPages } from './read-call.ts';

/** Common to everything in EC2: the id, the tag `Name` (empty without one), the account, all tags. */
export interface Ec2Object {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** Values of one EC2 filter, for example `{ 'vpc-id': ['vpc-1'] }`. */
export type Ec2Filters = Readonly<Record<string, readonly string[]>>;

type Send = EC2Client['send'];

/** What every list call takes. */
export interface ListInput {
  readonly Filters: Filter[];
  readonly NextToken: string | undefined;
}

/** A list call with its filters. */
export type Ec2ListCall<Shown> = (filters: Ec2Filters) => Promise<AwsAnswer<readonly Shown[]>>;

/** Makes list calls of a name, a view (undefined for what is deleted) and a request for one page. */
export type Ec2Lister = <Raw, Shown>(
  name: string,
  show: (raw: Raw) => Shown | undefined,
  request: (send: Send, input: ListInput) => Promise<Page<Raw>>,
) => Ec2ListCall<Shown>;

/** The list calls of EC2 differ only in their names. */
export function ec2Lister(client: EC2Client, deps: AwsDeps): Ec2Lister {
  return <Raw, Shown>(
      name: string,
      show: (raw: Raw) => Shown | undefined,
      request: (send: Send, input: ListInput) => Promise<Page<Raw>>,
    ) =>
    async (filters: Ec2Filters): Promise<AwsAnswer<readonly Shown[]>> => {
      const Filters = Object.entries(filters).map(([Name, Values]) => ({ Name, Values: [...Values] }));
      return readAllPages<Shown>(
        `EC2 ${name}`,
        async (NextToken, abortSignal) => {
          const send = ((command: Parameters<Send>[0]) => client.send(command, { abortSignal })) as Send;
          const { items, next } = await request(send, { Filters, NextToken });
          return { items: items?.flatMap((raw) => show(raw) ?? []), next };
        },
        deps,
      );
    };
}

/** What all objects of EC2 have, from the names that one answer gives it. */
export function common(
  id: string | undefined,
  ownerId: string | undefined,
  tags: readonly Tag[] | undefined,
): Ec2Object {
  const pairs = Object.fromEntries((tags ?? []).map(({ Key, Value }) => [Key ?? '', Value ?? '']));
  return { id: id ?? '', name: pairs['Name'] ?? '', ownerId: ownerId ?? '', tags: pairs };
}
