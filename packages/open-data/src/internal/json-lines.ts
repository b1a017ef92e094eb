/**
 * The physical line on which each record of a JSON text starts: the objects directly inside an array that
 * stands under the key `under`, or inside the outermost array where `under` is blank. JSON.parse does not tell.
 */
export function startLines(text: string, under: string): number[] {
  const lines: number[] = [];
  const parents: string[] = [];
  let key = '';
  let line = 1;
  let inRecord = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]\n,]|\r(?!\n)/gsu)) {
    if (token === '\n' || token === '\r') line++;
    else if (token === '{' || token === '[') {
      const parent = parents.at(-1);
      if (inRecord === 0 && token === '{' && parent === `[${under}`) {
        lines.push(line);
        inRecord = parents.length + 1;
      }
      parents.push(token + key);
      key = '';
    } else if (token === '}' || token === ']') {
      if (inRecord === parents.length) inRecord = 0;
      parents.pop();
      key = '';
    } else if (token === ',') key = '';
    else key = unquoted(token);
  }
  return lines;
}

/** Only keys are compared, and a key with an escape is compared as it reads. */
function unquoted(token: string): string {
  return token.includes('\\') ? String(JSON.parse(token)) : token.slice(1, -1);
}
