import { describe, expect, test } from '@jest/globals';
import { undocumentedNames, untestedRules } from '#scripts/terraform/coverage.js';
import { parseHcl } from '#scripts/terraform/hcl.js';
import type { TerraformTarget } from '#scripts/terraform/targets.js';

function target(code: string, tests = ''): TerraformTarget {
  return {
    path: 'terraform/modules/x',
    blocks: parseHcl(code),
    tests: new Map([['a.tftest.hcl', parseHcl(tests)]]),
  };
}

const TWO_RULES = `
variable "size" {
  validation {
    condition = true
  }
  validation {
    condition = true
  }
}`;

describe('untestedRules', () => {
  test('asks for one run per validation', () => {
    const once = 'run "a" {\n  expect_failures = [var.size]\n}\n';
    expect(untestedRules(target(TWO_RULES))).toEqual([{ address: 'var.size', rules: 2, runs: 0 }]);
    expect(untestedRules(target(TWO_RULES, once))).toEqual([{ address: 'var.size', rules: 2, runs: 1 }]);
    expect(untestedRules(target(TWO_RULES, once + once.replace('"a"', '"b"')))).toEqual([]);
  });

  test('does not take a variable whose name begins alike for it', () => {
    const other = 'run "a" {\n  expect_failures = [var.size_max, var.sizes]\n}\n';
    expect(untestedRules(target(TWO_RULES, other))).toEqual([{ address: 'var.size', rules: 2, runs: 0 }]);
  });

  test('knows preconditions of outputs and resources', () => {
    const code = `
output "plan" {
  precondition {
    condition = true
  }
}
resource "aws_vpc" "this" {
  lifecycle {
    precondition {
      condition = true
    }
    postcondition {
      condition = true
    }
  }
}`;
    expect(untestedRules(target(code)).map(({ address }) => address)).toEqual([
      'output.plan',
      'aws_vpc.this',
    ]);
    const tests = 'run "a" {\n  expect_failures = [\n    output.plan,\n    aws_vpc.this,\n  ]\n}';
    expect(untestedRules(target(code, tests))).toEqual([]);
  });
});

describe('undocumentedNames', () => {
  test('asks for description, type and a decision about null', () => {
    expect(undocumentedNames(target('variable "a" {}\noutput "b" {\n  value = 1\n}'))).toEqual([
      'var.a has no description',
      'var.a has no type',
      'var.a has no nullable',
      'output.b has no description',
    ]);
  });

  test('takes a default of null as that decision', () => {
    const code = 'variable "a" {\n  description = "x"\n  type = string\n  default = null\n}';
    expect(undocumentedNames(target(code))).toEqual([]);
  });
});
