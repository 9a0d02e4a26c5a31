/** A workflow command as printed by a step: `::name key=value::data`. */
export interface WorkflowCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

function unescapeData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

function unescapeProperty(text: string): string {
  return unescapeData(text.replaceAll('%3A', ':').replaceAll('%2C', ','));
}

/**
 * Reads a line as a workflow command; undefined when it is ordinary output. Leading blanks are allowed. The older
 * form `##[name key=value;]data` is understood as well.
 */
export function parseWorkflowCommand(line: string): WorkflowCommand | undefined {
  const modern = /^\s*::([^\s:]+)(?:\s+(.*?))?::(.*)$/s.exec(line);
  if (modern !== null) {
    const [, name = '', properties = '', data = ''] = modern;
    return {
      name: name.toLowerCase(),
      properties: parseProperties(properties, ','),
      data: unescapeData(data),
    };
  }
  const old = /##\[([^\s\]]+)(?:\s+([^\]]*))?\](.*)$/s.exec(line);
  if (old === null) return undefined;
  const [, name = '', properties = '', data = ''] = old;
  return { name: name.toLowerCase(), properties: parseProperties(properties, ';'), data: unescapeData(data) };
}

function parseProperties(text: string, separator: string): Record<string, string> {
  const result: Record<string, string> = {};
  for (const part of text.split(separator)) {
    const equals = part.indexOf('=');
    if (equals > 0)
      result[part.slice(0, equals).trim().toLowerCase()] = unescapeProperty(part.slice(equals + 1).trim());
  }
  return result;
}
