/** Reads the JUnit file that `cilium connectivity test` writes: one case a test, failed actions as lines of text. */
import { readXml, valuesOf, type XmlElement } from './suite-xml.ts';

export interface SuiteCase {
  /** `no-policies`. */
  readonly name: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly seconds: number;
  /** Failed actions, as the suite names them, with their message where it gives one. */
  readonly failedActions: readonly { readonly action: string; readonly message: string }[];
  /** What a failure says that names no action, for example why nothing could be set up. */
  readonly message: string;
}

/** `test/scenario:name`, perhaps with peers: what an action looks like, in contrast to a sentence. */
const ACTION = /^[^\s/:]+\/[^\s:]+:\S/;

/** @throws EHA1824 */
export function readSuiteJunit(text: string): readonly SuiteCase[] {
  return within(readXml(text), 'testcase').map(caseOf);
}

function within(element: XmlElement, name: string): readonly XmlElement[] {
  const own = element.children.filter((child) => child.name === name);
  return [...own, ...element.children.flatMap((child) => (child.name === name ? [] : within(child, name)))];
}

function caseOf(element: XmlElement): SuiteCase {
  const first = (name: string): string => valuesOf(element, name)[0] ?? '';
  const child = (name: string): XmlElement | undefined => element.children.find((one) => one.name === name);
  const failure = child('failure') ?? child('error');
  const isFailed = failure !== undefined || first('status') === 'failed';
  const isSkipped = child('skipped') !== undefined || first('status') === 'skipped';
  const seconds = Number(first('time'));
  return {
    name: first('name'),
    // A failure wins over everything else that is said.
    outcome: isFailed ? 'failed' : isSkipped ? 'skipped' : 'passed',
    seconds: Number.isFinite(seconds) && seconds > 0 ? seconds : 0,
    ...failureOf(failure),
  };
}

/** The suite gives as many messages as actions, in the same order; without that they belong to none of them. */
function failureOf(failure: XmlElement | undefined): Pick<SuiteCase, 'failedActions' | 'message'> {
  if (failure === undefined) return { failedActions: [], message: '' };
  const lines = failure.text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const messages = valuesOf(failure, 'failureMessage');
  const actions = lines.filter((line) => ACTION.test(line));
  const isPaired = messages.length === actions.length;
  const failedActions = actions.map((action, index) => ({
    action,
    message: isPaired ? (messages[index] ?? '') : '',
  }));
  const others = lines.filter((line) => !ACTION.test(line));
  const unpaired = isPaired ? [] : messages;
  const message = [...others, ...unpaired].join(' ').trim();
  return { failedActions, message: message === '' ? (valuesOf(failure, 'message')[0] ?? '') : message };
}
