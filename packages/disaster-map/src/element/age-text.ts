import { AsyncDirective, directive } from 'lit/async-directive.js';

/** An age is told in minutes, so it is looked at a few times a minute, all of them with one timer. */
const LOOK = 5000;

const watched = new Set<AgeDirective>();
let timer: ReturnType<typeof setInterval> | undefined;

function look(): void {
  if (document.hidden) return;
  for (const one of watched) one.refresh();
}

function watch(one: AgeDirective): void {
  watched.add(one);
  if (timer !== undefined) return;
  timer = setInterval(look, LOOK);
  document.addEventListener('visibilitychange', look);
}

function leave(one: AgeDirective): void {
  watched.delete(one);
  if (watched.size > 0) return;
  clearInterval(timer);
  timer = undefined;
  document.removeEventListener('visibilitychange', look);
}

class AgeDirective extends AsyncDirective {
  #write: () => string = String;
  #shown = '';

  render(write: () => string): string {
    this.#write = write;
    this.#shown = write();
    if (this.isConnected) watch(this);
    return this.#shown;
  }

  refresh(): void {
    const text = this.#write();
    if (text === this.#shown) return;
    this.#shown = text;
    this.setValue(text);
  }

  protected override disconnected(): void {
    leave(this);
  }

  protected override reconnected(): void {
    watch(this);
    this.refresh();
  }
}

/** A text that changes as time passes: written anew by itself, without drawing anything else. */
export const ageText: (write: () => string) => unknown = directive(AgeDirective);
