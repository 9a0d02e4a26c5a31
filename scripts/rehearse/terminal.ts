import { stripVTControlCharacters, styleText } from 'node:util';

/** Where the rehearsal prints: lines with or without colour, kept as plain text for the log file too. */
export interface Terminal {
  readonly colour: boolean;
  readonly columns: number;
  line(text: string): void;
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
  /** Everything printed so far, without control characters. */
  transcript(): string;
}

type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow';

/** Prints to `stream`; `columns` outside a terminal is 100, so that a log file wraps as a person would read it. */
export function createTerminal(stream: NodeJS.WriteStream, colour: boolean): Terminal {
  const printed: string[] = [];
  const paint = (style: Style) => (text: string) =>
    colour ? styleText(style, text, { validateStream: false }) : text;
  return {
    colour,
    columns: Math.min(stream.columns > 0 ? stream.columns : 100, 120),
    line: (text) => {
      printed.push(stripVTControlCharacters(text));
      stream.write(`${text}\n`);
    },
    bold: paint('bold'),
    dim: paint('dim'),
    red: paint('red'),
    green: paint('green'),
    yellow: paint('yellow'),
    transcript: () => `${printed.join('\n')}\n`,
  };
}
