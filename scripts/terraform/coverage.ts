import type { HclBlock } from './hcl.ts';
import type { TerraformTarget } from './targets.ts';

/** A rule of a configuration with fewer tests than it needs. */
export interface UntestedRule {
  /** As expect_failures names it: `var.name`, `output.address_plan`, `aws_vpc.this`. */
  readonly address: string;
  /** Validation and precondition blocks of that object. */
  readonly rules: number;
  /** Runs of the tests that expect it to fail. */
  readonly runs: number;
}

/**
 * Objects with more validations or preconditions than runs that expect them to fail: each rule needs a bad value of its
 * own. Terraform does not say which rule failed, so a count is what can be asked; postconditions are left out, because
 * they guard against what a cloud answers.
 */
export function untestedRules(target: TerraformTarget): readonly UntestedRule[] {
  const runs = [...target.tests.values()].flat().filter((block) => block.type === 'run');
  const expected = runs.map((run) => new Set(references(run.attributes.get('expect_failures') ?? '')));
  return target.blocks
    .map((block) => ({ address: address(block), rules: countRules(block) }))
    .filter(({ rules }) => rules > 0)
    .map((object) => ({ ...object, runs: expected.filter((names) => names.has(object.address)).length }))
    .filter(({ rules, runs: tested }) => tested < rules);
}

/** Variables and outputs without a description, and variables without a type or with a null that nothing allows. */
export function undocumentedNames(target: TerraformTarget): readonly string[] {
  return target.blocks.flatMap((block) => {
    const name = address(block);
    const lacks = (attribute: string): readonly string[] =>
      block.attributes.has(attribute) ? [] : [`${name} has no ${attribute}`];
    if (block.type === 'output') return lacks('description');
    if (block.type !== 'variable') return [];
    const nullable = block.attributes.get('default') === 'null' ? [] : lacks('nullable');
    return [...lacks('description'), ...lacks('type'), ...nullable];
  });
}

function address(block: HclBlock): string {
  const prefix = { variable: ['var'], output: ['output'], resource: [] }[block.type] ?? [block.type];
  return [...prefix, ...block.labels].join('.');
}

function countRules(block: HclBlock): number {
  const own = block.blocks.filter(({ type }) => type === 'validation' || type === 'precondition').length;
  const lifecycle = block.blocks.filter(({ type }) => type === 'lifecycle');
  return own + lifecycle.flatMap(({ blocks }) => blocks).filter(({ type }) => type === 'precondition').length;
}

function references(list: string): readonly string[] {
  return list.match(/[A-Za-z_][\w-]*(\.[A-Za-z_][\w-]*)+/g) ?? [];
}
