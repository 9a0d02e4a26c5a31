import { createRequire } from 'node:module';
import { relative } from 'node:path';

/** The part of @vercel/ncc's programming interface that the build uses; the package ships no types. */
type Ncc = (entry: string, options: NccOptions) => Promise<NccResult>;

interface NccOptions {
  readonly cache: false;
  readonly esm: boolean;
  readonly externals: readonly string[];
  readonly minify: boolean;
  readonly quiet: boolean;
  readonly sourceMap: boolean;
  readonly target: string;
}

interface NccAsset {
  readonly source: string | Buffer;
  readonly permissions?: number;
}

interface NccModule {
  readonly resource?: string;
  /** Parts of a concatenated module. */
  readonly modules?: Iterable<NccModule>;
}

interface NccResult {
  readonly code: string;
  readonly assets: Readonly<Record<string, NccAsset>>;
  readonly stats: {
    readonly compilation: {
      readonly modules: Iterable<NccModule>;
      readonly moduleGraph: { getIssuer(module: NccModule): NccModule | null | undefined };
      readonly warnings: readonly { readonly message: string }[];
    };
  };
}

/** One entry bundled: its files by name (`index.js`, chunks, `package.json`), and the absolute paths that went in. */
export interface NccBundle {
  readonly files: ReadonlyMap<string, NccAsset>;
  readonly modules: readonly string[];
}

/** The bundler's stand-in for a module that it could not find; its query is the specifier. */
const NOT_FOUND = /@@notfound\.js(?:\?(.*))?$/;

/**
 * Optional parts of packages that are not installed beside them for production: `debug` tries to load `supports-color`,
 * for colours that a log of GitHub does not need, and goes on without it. Here it is a development package of others.
 */
const ABSENT = ['supports-color'];

/**
 * Bundles one JavaScript entry as unminified ES modules, dynamic imports as chunks of their own.
 * Paths are named relative to the working directory, so set that first. The bundler reports nothing when an
 * import cannot be resolved: the bundle then throws when it gets there. Here that is an error, and so is any warning.
 */
export async function bundleEntry(entry: string): Promise<NccBundle> {
  // The bundler beside the entry: module numbers are made from paths, those of the bundler's loaders among them.
  const ncc = createRequire(entry)('@vercel/ncc') as Ncc;
  const { code, assets, stats } = await ncc(entry, {
    cache: false,
    esm: true,
    externals: ABSENT,
    minify: false,
    quiet: true,
    sourceMap: false,
    target: 'es2022',
  });
  const problems = [
    ...stats.compilation.warnings.map(({ message }) => message),
    ...unresolved(stats.compilation),
  ];
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const files = new Map(Object.entries(assets));
  files.set('index.js', { source: code });
  return { files, modules: resources(stats.compilation.modules) };
}

function unresolved({ modules, moduleGraph }: NccResult['stats']['compilation']): readonly string[] {
  return [...modules].flatMap((module) => {
    const missing = NOT_FOUND.exec(module.resource ?? '');
    if (missing === null) return [];
    const importer = relative(process.cwd(), moduleGraph.getIssuer(module)?.resource ?? 'a module');
    return [`${importer}: cannot resolve '${missing[1] ?? ''}'`];
  });
}

function resources(modules: Iterable<NccModule>): readonly string[] {
  const paths = new Set<string>();
  const visit = (module: NccModule): void => {
    if (module.resource !== undefined) paths.add(module.resource);
    for (const part of module.modules ?? []) visit(part);
  };
  for (const module of modules) visit(module);
  return [...paths].sort();
}
