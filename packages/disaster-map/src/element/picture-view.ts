import { html, nothing, type TemplateResult } from 'lit';
import type { Picture } from '../document.ts';
import { dataText, type PageContext } from './context.ts';
import { hide, isOwn } from './photo-view.ts';
import { wholeContext } from './whole-context.ts';

/** Legends and explanations that a town has as pictures; folded away. */
export function pictureView(page: PageContext): TemplateResult | typeof nothing {
  const { document, strings, language } = wholeContext(page);
  const pictures = (document.pictures ?? []).filter(({ url }) => isOwn(url));
  if (pictures.length === 0) return nothing;
  const picture = ({ url, title }: Picture): TemplateResult =>
    html`<figure>
      <figcaption>${dataText(title, language)}</figcaption>
      <img
        src=${url}
        alt=${title[language] ?? title.ja}
        loading="lazy"
        decoding="async"
        @error=${hide}
      />
    </figure>`;
  return html`<details class="layers pictures">
    <summary><span>${strings.pictures}</span></summary>
    ${pictures.map(picture)}
  </details>`;
}
