/**
 * `Microsoft.Resources/tags/default` below a resource: the operation Merge, which writes tags beside those that are
 * there. Azure also has Replace, Delete and reads of tags, which nothing here asks for; they are refused.
 */
import type { ObjectValue } from '../../../terraform-provider/engine/types.ts';
import { viewOf } from '../../../world/link/view.ts';
import type { PlainRequest } from '../../listen.ts';
import { ArmRefusal, type ArmReply } from './refusal.ts';
import { idOf } from './resource.ts';
import { authorise, type Service, throttle } from './service.ts';
import { find, targetOf } from './targets.ts';

const PATH = /^(\/.+)\/providers\/Microsoft\.Resources\/tags\/default$/i;
const MOST_TAGS = 50;
const MOST_CHARACTERS = 256;

/** The answer to a call about tags; undefined for other paths. The caller is logged in. @throws ArmRefusal */
export function answerTags(path: string, request: PlainRequest, service: Service): ArmReply | undefined {
  const scope = PATH.exec(path)?.[1];
  if (scope === undefined) return undefined;
  if (request.method !== 'PATCH') {
    throw new ArmRefusal(
      405,
      'MethodNotAllowed',
      `The method '${request.method}' is not simulated for tags.`,
    );
  }
  const target = targetOf(scope);
  throttle(`tags:${target.path}`, service);
  authorise(
    'Microsoft.Resources/tags/write',
    `${target.path}/providers/Microsoft.Resources/tags/default`,
    service,
  );
  const added = mergedBy(request.body);
  const { world } = service;
  const object = find(target, viewOf(world));
  const { tags: old } = object.attributes;
  const before = typeof old === 'object' && old !== null && !Array.isArray(old) ? (old as ObjectValue) : {};
  const tags = merge(before, added);
  // The system disk of a VM becomes an object of its own with its first tag of its own.
  if (world.objects.get(object.key) === undefined) world.objects.put(object);
  world.objects.patch(object.key, { tags });
  const id = `${idOf(object)}/providers/Microsoft.Resources/tags/default`;
  const body = { id, name: 'default', type: 'Microsoft.Resources/tags', properties: { tags } };
  return { status: 200, body };
}

/** Names of tags are the same in small and capital letters, and keep the form they were first written in. */
function merge(before: ObjectValue, added: Readonly<Record<string, string>>): Record<string, string> {
  const tags: Record<string, string> = {};
  for (const [name, value] of Object.entries(before)) if (typeof value === 'string') tags[name] = value;
  for (const [name, value] of Object.entries(added)) {
    const known = Object.keys(tags).find((one) => one.toLowerCase() === name.toLowerCase());
    tags[known ?? name] = value;
  }
  if (Object.keys(tags).length > MOST_TAGS) {
    throw new ArmRefusal(400, 'InvalidTagCount', `A resource has ${MOST_TAGS} tags at most.`);
  }
  return tags;
}

function mergedBy(text: string): Readonly<Record<string, string>> {
  const { operation, properties } = parsed(text) as {
    readonly operation?: unknown;
    readonly properties?: { readonly tags?: unknown };
  };
  if (operation !== 'Merge') {
    throw new ArmRefusal(
      400,
      'InvalidRequestContent',
      `The operation '${String(operation)}' is not simulated.`,
    );
  }
  const tags: unknown = properties?.tags;
  const entries = typeof tags === 'object' && tags !== null ? Object.entries(tags) : [];
  if (entries.length === 0) throw new ArmRefusal(400, 'InvalidRequestContent', 'The request has no tags.');
  const wrong = entries.find(([name, value]) => !isTag(name, value));
  if (wrong !== undefined) {
    throw new ArmRefusal(400, 'InvalidTagNameOrValue', `The tag '${wrong[0]}' or its value is not valid.`);
  }
  return Object.fromEntries(entries);
}

/** Forbidden in names are `<>%&\?/`; a name has at most 512 characters. */
function isTag(name: string, value: unknown): boolean {
  const isName = name !== '' && name.length <= 512 && !/[<>%&\\?/]/.test(name);
  return isName && typeof value === 'string' && value.length <= MOST_CHARACTERS;
}

function parsed(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // Told below.
  }
  throw new ArmRefusal(400, 'InvalidRequestContent', 'The request content was invalid.');
}
