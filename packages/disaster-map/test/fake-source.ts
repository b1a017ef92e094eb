import { codedError } from '../src/coded-error.ts';
import type { StateListener, StateReport, StateSource } from '../src/state-source/state-source.ts';

/** A source that says what a test has it say. */
export interface FakeSource extends StateSource {
  readonly report: (report: StateReport) => void;
  readonly fail: () => void;
  /** Whether nobody listens. */
  readonly isLeft: boolean;
}

/** Makes one; `staleAfter` in milliseconds. */
export function fakeSource({ staleAfter }: { readonly staleAfter: number }): FakeSource {
  let listener: StateListener | undefined;
  return {
    staleAfter,
    subscribe(given) {
      listener = given;
      return () => (listener = undefined);
    },
    report: (report) => listener?.report(report),
    fail: () => listener?.failed(codedError('disaster-map/state-unreadable', 'not this time')),
    get isLeft() {
      return listener === undefined;
    },
  };
}
