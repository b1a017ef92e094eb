/** The physical line on which each placemark of a KML text starts; comments and CDATA are passed over. */
export function placemarkLines(xml: string): number[] {
  const lines: number[] = [];
  let line = 1;
  let counted = 0;
  const count = (until: number): void => {
    for (; counted < until; counted++) {
      const code = xml.charCodeAt(counted);
      if (code === 10 || (code === 13 && xml.charCodeAt(counted + 1) !== 10)) line++;
    }
  };
  for (let at = xml.indexOf('<'); at !== -1; at = xml.indexOf('<', at)) {
    if (xml.startsWith('<!--', at)) at = past(xml, '-->', at + 4);
    else if (xml.startsWith('<![CDATA[', at)) at = past(xml, ']]>', at + 9);
    else {
      if (/^<(?:[\w.-]{1,50}:)?Placemark[\s/>]/u.test(xml.slice(at, at + 64))) {
        count(at);
        lines.push(line);
      }
      at++;
    }
  }
  return lines;
}

function past(xml: string, end: string, from: number): number {
  const at = xml.indexOf(end, from);
  return at === -1 ? xml.length : at + end.length;
}
