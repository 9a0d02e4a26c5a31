import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readSuiteJunit } from '#lib/connectivity/suite-junit.js';
import { readXml, valuesOf } from '#lib/connectivity/suite-xml.js';

const A = 'no-policies/pod-to-pod:curl-ipv4-0: ns-1/client (10.0.0.1) -> ns-1/echo (10.1.0.1:8080)';
const B = 'no-policies/pod-to-pod:curl-ipv4-1: ns-1/client (10.0.0.1) -> ns-1/echo2 (10.1.0.2:8080)';

function report(...cases: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
  <testsuites tests="3" disabled="1" errors="0" failures="1" time="2.5">
    <testsuite name="connectivity test" id="0" package="cilium" tests="3" timestamp="0001-01-01T00:00:00">
      <properties><property name="Args" value="--test|^no-policies/"></property></properties>
      ${cases.join('\n')}
    </testsuite>
  </testsuites>
`;
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&#34;');

describe('the report of the suite', () => {
  test('gives each failed action the message that is its own, of attributes with one name', () => {
    const failure = `<failure message="no-policies failed" failureMessage="first &#34;x&#34;" failureMessage="second" type="failure">${escape(A)}&#xA;${escape(B)}</failure>`;
    const [failed, skipped, passed] = readSuiteJunit(
      report(
        `<testcase name="no-policies" classname="connectivity test" status="failed" time="1.5">${failure}</testcase>`,
        '<testcase name="to-fqdns" status="skipped" time="0"><skipped message="to-fqdns skipped"></skipped></testcase>',
        '<testcase name="dns-only" status="passed" time="1"/>',
      ),
    );
    expect(failed).toEqual({
      name: 'no-policies',
      outcome: 'failed',
      seconds: 1.5,
      failedActions: [
        { action: A, message: 'first "x"' },
        { action: B, message: 'second' },
      ],
      message: 'no-policies failed',
    });
    expect([skipped?.outcome, passed?.outcome]).toEqual(['skipped', 'passed']);
  });

  test('with fewer messages than actions gives none of them to an action', () => {
    const failure = `<failure message="m" failureMessage="one">${escape(A)}&#xA;${escape(B)}</failure>`;
    const [failed] = readSuiteJunit(report(`<testcase name="t">${failure}</testcase>`));
    expect(failed?.failedActions.map(({ message }) => message)).toEqual(['', '']);
    expect(failed?.message).toBe('one');
  });

  test('that names no action says why', () => {
    const failure =
      '<failure message="f" type="failure">timeout reached waiting for deployment a/b</failure>';
    const [failed] = readSuiteJunit(report(`<testcase name="setup" status="passed">${failure}</testcase>`));
    expect(failed).toMatchObject({ outcome: 'failed', failedActions: [] });
    expect(failed?.message).toContain('timeout reached');
  });

  test.each([
    ['empty', ''],
    ['cut off', report('<testcase name="t"/>').slice(0, -20)],
    ['cut off in a tag', report('<testcase name="t"/>').slice(0, 200)],
    ['closed by another tag', '<a><b></a></b>'],
    ['two roots', '<a/><b/>'],
    ['text behind the root', '<a/>x'],
    ['an entity of its own', '<a>&x;</a>'],
    ['a bare ampersand', '<a>a & b</a>'],
    ['a number that is no character', '<a>&#x110000;</a>'],
    ['a document type', '<!DOCTYPE a [<!ENTITY x "y">]><a/>'],
  ])('%s is refused', (_what, text) => {
    expect(() => readXml(text)).toThrow(/Not XML/);
  });

  test('property: attributes come back as they were, in order, however often a name is there', () => {
    const value = fc.string({ unit: fc.constantFrom('a', '"', '<', '>', '&', "'", ' ', 'é', ';', '#') });
    fc.assert(
      fc.property(fc.array(value, { maxLength: 5 }), value, (values, text) => {
        const attributes = values.map((one) => ` x="${escape(one)}"`).join('');
        const element = readXml(`<a${attributes}>${escape(text)}</a>`);
        expect(valuesOf(element, 'x')).toEqual(values);
        expect(element.text).toBe(text);
      }),
    );
  });
});
