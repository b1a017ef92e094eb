/**
 * Takes the line ends and indents out of the rules in `css` literals: a bundler leaves texts as they are written, and
 * every page would load them.
 *
 * @param code a module as the compiler writes it
 */
export function shortCss(code: string): string {
  return code.replaceAll(/\bcss ?`([^`]*)`/g, (_, rules: string) => `css\`${shortRules(rules)}\``);
}

/** A space before `{`, `:` or a value may have a meaning; beside these signs it never has. */
function shortRules(rules: string): string {
  return rules
    .replaceAll(/\/\*[^*]*\*\//g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{};,]) ?/g, '$1')
    .trim();
}
