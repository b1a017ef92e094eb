import type { Fault } from '../fault.ts';
import type { Counts, Totals } from './counts.ts';
import { totalsOf } from './counts.ts';
import { note, type FoundMap, type KeptFile, type Note } from './found.ts';
import type { SourceEdit } from './source-edit.ts';
import type { UpstreamVersion } from './upstream.ts';

/** What an adoption did, or with `--dry-run` would do. */
export interface AdoptReport {
  readonly status: 'adopted' | 'dry-run';
  readonly kind: FoundMap['kind'];
  readonly from: { readonly name: string; readonly url?: string };
  /** Absolute path of the new app. */
  readonly folder: string;
  readonly municipality: { readonly code: string; readonly name: string };
  readonly template: { readonly id: string; readonly version: string };
  /** Which version of the hazard-map template the map was made from. */
  readonly upstream?: UpstreamVersion;
  /** Counted in what was found. */
  readonly before: Totals;
  /** Counted anew in the app that was written; never other than `before`. */
  readonly after: Totals;
  readonly layers: Counts['layers'];
  readonly tiles: readonly {
    readonly name: string;
    readonly url: string;
    readonly credit: string | null;
  }[];
  readonly pictures: readonly Moved[];
  /** Files that the app keeps without using them. */
  readonly kept: readonly Moved[];
  readonly edits: readonly SourceEdit[];
  readonly notes: readonly Note[];
  /** How many things a person should look at. */
  readonly decisions: number;
}

/** Where a file was, and where it is now. */
interface Moved {
  readonly from: string;
  readonly to: string;
}

/** Notes that only tell; all others ask for a decision. */
export const TELLING: ReadonlySet<Note['about']> = new Set([
  'licence',
  'boundary',
  'renamed',
  'several-shown',
  'setting-left-out',
  'remote',
]);

/** Puts together what is to be told. */
export function adoptReport(
  found: FoundMap,
  { before, after }: { readonly before: Counts; readonly after: Counts },
  leftOut: readonly Fault[],
  rest: Pick<AdoptReport, 'status' | 'from' | 'folder' | 'municipality' | 'template'>,
): AdoptReport {
  const notes = [...found.notes, ...lostRows(before), ...leftOut.map(leftOutNote)];
  const undecided = found.edits.filter(({ effects }) =>
    effects.some(({ outcome }) => outcome === 'left'),
  );
  return {
    ...rest,
    kind: found.kind,
    ...(found.upstream && { upstream: found.upstream }),
    before: totalsOf(before),
    after: totalsOf(after),
    layers: after.layers,
    tiles: found.tiles.map(({ name, url, credit }) => ({
      name,
      url,
      credit: credit?.text ?? null,
    })),
    pictures: found.pictures.map(moved),
    kept: found.kept.map(moved),
    edits: found.edits,
    notes,
    decisions: undecided.length + notes.filter(({ about }) => !TELLING.has(about)).length,
  };
}

function moved({ file, target }: KeptFile): Moved {
  return { from: file.path, to: target };
}

/** A file that more rows would stop is no layer: here a few rows are missing, and the others are shown. */
function lostRows({ layers }: Counts): Note[] {
  return layers.flatMap(({ name, rows, placed }) =>
    placed === rows
      ? []
      : [
          note(
            'rows-without-place',
            `${rows}行のうち${rows - placed}行は、緯度と経度が使えません。ほかの行は公開されます。`,
            `${rows - placed} of ${rows} rows have no usable position. The other rows are published.`,
            `data/${name}`,
          ),
        ],
  );
}

function leftOutNote({ message, place }: Fault): Note {
  return { about: 'left-out', ...(place && { file: place.file }), message };
}
