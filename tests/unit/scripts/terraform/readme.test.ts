import { expect, test } from '@jest/globals';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHcl } from '#scripts/terraform/hcl.js';
import { renderTables, staleTables, writeTables } from '#scripts/terraform/readme.js';
import { temporaryDirectory } from '#tests/support/temporary.js';

const CODE = `
variable "mode" {
  description = <<-EOT
    One of \`a\` | \`b\`;
    <none> otherwise.
  EOT
  type        = string
  default     = "a"
}
output "id" {
  description = "Says \\"so\\"."
  value       = 1
}`;

test('tables hold descriptions on one line, with signs that would break a cell escaped', () => {
  const tables = renderTables(parseHcl(CODE));
  expect(tables).toContain('| `mode` | `string` | `"a"` | One of `a` \\| `b`; &lt;none> otherwise. |');
  expect(tables).toContain('| `id` | Says "so". |');
});

test('a README is stale until its tables are written, and when it is missing', async () => {
  const root = temporaryDirectory();
  const directory = join(root, 'terraform/modules/x');
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, 'variables.tf'), CODE);
  expect(await staleTables(root, 'terraform/modules/x')).toEqual(['terraform/modules/x/README.md (missing)']);
  const readme = join(directory, 'README.md');
  writeFileSync(
    readme,
    '# x\n\n<!-- begin generated: variables and outputs -->\n<!-- end generated -->\n\nAfter.\n',
  );
  expect(await staleTables(root, 'terraform/modules/x')).toEqual(['terraform/modules/x/README.md']);
  await writeTables(root, 'terraform/modules/x');
  expect(await staleTables(root, 'terraform/modules/x')).toEqual([]);
  expect(readFileSync(readme, 'utf8')).toMatch(/^# x\n[\s\S]*`mode`[\s\S]*\nAfter\.\n$/);
});
