import { markup, type Markup, type Part } from './markup.ts';

/** One column of a table in the page. */
export interface PageColumn {
  readonly title: string;
  /** Numbers stand to the right. */
  readonly numeric?: boolean;
  /** The cell that names its row. */
  readonly header?: boolean;
}

/**
 * A table with caption and scopes, in a frame that scrolls by itself on a narrow screen and is reached by keyboard.
 * The caption is for those who hear the page, unless no heading above says the same.
 */
export function pageTable(
  id: string,
  caption: string,
  columns: readonly PageColumn[],
  rows: readonly (readonly Part[])[],
  captionSeen = false,
): Markup {
  const heads = columns.map(
    ({ title, numeric }) => markup`<th scope="col" ${numberClass(numeric)}>${title}</th>`,
  );
  const body = rows.map(
    (cells) =>
      markup`<tr>
        ${cells.map((cell, at) => cellOf(cell, columns[at]))}
      </tr> `,
  );
  return markup`<div class="scroll" role="region" aria-labelledby="${id}" tabindex="0">
    <table>
      <caption id="${id}"${captionSeen ? markup`` : markup` class="unseen"`}>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${heads}
        </tr>
      </thead>
      <tbody>
        ${body}
      </tbody>
    </table>
  </div> `;
}

function cellOf(cell: Part, column: PageColumn | undefined): Markup {
  if (column?.header === true) return markup`<th scope="row">${cell}</th>`;
  return markup`<td${numberClass(column?.numeric)}>${cell}</td>`;
}

function numberClass(numeric: boolean | undefined): Markup {
  return numeric === true ? markup` class="number"` : markup``;
}

/** A bar of a share, 0 to 1; the figure stands beside it as text. */
export function bar(share: number): Markup {
  const width = Math.round(Math.max(0, Math.min(1, share)) * 100);
  return markup`<svg class="bar" viewBox="0 0 100 8" width="100" height="8" aria-hidden="true">
    <rect class="track" width="100" height="8" rx="4" />
    <rect class="fill" width="${width}" height="8" rx="4" />
  </svg>`;
}
