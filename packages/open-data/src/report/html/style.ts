/**
 * The page's stylesheet. Colours and sizes are those of the design tokens in @yokoten/ui, as values: the page stands
 * alone. They are the Digital Agency's (@digital-go-jp/design-tokens, MIT).
 */
export const style = `
:root{color-scheme:light dark;--action:#0017c1;--text:#1a1a1a;--muted:#4d4d4d;--surface:#fff;--sunken:#f2f2f2;--border:#ccc;--strong:#767676;--good:#197a4b;--good-soft:#e6f5ec;--bad:#ce0000;--bad-soft:#fdeeee;--care:#806300;--care-soft:#fbf5e0;--focus:#000;--halo:#ffd43d}
@media screen and (prefers-color-scheme:dark){:root{--action:#9db7f9;--text:#f2f2f2;--muted:#b3b3b3;--surface:#1a1a1a;--sunken:#333;--border:#666;--strong:#949494;--good:#71c598;--good-soft:#032213;--bad:#ff9696;--bad-soft:#620000;--care:#ffd43d;--care-soft:#604b00;--focus:#fff;--halo:#b78f00}}
@media (forced-colors:active){:root{--action:LinkText;--text:CanvasText;--muted:CanvasText;--surface:Canvas;--sunken:Canvas;--border:CanvasText;--strong:CanvasText;--good:CanvasText;--good-soft:Canvas;--bad:CanvasText;--bad-soft:Canvas;--care:CanvasText;--care-soft:Canvas}svg,.steps li::before{forced-color-adjust:none}}
*{box-sizing:border-box}
body{margin:0;background:var(--surface);color:var(--text);font:1rem/1.7 system-ui,'Hiragino Sans','Hiragino Kaku Gothic ProN','BIZ UDPGothic','Yu Gothic UI',Meiryo,'Noto Sans JP','Noto Sans CJK JP',sans-serif}
main{max-width:64rem;margin:0 auto;padding:1rem 1rem 3rem}
h1{font-size:1.5rem;line-height:1.4;margin:.5rem 0 0}
h2{font-size:1.25rem;line-height:1.4;margin:2.5rem 0 .5rem;padding-bottom:.25rem;border-bottom:2px solid var(--border)}
p{margin:.5rem 0}
a{color:var(--action);text-underline-offset:.2em}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px;box-shadow:0 0 0 2px var(--halo)}
.file{color:var(--muted);overflow-wrap:anywhere}
.scores{display:flex;flex-wrap:wrap;gap:1rem;margin:1rem 0;padding:0;list-style:none}
.scores li{flex:1 1 14rem;padding:1rem;border:1px solid var(--border);border-radius:.5rem;background:var(--sunken)}
.scores strong{display:block;font-size:2.25rem;line-height:1.2;font-variant-numeric:tabular-nums}
.steps{margin:.5rem 0;padding:0;list-style:none;counter-reset:step}
.steps li{counter-increment:step;display:flex;flex-wrap:wrap;align-items:baseline;gap:.25rem .75rem;padding:.75rem 0;border-bottom:1px solid var(--border)}
.steps li::before{content:counter(step);flex:none;min-width:1.75rem;text-align:center;border-radius:1rem;background:var(--action);color:var(--surface);font-weight:700}
.steps .what{flex:1 1 14rem;font-weight:700;overflow-wrap:anywhere}
.steps .gain{color:var(--good);font-weight:700;margin-left:auto}
.steps .cells{flex-basis:100%;padding-left:2.5rem;color:var(--muted);font-size:.875rem}
.scroll{overflow-x:auto;margin:1rem 0}
table{width:100%;border-collapse:collapse}
caption{padding:.25rem 0;text-align:left;font-weight:700}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
th,td{padding:.5rem .75rem;border-bottom:1px solid var(--border);text-align:left;vertical-align:top;overflow-wrap:anywhere;min-width:4em}
thead th{background:var(--sunken);border-bottom-color:var(--strong);white-space:nowrap}
tbody th{font-weight:400;min-width:7.6em}
.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
td .cells,th .cells{display:block;color:var(--muted);font-size:.875rem}
.code{display:block;font-size:.875rem;color:var(--muted)}
.value{white-space:pre-wrap;unicode-bidi:isolate}
.blank{color:var(--muted)}
.tag{display:inline-block;padding:0 .5rem;border:1px solid currentColor;border-radius:.375rem;font-weight:700;white-space:nowrap}
.error,.bad{color:var(--bad);background:var(--bad-soft)}
.warning{color:var(--care);background:var(--care-soft)}
.info{color:var(--action)}
.good{color:var(--good)}
.bad{background:none}
del:has(.blank),ins:has(.blank){text-decoration:none;font-weight:400}
del{color:var(--bad);text-decoration-thickness:1px}
ins{color:var(--good);text-decoration:none;font-weight:700}
.bar{display:block;max-width:100%}
.number .bar{margin:.25rem 0 .25rem auto}
.track{fill:var(--border)}
.fill{fill:var(--action)}
figure{margin:1rem 0}
.map{display:block;width:100%;max-width:40rem;height:auto;border:1px solid var(--border);border-radius:.5rem;background:var(--sunken)}
.map .dot{fill:var(--action);stroke:var(--surface);stroke-width:.5}
.map .far{fill:var(--bad);stroke:var(--surface);stroke-width:.5}
.map .area{fill:none;stroke:var(--strong);stroke-dasharray:4 3}
.map .scale{fill:none;stroke:var(--text);stroke-width:1.5}
.map text{fill:var(--text);font-size:15px}
@media (max-width:40rem){.map text{font-size:25px}}
.legend{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin:.5rem 0;padding:0;list-style:none}
.far-key{fill:var(--bad)}
.area-key{fill:none;stroke:var(--strong);stroke-dasharray:3 2}
.legend svg{vertical-align:-.1em;margin-right:.35em}
footer{margin-top:3rem;color:var(--muted);font-size:.875rem}
@page{size:A4;margin:14mm}
@media print{body{font-size:10pt}main{max-width:none;padding:0}h2,h2+p{break-after:avoid}tr,figure,.scores,.steps li{break-inside:avoid}thead{display:table-header-group}.scroll{overflow:visible}a{color:inherit;text-decoration:none}.steps li::before{background:none;color:var(--text);border:1px solid var(--text)}.map{max-width:120mm}th,td{padding:.2rem .4rem;min-width:0}}
`;

/** `style-src` of the page: this stylesheet and no other. A test compares it with the text. */
export const styleHash = 'sha256-5PeGwOKp1jAkyo2zy1pycD/bbNp3nCPl5Gd5OGPPfeU=';
