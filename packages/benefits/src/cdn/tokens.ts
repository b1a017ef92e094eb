import css from 'virtual:tokens';

// In a layer, so that whatever the page itself says about a token wins.
const sheet = new CSSStyleSheet();
sheet.replaceSync(`@layer yokoten{${css}}`);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
