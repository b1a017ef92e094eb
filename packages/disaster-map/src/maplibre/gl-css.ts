/** What MapLibre and the sheet over its canvas need; the last line is how MapLibre finds out that there are rules. */
export const GL_CSS = `
.maplibregl-canvas,.over{position:absolute;left:0;top:0}
.over{z-index:1;pointer-events:none}
.over .mark{pointer-events:auto}
.over .lines{z-index:-1}
.maplibregl-canvas-container:active{cursor:grabbing}
.maplibregl-touch-zoom-rotate{touch-action:pan-x pan-y}
.maplibregl-touch-drag-pan{touch-action:pinch-zoom}
.maplibregl-touch-drag-pan.maplibregl-touch-zoom-rotate{touch-action:none}
.maplibregl-control-container{display:none}
.maplibregl-canary{background-color:salmon}
`;
