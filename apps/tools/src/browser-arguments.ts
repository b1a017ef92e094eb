/**
 * Flags for a headless Chromium under test: software GL, and nothing that talks to hosts the page did not ask for.
 * `--no-sandbox` because CI machines run as root; tests only open pages this repository made.
 */
export const browserArguments: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];
