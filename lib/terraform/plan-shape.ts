/** How one member of an object is treated; `skip` reads over it without parsing. */
export type Treatment =
  | { readonly as: 'skip' }
  /** Parsed whole and given to `visit` under this name. */
  | { readonly as: 'value'; readonly name: string }
  /** A list whose elements are parsed and given to `visit` one at a time; `null` counts as empty. */
  | { readonly as: 'elements'; readonly name: string; readonly wanted?: (bytes: Buffer) => boolean }
  /** An object whose members are treated one by one. */
  | { readonly as: 'members'; readonly shape: Shape }
  /** A list of such objects. */
  | { readonly as: 'list'; readonly shape: Shape };

/** What to do with the member of this name. */
export type Shape = (key: string) => Treatment;
