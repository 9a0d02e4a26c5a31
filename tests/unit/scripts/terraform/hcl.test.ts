import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles, repositoryRoot } from '#scripts/support/repository.js';
import { parseHcl } from '#scripts/terraform/hcl.js';

describe('parseHcl', () => {
  test('finds blocks, labels, lines and the text of attributes', () => {
    const [variable, resource] = parseHcl(
      [
        '# a comment with a brace {',
        'variable "name" {',
        '  type = map(object({',
        '    a = string // }',
        '  }))',
        '  validation { condition = var.name != "}" }',
        '}',
        'resource "aws_vpc" "this" {}',
      ].join('\n'),
    );
    expect(variable).toMatchObject({ type: 'variable', labels: ['name'], line: 2 });
    expect(variable?.attributes.get('type')).toBe('map(object({\n    a = string // }\n  }))');
    expect(variable?.blocks[0]?.attributes.get('condition')).toBe('var.name != "}"');
    expect(resource).toMatchObject({ type: 'resource', labels: ['aws_vpc', 'this'], line: 8 });
  });

  test('passes over templates with strings of their own, escapes and comments at the end of a line', () => {
    const [block] = parseHcl(
      'locals {\n  a = "${join(", ", [for x in var.y : "${x}}"])} \\" {" # not part\n  b = "$${literal"\n  c = 3 /* { */\n}',
    );
    expect([...(block?.attributes ?? [])]).toEqual([
      ['a', '"${join(", ", [for x in var.y : "${x}}"])} \\" {"'],
      ['b', '"$${literal"'],
      ['c', '3'],
    ]);
  });

  test('passes over heredocs, whatever stands in them', () => {
    const [block] = parseHcl('v {\n  d = <<-EOT\n    } " ${ {\n    EOT\n  e = 1\n}');
    expect(block?.attributes.get('d')).toBe('<<-EOT\n    } " ${ {\n    EOT');
    expect(block?.attributes.get('e')).toBe('1');
  });

  test.each([
    ['an open string', 'a {\n  b = "c\n}'],
    ['an open heredoc', 'a {\n  b = <<EOT\nc\n}'],
    ['a stray sign', 'a {\n  + = 1\n}'],
  ])('names the line of %s', (_, source) => {
    expect(() => parseHcl(source)).toThrow(/^line [23]: /);
  });

  test('ends on any text, with blocks or with an error of its own', () => {
    const piece = fc.constantFrom(
      'a',
      '"',
      '${',
      '}',
      '{',
      '\n',
      '<<E\n',
      '=',
      '#',
      '/*',
      '*/',
      '\\',
      ' ',
      '[',
      ']',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        try {
          parseHcl(pieces.join(''));
        } catch (error) {
          expect((error as Error).message).toMatch(/^line \d+: /);
        }
      }),
    );
  });

  test('reads every Terraform file of this repository and loses no block', () => {
    const directory = join(repositoryRoot, 'terraform');
    const files = listFiles(directory).filter((name) => /\.tf$|\.tftest\.hcl$/.test(name));
    expect(files.length).toBeGreaterThan(15);
    for (const name of files) {
      const text = readFileSync(join(directory, name), 'utf8');
      // terraform fmt leaves exactly the top-level blocks at the beginning of a line.
      expect(parseHcl(text)).toHaveLength(text.match(/^[a-z_]+ .*\{/gm)?.length ?? 0);
    }
  });
});
