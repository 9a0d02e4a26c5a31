/** `cilium sysdump`: a zip of what the cluster says about itself; names and kinds, no values of Secrets. */
import { writeFileSync } from 'node:fs';
import { writeZip } from '../../servers/releases/zip.ts';
import type { Api } from '../api.ts';
import type { Output } from '../output.ts';

const COLLECTED: readonly (readonly [file: string, path: string])[] = [
  ['k8s-nodes', '/api/v1/nodes'],
  ['k8s-pods', '/api/v1/pods'],
  ['k8s-events', '/api/v1/events'],
  ['ciliumnodes', '/apis/cilium.io/v2/ciliumnodes'],
];

/** Writes `<name>.zip`; `<ts>` in the name is the time, as the program has it. */
export async function writeSysdump(api: Api, name: string, output: Output): Promise<void> {
  const stamp = new Date().toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15);
  const file = `${name.replace('<ts>', stamp)}.zip`;
  output.line('🔍 Collecting sysdump with cilium-cli');
  const entries = [];
  for (const [title, path] of COLLECTED) {
    const objects = await api.list(path).catch((error: unknown) => {
      output.line(`⚠️ failed to collect ${title}: ${String(error)}`);
      return undefined;
    });
    if (objects === undefined) continue;
    const content = Buffer.from(`${JSON.stringify({ items: objects }, null, 2)}\n`);
    entries.push({ name: `cilium-sysdump/${title}.yaml`, content });
  }
  writeFileSync(file, await writeZip(entries));
  output.line(`🗳 The sysdump has been saved at ${file}`);
}
