/** Elements of EC2's answers: lists are sets of `<item>`, what is undefined or null is left out. */
export type Xml =
  string | number | boolean | null | undefined | readonly Xml[] | { readonly [element: string]: Xml };

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}

function isList(value: Xml): value is readonly Xml[] {
  return Array.isArray(value);
}

export function renderXml(value: Xml): string {
  if (value === null || value === undefined) return '';
  if (isList(value)) return value.map((item) => `<item>${renderXml(item)}</item>`).join('');
  if (typeof value !== 'object') return escapeXml(String(value));
  return Object.entries(value)
    .filter(([, inner]) => inner !== undefined && inner !== null)
    .map(([name, inner]) => `<${name}>${renderXml(inner)}</${name}>`)
    .join('');
}
