import { StringToken, type LiteralToken } from '@actions/workflow-parser/templates/tokens/index';
import { YamlObjectReader } from '@actions/workflow-parser/workflows/yaml-object-reader';

/**
 * Reads YAML for the template parser with the values YAML defines. The package's own reader hands on the source text
 * of block scalars, which the parser prefers as soon as they hold an expression, so that a script would keep its
 * indentation and a folded scalar its line breaks; editors want that, a runner does not.
 */
export class ValueReader extends YamlObjectReader {
  override allowLiteral(): LiteralToken | undefined {
    const token = super.allowLiteral();
    if (!(token instanceof StringToken)) return token;
    const { file, range, value, definitionInfo, blockScalarHeader } = token;
    return new StringToken(file, range, value, definitionInfo, undefined, blockScalarHeader);
  }
}
