/** Whether this is `npm test` without more: a test with many cases then takes a few. For tests inside a browser. */
export const isQuick: boolean = !['ci', 'full'].includes(String(import.meta.env['YOKOTEN_TIER']));

/** Whether every case of every matrix is asked for. */
export const isFull: boolean = import.meta.env['YOKOTEN_TIER'] === 'full';
