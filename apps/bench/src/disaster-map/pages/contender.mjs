/**
 * @typedef {{ readonly lng: number, readonly lat: number, readonly name: string, readonly flags: readonly string[] }} Site
 *
 * @typedef {object} Contender
 * @property {(sites: readonly Site[], view: { lng: number, lat: number, zoom: number }) => void} prepare
 *   brings the sites into the form the library takes; not measured
 * @property {() => Promise<void>} start resolves when marks are to be seen
 * @property {() => Element} ground what is pressed to drag the map
 */

/**
 * Registers a page's map with the bench, which calls it from outside.
 *
 * @param {Contender} contender
 */
export function enter(contender) {
  Object.assign(globalThis, { contender, panned: () => pan(contender.ground()) });
}

/** @returns {Promise<void>} resolves when what was drawn before has reached the screen */
export async function painted() {
  await nextFrame();
  await nextFrame();
}

/**
 * Resolves when `look` says so; it is asked whenever something below `root` comes or goes. Asking each frame would
 * make the page draw frames that nobody needs.
 *
 * @param {Node} root
 * @param {() => boolean} look
 * @returns {Promise<void>}
 */
export function seen(root, look) {
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!look()) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(root, { childList: true, subtree: true });
    if (look()) {
      observer.disconnect();
      resolve();
    }
  });
}

/** @returns {Promise<number>} */
function nextFrame() {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

const WAYS = /** @type {const} */ ([
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
]);
const STROKES = 8;
const STEPS = 30;
const STEP_PX = 8;
/** Held still before the mouse is let go, so that no library throws the map on, and after it, to see what it draws then. */
const REST = 10;

/**
 * Drags the map as a mouse does, one event a frame: to the right, down, left and up, twice around.
 *
 * @param {Element} ground
 * @returns {Promise<number[]>} milliseconds of each frame
 */
async function pan(ground) {
  const { left, top, width, height } = ground.getBoundingClientRect();
  /** @type {number[]} */
  const frames = [];
  let before = await nextFrame();
  const frame = async () => {
    const now = await nextFrame();
    frames.push(now - before);
    before = now;
  };
  for (let stroke = 0; stroke < STROKES; stroke++) {
    const [dx, dy] = WAYS[stroke % WAYS.length] ?? [0, 0];
    let [x, y] = [
      left + width / 2 - (dx * STEPS * STEP_PX) / 2,
      top + height / 2 - (dy * STEPS * STEP_PX) / 2,
    ];
    /** @param {string} type @param {number} buttons */
    const send = (type, buttons) =>
      ground.dispatchEvent(
        new MouseEvent(type, {
          clientX: x,
          clientY: y,
          buttons,
          bubbles: true,
          cancelable: true,
          composed: true,
          view: window,
        }),
      );
    send('mousedown', 1);
    for (let step = 0; step < STEPS; step++) {
      x += dx * STEP_PX;
      y += dy * STEP_PX;
      send('mousemove', 1);
      await frame();
    }
    for (let rest = 0; rest < REST; rest++) await frame();
    send('mouseup', 0);
    for (let rest = 0; rest < REST; rest++) await frame();
  }
  return frames;
}
