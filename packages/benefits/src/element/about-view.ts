import { formatDate } from '@yokoten/standard';
import { ownName, safeLink } from '@yokoten/ui';
import { html, nothing, type TemplateResult } from 'lit';
import { named, said, type WholeContext } from './context.ts';

/** Where the rules come from and under which licence, what happens to answers, who has checked the texts. */
export function aboutView(context: WholeContext): TemplateResult {
  const { check, strings, texts, language, standing, go, state } = context;
  const { pack } = check;
  const { name, version, licence, source } = pack.rules.origin;
  const { asOf } = standing.results;
  const back = (): void => go(state.complete ? { name: 'ask' } : { name: 'start' });
  return html`<section class="card" data-screen="about">
    <h2 id="title" tabindex="-1">${strings.aboutTitle}</h2>
    <h3>${strings.aboutData}</h3>
    <dl class="facts">
      ${fact(strings.aboutRules, named(name, language))}
      ${fact(strings.aboutVersion, `${version} / ${pack.version}`)}
      ${fact(strings.aboutLicence, named(licence, language))}
      ${pack.licenceUrl === undefined ? nothing : fact(strings.aboutFull, ownLink(pack.licenceUrl))}
      ${source === '' ? nothing : fact(strings.aboutSource, safeLink(source))}
      ${fact(strings.aboutDate, formatDate(check.date, language))}
      ${asOf === '' ? nothing : fact(strings.figureSince(formatDate(asOf, language)), '')}
    </dl>
    ${
      texts.notice === undefined && pack.noticeUrl === undefined
        ? nothing
        : html`<h3>${strings.aboutNotice}</h3>
            ${texts.notice === undefined ? nothing : html`<p>${said(texts.notice, context)}</p>`}
            ${pack.noticeUrl === undefined ? nothing : html`<p>${ownLink(pack.noticeUrl)}</p>`}`
    }
    <h3>${strings.aboutPrivacy}</h3>
    <p>${strings.aboutPrivacyText}</p>
    <h3>${strings.aboutTexts}</h3>
    <p>${ownName(language)}: ${strings.reviewed ? strings.reviewedYes : strings.reviewedNo}</p>
    <p>
      <span lang=${texts.language}>${texts.title}</span>（${ownName(texts.language)}）:
      ${texts.reviewed ? strings.reviewedYes : strings.reviewedNo}
    </p>
    <p class="buttons">
      <button class="wide" data-close @click=${back}>${strings.close}</button>
    </p>
  </section>`;
}

function fact(term: string, text: string | TemplateResult): TemplateResult {
  return html`<div>
    <dt>${term}</dt>
    <dd>${text}</dd>
  </div>`;
}

/** A file beside the page, or an https address. */
function ownLink(address: string): TemplateResult | string {
  const url = URL.canParse(address, document.baseURI)
    ? new URL(address, document.baseURI)
    : undefined;
  if (url?.origin !== location.origin) return safeLink(address);
  return html`<a href=${url.href} target="_blank" rel="noopener">${address}</a>`;
}
