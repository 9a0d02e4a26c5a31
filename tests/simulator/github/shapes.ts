/** Compares the shape of a served answer with that of a recorded one: members, types, and the form of texts. */

export interface Difference {
  /** Members from the root, array elements as `[]`. */
  readonly path: string;
  readonly kind: 'missing' | 'extra' | 'null' | 'value' | 'empty' | 'type';
  readonly detail: string;
}

type Unknown = Readonly<Record<string, unknown>>;

/** All differences; a list is compared by its first elements. */
export function differences(recorded: unknown, served: unknown, path = ''): readonly Difference[] {
  if (recorded === null || served === null) {
    if (recorded === served) return [];
    const kind = served === null ? 'null' : 'value';
    return [{ path, kind, detail: `recorded ${form(recorded)}, served ${form(served)}` }];
  }
  if (Array.isArray(recorded) && Array.isArray(served)) {
    if (recorded.length > 0 && served.length === 0)
      return [{ path, kind: 'empty', detail: 'recorded elements, served none' }];
    return recorded.length === 0 ? [] : differences(recorded[0], served[0], `${path}[]`);
  }
  if (isObject(recorded) && isObject(served)) return members(recorded, served, path);
  const [one, other] = [form(recorded), form(served)];
  return one === other ? [] : [{ path, kind: 'type', detail: `recorded ${one}, served ${other}` }];
}

function members(recorded: Unknown, served: Unknown, path: string): readonly Difference[] {
  const names = [...new Set([...Object.keys(recorded), ...Object.keys(served)])];
  return names.flatMap((name) => {
    const at = path === '' ? name : `${path}.${name}`;
    if (!(name in served)) return [{ path: at, kind: 'missing' as const, detail: form(recorded[name]) }];
    if (!(name in recorded)) return [{ path: at, kind: 'extra' as const, detail: form(served[name]) }];
    return differences(recorded[name], served[name], at);
  });
}

function isObject(value: unknown): value is Unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The type of a value; texts are told apart by their form, addresses down to their path. */
function form(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value !== 'string') return typeof value;
  if (/^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(value)) return 'time';
  if (/^[0-9a-f]{40}$/.test(value)) return 'sha';
  if (/avatar|\/images\/error\//.test(value)) return 'avatar';
  if (/^sha256:[0-9a-f]{64}$/.test(value)) return 'digest';
  return /^(https?|git):\/?\/?/.test(value) ? addressForm(value) : 'text';
}

/** `https://api.github.com/repos/octocat/Hello-World/issues/1` becomes `api /repos/O/R/issues/N`. */
function addressForm(address: string): string {
  const api = /^https?:\/\/(?:api\.github\.com|127\.0\.0\.1:\d+\/api\/v3)(\/[^?]*)/.exec(address)?.[1];
  const page = /^(?:https?|git):(?:\/\/)?(?:github\.com|127\.0\.0\.1:\d+)(\/[^?]*)/.exec(address)?.[1];
  const path = (api ?? page ?? '')
    .replace(/^\/repos\/[^/{]+\/[^/{]+/, '/repos/O/R')
    .replace(/^\/users\/[^/{]+/, '/users/U')
    .replace(/^\/orgs\/[^/{]+/, '/orgs/U')
    .replaceAll(/\/[0-9a-f]{40}(?=\/|$)/g, '/S')
    .replaceAll(/\/\d+(?=[/.#]|$)/g, '/N')
    .replace(/#issuecomment-\d+$/, '#issuecomment-N')
    .replace(/\/(labels|environments|contents)\/[^{/]+$/, '/$1/X');
  if (api !== undefined) return `api ${path}`;
  return page === undefined ? 'address' : `page ${pageForm(path)}`;
}

function pageForm(path: string): string {
  const [, first = '', second = '', ...rest] = path.split('/');
  if (first === 'orgs' || first === 'apps') return `/${first}/U${rest.length > 0 ? '/…' : ''}`;
  if (second === '') return '/U';
  const below = rest.join('/').replace(/^(blob|raw)\/.*/, '$1/…');
  const git = second.endsWith('.git') ? '.git' : '';
  return `/O/R${git}${below === '' ? '' : `/${below}`}`;
}
