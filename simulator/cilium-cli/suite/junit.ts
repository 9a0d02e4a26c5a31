/**
 * The JUnit file as cilium-cli writes it, flaws included: one case a test, `failureMessage` once for each failed action, so
 * that two of them are not XML any more; the time of a first test that was skipped is the beginning of Go's calendar;
 * `--junit-property` is not written. Source: cilium-cli 0.19, `connectivity/check/junit.go`.
 */

/** How one test ended. */
export interface TestResult {
  readonly name: string;
  readonly status: 'passed' | 'failed' | 'skipped';
  /** Of each failed action: how it is called and why it failed. */
  readonly failures: readonly { readonly action: string; readonly message: string }[];
  /** ISO 8601; undefined for what did not start. */
  readonly startedAt: string | undefined;
  readonly seconds: number;
  readonly actions: number;
}

/** The text of the file. `args` are those behind `connectivity test`. */
export function junitText(results: readonly TestResult[], args: readonly string[]): string {
  const [first] = results;
  const failed = results.filter(({ status }) => status === 'failed').length;
  const skipped = results.filter(({ status }) => status === 'skipped').length;
  const time = results.reduce((sum, { seconds }) => sum + seconds, 0);
  const counts = `errors="0" failures="${failed}"`;
  const stamp = first?.startedAt?.slice(0, 19) ?? '0001-01-01T00:00:00';
  const suite = `name="connectivity test" id="0" package="cilium" tests="${results.length}" ${counts} skipped="${skipped}" time="${time}" timestamp="${stamp}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `  <testsuites tests="${results.length}" disabled="${skipped}" ${counts} time="${time}">`,
    `      <testsuite ${suite}>`,
    '          <properties>',
    `              <property name="Args" value="${escaped(args.join('|'))}"></property>`,
    '          </properties>',
    ...results.map(testCase),
    '      </testsuite>',
    '  </testsuites>',
    '',
  ].join('\n');
}

/** What is written when the suite did not come to its end: nothing of what had finished. */
export function setupFailure(reason: string, args: readonly string[]): string {
  const failures = [{ action: reason, message: reason }];
  const result = { name: 'connectivity test setup', status: 'failed', failures } as const;
  return junitText([{ ...result, startedAt: undefined, seconds: 0, actions: 0 }], args);
}

function testCase({ name, status, failures, seconds }: TestResult): string {
  const shown = status === 'skipped' ? 0 : seconds;
  const open = `          <testcase name="${escaped(name)}" classname="connectivity test" status="${status}" time="${shown}">`;
  if (status === 'passed') return `${open}</testcase>`;
  const inner =
    status === 'skipped'
      ? `<skipped message="${escaped(name)} skipped"></skipped>`
      : `<failure message="${escaped(name)} failed"${messages(failures)} type="failure">${failures.map(({ action }) => escaped(action)).join('&#xA;')}</failure>`;
  return `${open}\n              ${inner}\n          </testcase>`;
}

/** One attribute an action: the flaw. */
function messages(failures: TestResult['failures']): string {
  return failures.map(({ message }) => ` failureMessage="${escaped(message)}"`).join('');
}

/** As Go's encoding/xml escapes. */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&#34;')
    .replaceAll("'", '&#39;')
    .replaceAll('\n', '&#xA;')
    .replaceAll('\t', '&#x9;')
    .replaceAll('\r', '&#xD;');
}
