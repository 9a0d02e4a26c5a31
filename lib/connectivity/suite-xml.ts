/**
 * A reader for the XML of Cilium's suite. Not one from npm: the suite writes `failureMessage` once for each failed action
 * of a test, and an element with two attributes of one name is not well-formed XML. Strict readers refuse the whole file
 * then, lenient ones keep one of the messages; this one keeps all, and is strict about everything else, so that a file
 * that was cut off is never taken for a whole one.
 */
import { suiteErrors } from './suite-errors.ts';

export interface XmlElement {
  readonly name: string;
  /** In the order of the file; a name may be there more than once. */
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly children: readonly XmlElement[];
  /** Text directly inside, without that of children. */
  readonly text: string;
}

interface Open {
  readonly name: string;
  readonly attributes: XmlElement['attributes'];
  readonly children: XmlElement[];
  text: string;
}

const NAME = '[A-Za-z_:][\\w:.-]*';
const TOKEN = new RegExp(
  [
    '<!--(?:(?!-->)[^])*-->',
    '<\\?(?:(?!\\?>)[^])*\\?>',
    '<!\\[CDATA\\[(?<data>(?:(?!\\]\\]>)[^])*)\\]\\]>',
    `</(?<close>${NAME})\\s*>`,
    `<(?<open>${NAME})(?<attributes>(?:\\s+${NAME}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(?<empty>/?)>`,
    '(?<text>[^<]+)',
  ].join('|'),
  'y',
);
const ATTRIBUTE = new RegExp(`(${NAME})\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`, 'g');

/** The root element. @throws EHA1824 when the text is not XML to its end, apart from repeated attributes */
export function readXml(text: string): XmlElement {
  const stack: Open[] = [{ name: '', attributes: [], children: [], text: '' }];
  const token = new RegExp(TOKEN);
  while (token.lastIndex < text.length) {
    const at = token.lastIndex;
    const groups = token.exec(text)?.groups;
    if (groups === undefined) throw notXml(text, at);
    take(stack, groups, () => notXml(text, at));
  }
  const [root] = stack;
  const [only, ...others] = root?.children ?? [];
  const isWhole = stack.length === 1 && only !== undefined && others.length === 0;
  if (!isWhole || root?.text.trim() !== '') throw notXml(text, text.length);
  return only;
}

type Groups = Readonly<Record<string, string | undefined>>;

function take(stack: Open[], groups: Groups, problem: () => Error): void {
  const top = stack.at(-1);
  if (top === undefined) throw problem();
  const { data, close, open, attributes = '', empty, text } = groups;
  if (data !== undefined) top.text += data;
  else if (text !== undefined) top.text += decoded(text, problem);
  else if (close !== undefined) {
    if (stack.length < 2 || top.name !== close) throw problem();
    stack.pop();
  } else if (open !== undefined) {
    const pairs = [...attributes.matchAll(ATTRIBUTE)].map(
      ([, name = '', double, single]) => [name, decoded(double ?? single ?? '', problem)] as const,
    );
    const element: Open = { name: open, attributes: pairs, children: [], text: '' };
    top.children.push(element);
    if (empty !== '/') stack.push(element);
  }
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const LAST_CODE_POINT = 0x10_ffff;

/** There are no entities but the five of XML itself and numbers: a document type is not read. */
function decoded(text: string, problem: () => Error): string {
  return text.replace(
    /&(?:#x([\da-fA-F]{1,6})|#(\d{1,7})|(\w+))?;?/g,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (whole.length < 3 || !whole.endsWith(';')) throw problem();
      if (name !== undefined) {
        const known = Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : undefined;
        if (known === undefined) throw problem();
        return known;
      }
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      if (code > LAST_CODE_POINT) throw problem();
      return String.fromCodePoint(code);
    },
  );
}

function notXml(text: string, at: number): Error {
  const line = text.slice(0, at).split('\n').length;
  return suiteErrors.EHA1824(`Not XML at line ${String(line)}: ${JSON.stringify(text.slice(at, at + 60))}.`);
}

/** Values of an attribute, in order. */
export function valuesOf({ attributes }: XmlElement, name: string): readonly string[] {
  return attributes.filter(([own]) => own === name).map(([, value]) => value);
}
