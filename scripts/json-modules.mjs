/**
 * Lets Node load packages that import JSON without an import attribute, as @actions/workflow-parser and
 * @actions/expressions do. Loaded with `node --import`; jest needs no such hook.
 */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

registerHooks({
  load(url, context, nextLoad) {
    // `require` has no import attributes and reads JSON by itself.
    const isBareImport = context.importAttributes !== undefined && context.importAttributes.type !== 'json';
    if (!url.startsWith('file:') || !url.endsWith('.json') || !isBareImport) return nextLoad(url, context);
    const source = `export default ${readFileSync(fileURLToPath(url), 'utf8')};`;
    return { format: 'module', source, shortCircuit: true };
  },
});
