/** Sums in shell scripts, `$((…))`. */
import { ShellSyntaxError } from './shell-words.ts';

/** `a + b * c` of whole numbers, from left to right with * and / and % first. @throws ShellSyntaxError */
export function sumOf(text: string, variable: (name: string) => string): number {
  const parts = text.match(/\d+|[A-Za-z_]\w*|\$\w+|[-+*/%]/g) ?? [];
  const values = parts.map((part) =>
    /^[-+*/%]$/.test(part) || /^\d/.test(part) ? part : variable(part.replace('$', '')) || '0',
  );
  const strong = fold(values, /^[*/%]$/);
  const [result = '0'] = fold(strong, /^[-+]$/);
  if (!/^-?\d+$/.test(result)) throw new ShellSyntaxError(`arithmetic: ${text}`);
  return Number(result);
}

function fold(values: readonly string[], operators: RegExp): readonly string[] {
  const out: string[] = [];
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? '';
    if (out.length === 0 || !operators.test(value)) out.push(value);
    else {
      index += 1;
      out.push(String(calculate(Number(out.pop()), value, Number(values[index] ?? 0))));
    }
  }
  return out;
}

function calculate(left: number, operator: string, right: number): number {
  if (operator === '+') return left + right;
  if (operator === '-') return left - right;
  if (operator === '*') return left * right;
  if (right === 0) throw new ShellSyntaxError('divide by zero');
  return operator === '/' ? Math.trunc(left / right) : left % right;
}
