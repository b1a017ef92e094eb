/**
 * What a cell, header, name or address may hold to become code. Each would set `window.hit`, leave the page, or end up
 * as an element, if it ever became more than text. For tests: every one of them through every place that shows data.
 */
export const HOSTILE_TEXTS: readonly string[] = [
  '<img src=x onerror="window.hit=1">',
  '"><script>window.hit=1</script>',
  "' onmouseover='window.hit=1' x='",
  '</span></button></td></table><svg onload="window.hit=1">',
  '</title></style></template></textarea><script>window.hit=1</script>',
  'javascript:window.hit=1',
  'java\tscript:window.hit=1',
  ' \u0001javascript:window.hit=1',
  'https://hostile.example/"onclick="window.hit=1',
  'data:text/html,<script>window.hit=1</script>',
  'vbscript:window.hit=1',
  '${window.hit=1}{{window.hit=1}}',
  '<!--?lit$123456789$--><?lit$123456789$?>',
  '<link rel=stylesheet href=https://hostile.example/x.css>',
  '<style>@import "https://hostile.example/x.css"</style>',
  '<form action=https://hostile.example><button>x',
  '<base href=https://hostile.example/>',
  '<iframe srcdoc="<script>parent.hit=1</script>">',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=window.hit=1>',
  'url(https://hostile.example/x);--x:expression(window.hit=1)',
  '\u202E<a href=javascript:window.hit=1>x</a>',
  '=HYPERLINK("https://hostile.example","x")',
  '__proto__',
];
