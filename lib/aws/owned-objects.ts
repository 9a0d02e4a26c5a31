import { type AwsAnswer, type AwsDeps, type Page, readAllPages, readAws } from './read-call.ts';

/** An object of a service with its tags. */
export interface OwnedObject {
  readonly id: string;
  readonly name: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** Lists of services that know better than the tagging API what is there, for one region. */
export interface OwnedObjectReader {
  /** All EKS clusters with their tags, also those that are being deleted; `id` is the ARN. */
  clusters(): Promise<AwsAnswer<readonly OwnedObject[]>>;
  /** Hybrid activations that have not expired. */
  activations(): Promise<AwsAnswer<readonly OwnedObject[]>>;
  /** Registered machines that are not EC2 instances, each asked for its tags, which the list does not give. */
  managedInstances(): Promise<AwsAnswer<readonly OwnedObject[]>>;
  /** Whether a KMS key is billed: not when its deletion is scheduled. Undefined when there is no such key any more. */
  keyIsBilled(arn: string): Promise<AwsAnswer<boolean | undefined>>;
}

/** As `createEc2Reader`, for EKS, SSM and KMS, each loaded when it is asked first. */
export function createOwnedObjectReader(region: string, deps: AwsDeps): OwnedObjectReader {
  return {
    clusters: () => clusters(region, deps),
    activations: () => activations(region, deps),
    managedInstances: () => managedInstances(region, deps),
    keyIsBilled: (arn) => keyIsBilled(region, arn, deps),
  };
}

async function clusters(region: string, deps: AwsDeps): Promise<AwsAnswer<readonly OwnedObject[]>> {
  const sdk = await import('@aws-sdk/client-eks');
  const client = new sdk.EKSClient({ region, maxAttempts: 1 });
  const names = await readAllPages(
    'EKS ListClusters',
    async (nextToken, abortSignal): Promise<Page<string>> => {
      const answer = await client.send(new sdk.ListClustersCommand({ nextToken }), { abortSignal });
      return { items: answer.clusters, next: answer.nextToken };
    },
    deps,
  );
  if (!names.ok) return names;
  const found: OwnedObject[] = [];
  for (const name of names.value) {
    const answer = await readAws(
      'EKS DescribeCluster',
      (abortSignal) =>
        client
          .send(new sdk.DescribeClusterCommand({ name }), { abortSignal })
          .catch(goneAs('ResourceNotFoundException')),
      deps,
    );
    if (!answer.ok) return answer;
    const cluster = answer.value?.cluster;
    if (cluster !== undefined) found.push({ id: cluster.arn ?? '', name, tags: cluster.tags ?? {} });
  }
  return { ok: true, value: found };
}

/** What was deleted between two calls is no failure. */
function goneAs(...codes: readonly string[]): (error: unknown) => undefined {
  return (error) => {
    if (error instanceof Error && codes.includes(error.name)) return undefined;
    throw error;
  };
}

async function activations(region: string, deps: AwsDeps): Promise<AwsAnswer<readonly OwnedObject[]>> {
  const sdk = await import('@aws-sdk/client-ssm');
  const client = new sdk.SSMClient({ region, maxAttempts: 1 });
  return readAllPages(
    'SSM DescribeActivations',
    async (NextToken, abortSignal) => {
      const input = { MaxResults: 50, NextToken };
      const answer = await client.send(new sdk.DescribeActivationsCommand(input), { abortSignal });
      const items = (answer.ActivationList ?? [])
        .filter(({ Expired }) => Expired !== true)
        .map(({ ActivationId, DefaultInstanceName, Tags }) => ({
          id: ActivationId ?? '',
          name: DefaultInstanceName ?? '',
          tags: pairs(Tags),
        }));
      return { items, next: answer.NextToken };
    },
    deps,
  );
}

async function managedInstances(region: string, deps: AwsDeps): Promise<AwsAnswer<readonly OwnedObject[]>> {
  const sdk = await import('@aws-sdk/client-ssm');
  const client = new sdk.SSMClient({ region, maxAttempts: 1 });
  // EC2's own instances are listed too and end with them.
  const Filters = [{ Key: 'ResourceType', Values: ['ManagedInstance'] }];
  const list = await readAllPages(
    'SSM DescribeInstanceInformation',
    async (NextToken, abortSignal) => {
      const input = { Filters, MaxResults: 50, NextToken };
      const answer = await client.send(new sdk.DescribeInstanceInformationCommand(input), { abortSignal });
      return { items: answer.InstanceInformationList, next: answer.NextToken };
    },
    deps,
  );
  if (!list.ok) return list;
  const found: OwnedObject[] = [];
  for (const { InstanceId = '', Name, ComputerName } of list.value) {
    const command = new sdk.ListTagsForResourceCommand({
      ResourceType: 'ManagedInstance',
      ResourceId: InstanceId,
    });
    const tags = await readAws(
      'SSM ListTagsForResource',
      (abortSignal) => client.send(command, { abortSignal }).catch(goneAs('InvalidResourceId')),
      deps,
    );
    if (!tags.ok) return tags;
    if (tags.value === undefined) continue;
    found.push({ id: InstanceId, name: Name ?? ComputerName ?? '', tags: pairs(tags.value.TagList) });
  }
  return { ok: true, value: found };
}

function pairs(
  tags: readonly { readonly Key?: string | undefined; readonly Value?: string | undefined }[] | undefined,
): Readonly<Record<string, string>> {
  return Object.fromEntries((tags ?? []).map(({ Key, Value }) => [Key ?? '', Value ?? '']));
}

async function keyIsBilled(
  region: string,
  arn: string,
  deps: AwsDeps,
): Promise<AwsAnswer<boolean | undefined>> {
  const sdk = await import('@aws-sdk/client-kms');
  const client = new sdk.KMSClient({ region, maxAttempts: 1 });
  const answer = await readAws(
    'KMS DescribeKey',
    (abortSignal) =>
      client
        .send(new sdk.DescribeKeyCommand({ KeyId: arn }), { abortSignal })
        .catch(goneAs('NotFoundException')),
    deps,
  );
  if (!answer.ok) return answer;
  const key = answer.value?.KeyMetadata;
  if (key === undefined) return { ok: true, value: undefined };
  return { ok: true, value: key.KeyState !== 'PendingDeletion' && key.KeyState !== 'PendingReplicaDeletion' };
}
