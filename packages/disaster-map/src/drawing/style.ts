/** What Leaflet's positioning needs, then the look of our own parts. */
const CSS = `
.yokoten-map{position:absolute;inset:0;isolation:isolate;overflow:hidden;font:14px/1.4 var(--yokoten-font,sans-serif)}
.yokoten-map .ground{position:absolute;inset:0;overflow:hidden;background:var(--yokoten-map-ground,var(--yokoten-surface-sunken,#e8ebe6));-webkit-tap-highlight-color:transparent;cursor:grab}
.yokoten-map .leaflet-dragging{cursor:grabbing}
.yokoten-map .leaflet-touch-zoom{touch-action:pan-x pan-y}
.yokoten-map .leaflet-touch-drag{touch-action:pinch-zoom}
.yokoten-map .leaflet-touch-drag.leaflet-touch-zoom{touch-action:none}
.leaflet-pane,.leaflet-tile,.leaflet-layer,.leaflet-tile-container,.mark,.lines{position:absolute;left:0;top:0}
.leaflet-pane{z-index:400}
.leaflet-tile-pane{z-index:200}
.leaflet-marker-pane{z-index:600}
.leaflet-tile{visibility:hidden;user-select:none;-webkit-user-drag:none;max-width:none}
.yokoten-map.between .leaflet-tile,.leaflet-zoom-anim .leaflet-tile{width:256.5px!important;height:256.5px!important}
.leaflet-tile-loaded{visibility:inherit}
.leaflet-tile-container,.lines{pointer-events:none}
.lines{width:1px;height:1px;overflow:visible;fill:none;fill-rule:evenodd;stroke-linecap:round;stroke-linejoin:round}
.leaflet-zoom-animated{transform-origin:0 0}
.lines.leaflet-zoom-animated{will-change:transform}
.leaflet-zoom-anim :is(.leaflet-zoom-animated,.mark){transition:transform .25s cubic-bezier(0,0,.25,1)}
.leaflet-zoom-anim .leaflet-tile,.leaflet-pan-anim .leaflet-tile{transition:none}
.leaflet-zoom-anim .leaflet-zoom-hide{visibility:hidden}
.yokoten-map .ground:focus{outline:none}
.yokoten-map .ground:focus-visible::after,.yokoten-map button:focus-visible::after{content:'';position:absolute;inset:0;z-index:900;pointer-events:none;border:3px solid var(--yokoten-focus,#000);box-shadow:inset 0 0 0 3px var(--yokoten-focus-halo,#ffd43d)}
.yokoten-map button:focus-visible{outline:none}
.shape-casing{stroke:#fff;stroke-width:7px;stroke-opacity:.85}
.shape-line{stroke-width:4px;stroke-opacity:1}
.shape-casing.selected{stroke:#000;stroke-width:11px;stroke-opacity:1}
.shape-line.selected{stroke-width:6px}
.shape-area{fill-opacity:.2}
.shape-area.selected{fill-opacity:.4}
.boundary-casing{stroke:#fff;stroke-width:5px;stroke-opacity:.8}
.boundary-line{stroke:#3d4a57;stroke-width:2px;stroke-opacity:1;stroke-dasharray:9 4}
.mark{width:44px;height:44px;display:grid;place-items:center;cursor:pointer;user-select:none;forced-color-adjust:none;color:#1a1a1a}
.mark:hover{z-index:99999!important}
.mark.selected{z-index:100000!important}
.mark .figure{width:34px;height:34px;overflow:visible}
.mark .edge{fill:none;stroke:#1a1a1a;stroke-width:4.6;stroke-linejoin:round}
.mark .shape{stroke:#fff;stroke-width:3;stroke-linejoin:round;paint-order:stroke}
.mark.selected .figure{width:46px;height:46px;flex:none}
.mark.selected .edge{stroke:#000;stroke-width:7}
.mark .name{display:none;position:absolute;left:42px;top:50%;width:max-content;max-width:11em;transform:translateY(-50%);font-weight:700;line-height:1.25;pointer-events:none;overflow-wrap:anywhere;text-shadow:0 0 3px #fff,0 0 3px #fff,0 0 2px #fff,1px 1px 0 #fff,-1px -1px 0 #fff,1px -1px 0 #fff,-1px 1px 0 #fff}
.yokoten-map.names .mark:not(.unnamed) .name,.mark.selected .name{display:block}
.fit-sign+.name{left:50px}
.mark.left .name{left:auto;right:42px;text-align:right}
.mark.selected .name{left:48px;padding:2px 6px;background:#fff;border:2px solid #000;border-radius:4px;text-shadow:none}
.mark.left.selected .name{left:auto;right:48px}
.mark[data-type=start]{pointer-events:none!important}
.mark .start{box-sizing:border-box;width:24px;height:24px;border:5px solid #fff;border-radius:50%;background:#0017c1;outline:2px solid #1a1a1a}
.mark[data-type=start] .name{display:block;left:36px;padding:0 5px;background:#fff;border:1px solid #1a1a1a;border-radius:4px;text-shadow:none}
.mark .fit-sign{position:absolute;right:-3px;top:-3px;width:22px;height:22px}
.mark .count{display:grid;place-items:center;min-width:36px;height:36px;padding:0 3px;box-sizing:border-box;border:2px solid #fff;border-radius:18px;outline:1.5px solid #1a1a1a;background:#33404d;color:#fff;font-weight:700;font-variant-numeric:tabular-nums}
.yokoten-map .zoom{position:absolute;z-index:1000;right:12px;top:12px;display:grid;border:1px solid var(--yokoten-border-strong,#767676);border-radius:var(--yokoten-radius-m,8px);overflow:hidden;background:var(--yokoten-surface,#fff)}
.yokoten-map .zoom button{position:relative;width:44px;height:44px;padding:0;border:0;background:none;color:var(--yokoten-text,#1a1a1a);cursor:pointer;touch-action:manipulation}
.yokoten-map .zoom button+button{border-top:1px solid var(--yokoten-border-strong,#767676)}
.yokoten-map .zoom button:hover{background:var(--yokoten-action-soft,#e8f1fe)}
.yokoten-map .zoom [aria-disabled=true]{color:var(--yokoten-border-strong,#767676);cursor:default}
.yokoten-map .zoom svg{width:24px;height:24px;fill:none;stroke:currentColor;stroke-width:2.5;stroke-linecap:round;vertical-align:middle}
.yokoten-map .scale{position:absolute;z-index:1000;left:12px;bottom:calc(12px + var(--yokoten-map-inset-bottom,0px));box-sizing:border-box;border:2px solid;border-top:0;background:color-mix(in srgb,var(--yokoten-surface,#fff) 85%,transparent);color:var(--yokoten-text,#1a1a1a);line-height:1.3;text-align:center;white-space:nowrap;pointer-events:none}
@media print{.yokoten-map .zoom{display:none}}
`;

/**
 * Gives the rules, by default those of every map, to the document or shadow root that `container` is in: constructed, so that they reach into a shadow
 * root and need no `unsafe-inline`. Returns what takes them away again.
 */
export function adoptStyle(container: Node, css: string = CSS): () => void {
  const root = container.getRootNode();
  if (!(root instanceof Document || root instanceof ShadowRoot)) return () => undefined;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets.push(sheet);
  return () => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((adopted) => adopted !== sheet);
  };
}
