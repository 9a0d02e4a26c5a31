import type { AzureEnvironment } from '../action/azure-environment.ts';
import { retry } from '../action/retry.ts';
import { mayPass } from './arm-change.ts';
import {
  type ArmAnswer,
  type ArmDeps,
  ArmFailure,
  type ArmObject,
  asObject,
  refusalOf,
  retryAfterMs,
  type SendToArm,
} from './arm-rest.ts';
import { tagsOf } from './node-shapes.ts';

export type Tags = Readonly<Record<string, string>>;

/** Right that a caller needs to write tags by this call, on the resource itself or above. */
export const TAGS_WRITE = 'Microsoft.Resources/tags/write';
/** Azure takes no longer value of a tag. */
export const MOST_TAG_CHARACTERS = 256;

/** Which tags are written where, and how the call is called in logs. */
export interface TagMerge {
  readonly name: string;
  /** ARM id. */
  readonly id: string;
  readonly tags: Tags;
}

const VERSION = '2021-04-01';
const ATTEMPTS = 6;
const DEADLINE_MS = 120_000;

/**
 * Writes tags of a resource and leaves its other tags as they are. Needs no right to write the resource itself. There is
 * no condition: of two that write at once the later one stays. Gives all tags; undefined when the resource is not there.
 * @see https://learn.microsoft.com/rest/api/resources/tags/update-at-scope
 */
export async function mergeTagsInArm(
  send: SendToArm,
  { endpoint }: AzureEnvironment,
  { name, id, tags }: TagMerge,
  deps: ArmDeps,
): Promise<ArmAnswer<Tags | undefined>> {
  const url = `${endpoint}${id}/providers/Microsoft.Resources/tags/default?api-version=${VERSION}`;
  const body = JSON.stringify({ operation: 'Merge', properties: { tags } });
  try {
    const value = await retry(name, async () => writtenTags((await send(name, 'PATCH', url, body)).text), {
      ...deps,
      attempts: ATTEMPTS,
      deadlineMs: DEADLINE_MS,
      isRetryable: mayPass,
      retryAfterMs,
    });
    return { ok: true, value };
  } catch (error) {
    if (error instanceof ArmFailure && error.status === 404) return { ok: true, value: undefined };
    return refusalOf(name, error, deps);
  }
}

function writtenTags(text: string): Tags {
  const { properties } = asObject(text);
  return tagsOf((properties ?? {}) as ArmObject);
}
