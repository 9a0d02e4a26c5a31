import { type AwsAnswer, type AwsDeps, readAllPages } from './read-call.ts';

/** What the Resource Groups Tagging API knows of one resource. */
export interface TaggedResource {
  readonly arn: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** Values of tags by their key; none stands for any value. */
export type TagFilters = Readonly<Record<string, readonly string[]>>;

/** Read-only door to the Resource Groups Tagging API of one region. */
export interface TaggedResourceReader {
  /**
   * Everything with all of these tags, to the last page. The service misses what it does not support, and lists for
   * some time what was just deleted ("GetResources" in its API reference: resources "that are currently tagged or were
   * previously tagged").
   */
  list(filters: TagFilters): Promise<AwsAnswer<readonly TaggedResource[]>>;
}

/** As `createEc2Reader`, for the tagging API (`AWS_ENDPOINT_URL_RESOURCE_GROUPS_TAGGING_API`). */
export async function createTaggedResourceReader(
  region: string,
  deps: AwsDeps,
): Promise<TaggedResourceReader> {
  const { GetResourcesCommand, ResourceGroupsTaggingAPIClient } =
    await import('@aws-sdk/client-resource-groups-tagging-api');
  const client = new ResourceGroupsTaggingAPIClient({ region, maxAttempts: 1 });
  return {
    list: (filters) => {
      const TagFilters = Object.entries(filters).map(([Key, Values]) => ({ Key, Values: [...Values] }));
      return readAllPages(
        'Tagging GetResources',
        async (PaginationToken, abortSignal) => {
          const input = { TagFilters, ResourcesPerPage: 100, PaginationToken };
          const answer = await client.send(new GetResourcesCommand(input), { abortSignal });
          const items = (answer.ResourceTagMappingList ?? []).map(({ ResourceARN, Tags }) => ({
            arn: ResourceARN ?? '',
            tags: Object.fromEntries((Tags ?? []).map(({ Key, Value }) => [Key ?? '', Value ?? ''])),
          }));
          return { items, next: answer.PaginationToken };
        },
        deps,
      );
    },
  };
}
