import { html, nothing, type TemplateResult } from 'lit';
import { MOST_MEMBERS } from '../ask/household.ts';
import type { MemberKind } from '../model/household.ts';
import type { PageContext } from './context.ts';
import { kindName, memberName } from './member-words.ts';

/** Who belongs to the household: a list to add to and take from. */
export function householdView(context: PageContext): TemplateResult {
  const { state, strings, act, check } = context;
  const { members } = state;
  const kinds = check.pack.household.kinds.filter((kind, at) => at > 0 && isRoom(kind, context));
  const submit = (event: Event): void => {
    event.preventDefault();
    act({ do: 'complete', complete: true });
  };
  return html`<form @submit=${submit}>
    <h2 id="title" tabindex="-1">${strings.householdTitle}</h2>
    <p class="hint">${strings.householdHint}</p>
    <ul class="members">
      ${members.map((member, at) => {
        const name = memberName(member, members, context);
        const remove = ({ currentTarget }: Event): void => {
          // The button goes with the member, and the focus would go with it.
          (currentTarget as HTMLElement)
            .closest('form')
            ?.querySelector('h2')
            ?.focus({ preventScroll: true });
          act({ do: 'remove-member', member: member.id }, strings.removed(name));
        };
        return html`<li>
          <span>${name}</span>
          ${
            at === 0
              ? nothing
              : html`<button type="button" class="plain" data-remove=${member.id} @click=${remove}>
                  ${strings.remove(name)}
                </button>`
          }
        </li>`;
      })}
    </ul>
    <div class="adding">
      ${kinds.map(({ id }) => {
        const name = kindName(id, context);
        return html`<button
          type="button"
          class="wide"
          data-add=${id}
          @click=${() => act({ do: 'add-member', kind: id }, strings.added(name))}
        >
          <svg class="line" viewBox="0 0 24 24" aria-hidden="true">
            <path d="M12 5v14M5 12h14"></path>
          </svg>
          ${strings.add(name)}
        </button>`;
      })}
    </div>
    <p class="buttons"><button class="main" data-next>${strings.next}</button></p>
  </form>`;
}

function isRoom(
  { id, most = MOST_MEMBERS }: MemberKind,
  { state: { members } }: PageContext,
): boolean {
  const there = members.filter(({ kind }) => kind === id).length;
  return there < most && members.length < MOST_MEMBERS;
}
