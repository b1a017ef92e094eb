import { html, nothing, type TemplateResult } from 'lit';
import { selectedItem } from '../state.ts';
import { announcement } from './announcement.ts';
import type { Context } from './context.ts';
import { detail } from './detail.ts';
import { chooseButton, dropZone } from './drop-zone.ts';
import { fileList } from './file-list.ts';
import { icon } from './icons.ts';
import { townForm } from './town.ts';

/** The whole page: before there is a file an invitation, then files beside what was found in one of them. */
export function page(context: Context): TemplateResult {
  const { state, words } = context;
  return html`${header(context)}
    <p class="unseen" role="status">${announcement(context)}</p>
    ${state.items.length === 0 ? start(context) : work(context)}
    <footer class="foot"><p>${words.footer}</p></footer>`;
}

function header({ state, words, acts }: Context): TemplateResult {
  const other = state.language === 'ja' ? 'en' : 'ja';
  return html`<header class="head">
    <a class="skip" href="#result" ?hidden=${state.items.length === 0}>${words.skip}</a>
    <h1>${words.title}</h1>
    <p class="promise">${icon('lock')}<span>${words.privacy}</span></p>
    <button class="plain" lang=${other} @click=${() => acts.speak(other)}>
      ${other === 'ja' ? '日本語' : 'English'}
    </button>
  </header>`;
}

function start(context: Context): TemplateResult {
  const { words, acts } = context;
  return html`<main class="start">
    <p class="lead">${words.lead.map((phrase) => html`<span>${phrase}</span>`)}</p>
    ${dropZone(context)}
    <p class="try">
      <button class="plain" @click=${acts.giveSample}>${words.trySample}</button>
      <span class="small">${words.sampleNote}</span>
    </p>
    ${townForm(context)}
    <ul class="gains">
      ${words.gains.map(
        ([title, text], at) =>
          html`<li>
            ${icon(GAIN_ICONS[at] ?? 'file')}
            <div><strong>${title}</strong><span>${text}</span></div>
          </li>`,
      )}
    </ul>
    <p class="small">${words.privacyMore}</p>
  </main>`;
}

const GAIN_ICONS = ['cell', 'mend', 'scale'] as const;

function work(context: Context): TemplateResult {
  const item = selectedItem(context.state);
  return html`<main class="work">
    <div class="side">${fileList(context)} ${chooseButton(context)} ${townForm(context)}</div>
    ${item === undefined ? nothing : detail(context, item)}
  </main>`;
}
