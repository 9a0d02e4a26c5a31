import { RULE_GROUPS, type RuleId } from './catalogue.ts';
import { ruleOf } from './rules.ts';

const INTRODUCTION = `# Address rules

What \`cidr-check\` checks about the ranges and autonomous systems of one environment. Generated from the table of rules in \`lib/net/rules\` by \`npm run docs\`.

Each rule has a code, an id and a severity. An **error** fails the check, a **warning** does not unless the action is told so, an **info** never does. Severities can be set by id, also to \`off\`; a finding can be ignored for a time with a reason and a last day. An ignore past its day is a finding again. Rules that say that something could not be read can be neither off nor ignored.

Facts that no source knows (values known after apply, calls that were denied, texts that cannot be read) make the verdict **unknown** where there is no error, and are listed with the rules they keep from being judged.`;

/** The page docs/address-rules.md, before prettier has aligned it. */
export function renderRulesPage(): string {
  const groups = RULE_GROUPS.map(({ title, rules }) => {
    const entries = Object.keys(rules).map((id) => renderRule(id as RuleId));
    return `## ${title}\n\n${entries.join('\n\n')}`;
  });
  return `${[INTRODUCTION, renderTable(), ...groups].join('\n\n')}\n`;
}

function renderTable(): string {
  const rows = RULE_GROUPS.flatMap(({ rules }) =>
    Object.keys(rules).map((id) => {
      const { code, title, severity } = ruleOf(id as RuleId);
      return `| [${code}](#${code.toLowerCase()}) | \`${id}\` | ${severity} | ${title} |`;
    }),
  );
  return ['| code | id | severity | title |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function renderRule(id: RuleId): string {
  const { code, title, severity, checks, source, remedy } = ruleOf(id);
  const advice = /^\{[a-z]+\}$/.test(remedy) ? 'The finding says what to write.' : withoutNames(remedy);
  return `### ${code}\n\n**${title}** (\`${id}\`, ${severity})\n\n${checks}\n\n- Source: ${source}\n- Remedy: ${advice}`;
}

const NAMES: Readonly<Record<string, string>> = {
  a: 'the first range',
  b: 'the second range',
};

/** A template as prose: what a finding fills in stands between angle marks. */
function withoutNames(template: string): string {
  return template.replaceAll(/\{([a-z]+)\}/g, (_, name: string) => NAMES[name] ?? `‹${name}›`);
}
