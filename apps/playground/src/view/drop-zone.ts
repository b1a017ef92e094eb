import { html, type TemplateResult } from 'lit';
import type { Context } from './context.ts';
import { icon } from './icons.ts';

/** Endings that are offered first; what a file really is, its bytes say. */
const ENDINGS = '.csv,.tsv,.txt,.xlsx,.json,.geojson,.kml,.kmz,.zip,.xls';

/** A large place to drop files on, which is a file input: a press, a key and a screen reader open it too. */
export function dropZone(context: Context): TemplateResult {
  const { state, words } = context;
  return html`<label class="drop" data-dragging=${state.isDragging}>
    ${input(context)} ${icon('drop')}
    <span class="drop-text">${words.drop}</span>
    <span class="drop-or">${words.or}</span>
    <span class="primary">${words.choose}</span>
    <span class="small">${words.kinds}</span>
  </label>`;
}

/** The same once there are files: a button. The whole page takes what is dropped. */
export function chooseButton(context: Context): TemplateResult {
  const { state, words } = context;
  return html`<label class="more" data-dragging=${state.isDragging}>
    ${input(context)} <span class="secondary">${icon('drop')}${words.add}</span>
  </label>`;
}

function input({ acts }: Context): TemplateResult {
  const chosen = ({ target }: Event): void => {
    const field = target as HTMLInputElement;
    acts.give(field.files ?? []);
    // The same file again, mended in the meantime, is a change too.
    field.value = '';
  };
  return html`<input class="unseen" type="file" multiple accept=${ENDINGS} @change=${chosen} />`;
}
