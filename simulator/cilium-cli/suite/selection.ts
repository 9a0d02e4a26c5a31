/** Which tests and scenarios the expressions of `--test` choose: against `test` and `test/scenario`. */

export interface Selection {
  /** Whether a scenario of a test is to run. */
  chooses(test: string, scenario: string): boolean;
}

/** @throws Error in the words of the program for what is no regular expression */
export function selectionOf(expressions: readonly string[]): Selection {
  const parsed = expressions.map((text) => ({
    isNot: text.startsWith('!'),
    pattern: compile(text.startsWith('!') ? text.slice(1) : text),
  }));
  const wanted = parsed.filter(({ isNot }) => !isNot);
  const unwanted = parsed.filter(({ isNot }) => isNot);
  return {
    chooses: (test, scenario) => {
      const full = `${test}/${scenario}`;
      if (unwanted.some(({ pattern }) => pattern.test(full))) return false;
      return wanted.length === 0 || wanted.some(({ pattern }) => pattern.test(full));
    },
  };
}

function compile(text: string): RegExp {
  try {
    return new RegExp(text);
  } catch (cause) {
    throw new Error(`test filter: error parsing regexp: ${text}`, { cause });
  }
}
