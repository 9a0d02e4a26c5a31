import { type CommandProperties, formatCommand, neutralise } from './commands.ts';
import type { AnnotationPlace, Logger } from './types.ts';

function placeProperties(at: AnnotationPlace | undefined): CommandProperties {
  return { title: at?.title, file: at?.file, line: at?.startLine, endLine: at?.endLine };
}

/** A logger that speaks the runner's commands. Plain lines are neutralised: text from outside is never obeyed. */
export function createLogger(write: (text: string) => void): Logger {
  const annotate = (level: string) => (message: string, at?: AnnotationPlace) =>
    write(formatCommand(level, placeProperties(at), message));
  return {
    info: (message) => write(`${neutralise(message)}\n`),
    debug: (message) => write(formatCommand('debug', {}, message)),
    notice: annotate('notice'),
    warning: annotate('warning'),
    error: annotate('error'),
    async group(title, work) {
      write(formatCommand('group', {}, title));
      try {
        return await work();
      } finally {
        write(formatCommand('endgroup', {}, ''));
      }
    },
  };
}
