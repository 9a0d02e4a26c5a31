import type { Value, WorldObject } from '../../../terraform-provider/engine/types.ts';
import type { CloudView } from '../../../world/link/view.ts';
import type { Xml } from './xml.ts';

/** One list call of EC2: which objects of the world it shows, how, and by what they can be filtered. */
export interface Ec2List {
  /** `DescribeVpcs`. */
  readonly action: string;
  /** Element that holds the items: `vpcSet`. */
  readonly set: string;
  /** Terraform type of the objects. */
  readonly type: string;
  /** Parameter that lists ids, without its number: `VpcId`. */
  readonly ids: string;
  /** Code of the error for an id that is not there; the object's id fills `ID` in the message EC2 gives. */
  readonly missing: { readonly code: string; readonly message: string };
  /** Whether EC2 gives this list in pages. */
  readonly paged: boolean;
  /** The objects, where they are more than those of the type: routes that no resource wrote. `parent` is from `within`. */
  readonly objects?: (view: CloudView, parent: WorldObject | undefined) => readonly WorldObject[];
  /** Parameter with the id of the object that the list is of, and that object's type. */
  readonly within?: { readonly parameter: string; readonly type: string };
  /** Element that says whether further pages follow, where there is one beside the token. */
  readonly more?: string;
  readonly show: (object: WorldObject, view: CloudView) => Xml;
  /** Values of the object by filter name; `tag:…` and `tag-key` are added. */
  readonly filters: (object: WorldObject) => Readonly<Record<string, readonly string[]>>;
}

/** A call of EC2 that is about one thing and answers no list. */
export interface Ec2Call {
  readonly action: string;
  /** What stands inside the answer; throws {@link Ec2Refusal} for something that is not there. */
  readonly answer: (
    form: URLSearchParams,
    region: string,
    view: CloudView,
  ) => { readonly [element: string]: Xml };
}

/** An error as EC2 answers it. */
export class Ec2Refusal extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export function text(object: WorldObject, attribute: string): string {
  const value = object.attributes[attribute];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

export function texts(object: WorldObject, attribute: string): readonly string[] {
  const value = object.attributes[attribute];
  const isText = (item: Value): item is string => typeof item === 'string';
  return Array.isArray(value) ? (value as readonly Value[]).filter(isText) : [];
}

/** Tags with those of the provider's `default_tags`. */
export function tagsOf(object: WorldObject): Readonly<Record<string, string>> {
  const tags = object.attributes['tags_all'] ?? object.attributes['tags'];
  if (typeof tags !== 'object' || tags === null || Array.isArray(tags)) return {};
  const pairs = Object.entries(tags as Readonly<Record<string, Value>>);
  return Object.fromEntries(pairs.map(([key, value]) => [key, typeof value === 'string' ? value : '']));
}

export function tagSet(object: WorldObject): Xml {
  return Object.entries(tagsOf(object)).map(([key, value]) => ({ key, value }));
}
