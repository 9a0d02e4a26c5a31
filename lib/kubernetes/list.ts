import { kubernetesErrors } from './errors.ts';
import { type Call, parseObject } from './call.ts';
import { nameOf, pathOf, type Resource } from './resources.ts';
import { KubernetesRefusal } from './status.ts';
import type { ListOptions, ObjectList, PageVisitor } from './types.ts';

const PAGE = 500;
/** 5,000,000 objects at the usual page; a server that repeats itself would never end. */
const MOST_PAGES = 10_000;
/** A list whose place in history was compacted away (410) is begun anew, this often. */
const MOST_STARTS = 4;

interface Page<T> {
  readonly metadata?: { readonly continue?: string; readonly resourceVersion?: string };
  readonly items?: readonly T[] | null;
}

/**
 * Reads all pages of one moment. A continue token that has expired (410) makes the list begin anew; the "inconsistent
 * continue" that the server offers then would mix two moments.
 * @returns the resource version of the list. @throws EHA1507 and those of the door
 */
export async function visitPages<T>(
  call: Call,
  resource: Resource<T>,
  options: ListOptions,
  visitor: PageVisitor<T>,
): Promise<string> {
  const name = nameOf(resource);
  for (let start = 1; start <= MOST_STARTS; start += 1) {
    if (start > 1) visitor.restart();
    try {
      return await readOnce(call, resource, options, visitor);
    } catch (error) {
      if (!(error instanceof KubernetesRefusal)) throw error;
    }
  }
  throw kubernetesErrors.EHA1507(`The list of ${name} expired ${MOST_STARTS} times before its end was read.`);
}

const isExpired = ({ status }: KubernetesRefusal): boolean => status === 410;

async function readOnce<T>(
  call: Call,
  resource: Resource<T>,
  options: ListOptions,
  visitor: PageVisitor<T>,
): Promise<string> {
  const what = `list ${nameOf(resource)}`;
  const seen = new Set<string>();
  let token: string | undefined;
  let version: string | undefined;
  for (let count = 1; count <= MOST_PAGES; count += 1) {
    const query = {
      limit: options.pageSize ?? PAGE,
      continue: token,
      labelSelector: options.labelSelector,
      fieldSelector: options.fieldSelector,
    };
    const text = await call(
      what,
      { method: 'GET', path: pathOf(resource, options.namespace), query },
      { repeatable: true, isAnswer: isExpired },
    );
    const page = parseObject(what, text) as Page<T>;
    if (page.items !== null && !Array.isArray(page.items)) {
      throw kubernetesErrors.EHA1509(`Kubernetes ${what} answered without a list.`);
    }
    version ??= page.metadata?.resourceVersion;
    visitor.page(page.items ?? []);
    token = page.metadata?.continue;
    if (token === undefined || token === '') return version ?? '';
    if (seen.has(token)) break;
    seen.add(token);
  }
  throw kubernetesErrors.EHA1507(`The list of ${nameOf(resource)} has pages without an end.`);
}

/** The whole list in memory. */
export async function readList<T>(
  call: Call,
  resource: Resource<T>,
  options: ListOptions,
): Promise<ObjectList<T>> {
  let items: T[] = [];
  const resourceVersion = await visitPages(call, resource, options, {
    page: (more) => {
      for (const item of more) items.push(item);
    },
    restart: () => {
      items = [];
    },
  });
  return { items, resourceVersion };
}
