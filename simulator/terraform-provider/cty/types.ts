/**
 * Terraform's type constraints. Their JSON form (`"string"`, `["list","string"]`, `["object",{…}]`) is what
 * `terraform providers schema -json` prints and what travels in the `type` bytes of the plugin protocol.
 */
export type CtyType =
  | { readonly kind: 'string' | 'number' | 'bool' | 'dynamic' }
  | { readonly kind: 'list' | 'set' | 'map'; readonly element: CtyType }
  | { readonly kind: 'object'; readonly attributes: Readonly<Record<string, CtyType>> }
  | { readonly kind: 'tuple'; readonly elements: readonly CtyType[] };

export const STRING: CtyType = { kind: 'string' };
export const NUMBER: CtyType = { kind: 'number' };
export const BOOL: CtyType = { kind: 'bool' };
export const DYNAMIC_TYPE: CtyType = { kind: 'dynamic' };

/** Reads a type from its parsed JSON form; throws a TypeError on anything that is not one. */
export function parseType(json: unknown): CtyType {
  if (json === 'string' || json === 'number' || json === 'bool' || json === 'dynamic') return { kind: json };
  if (!Array.isArray(json)) throw new TypeError(`not a type: ${JSON.stringify(json)}`);
  const [kind, inner] = json as readonly unknown[];
  if (kind === 'list' || kind === 'set' || kind === 'map') return { kind, element: parseType(inner) };
  if (kind === 'tuple' && Array.isArray(inner)) return { kind, elements: inner.map(parseType) };
  if (kind === 'object' && typeof inner === 'object' && inner !== null && !Array.isArray(inner)) {
    const attributes = Object.entries(inner).map(([name, type]) => [name, parseType(type)] as const);
    return { kind, attributes: Object.fromEntries(attributes) };
  }
  throw new TypeError(`not a type: ${JSON.stringify(json)}`);
}

/** The JSON form of a type, with object attributes in the order of their names, as cty prints them. */
export function typeToJson(type: CtyType): unknown {
  switch (type.kind) {
    case 'list':
    case 'set':
    case 'map':
      return [type.kind, typeToJson(type.element)];
    case 'tuple':
      return ['tuple', type.elements.map(typeToJson)];
    case 'object': {
      const names = Object.keys(type.attributes).sort();
      return [
        'object',
        Object.fromEntries(names.map((name) => [name, typeToJson(attributeType(type, name))])),
      ];
    }
    default:
      return type.kind;
  }
}

/** The type of one attribute of an object type; asking for one it does not have is a fault of the caller. */
export function attributeType(type: CtyType & { kind: 'object' }, name: string): CtyType {
  const found = type.attributes[name];
  if (found === undefined) throw new TypeError(`the object type has no attribute "${name}"`);
  return found;
}
