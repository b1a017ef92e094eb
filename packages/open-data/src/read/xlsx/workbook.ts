import type { XmlHandler } from '../xml.ts';

/** A sheet as the workbook lists it. */
export interface SheetEntry {
  readonly name: string;
  /** Key of the relation that names its file. */
  readonly relation: string;
  readonly hidden: boolean;
}

/** What the workbook's own part says. */
export interface Workbook {
  readonly sheets: SheetEntry[];
  /** Whether days are counted from 1904, as old Excel for Mac did. */
  from1904: boolean;
}

/** Collects the list of sheets. */
export function workbookHandler(workbook: Workbook): XmlHandler {
  return {
    open: (name, attributes) => {
      if (name === 'workbookPr') {
        const value = attributes('date1904');
        workbook.from1904 = value === '1' || value === 'true';
      } else if (name === 'sheet') {
        workbook.sheets.push({
          name: attributes('name') ?? '',
          relation: attributes('id', true) ?? '',
          hidden: (attributes('state') ?? 'visible') !== 'visible',
        });
      }
    },
    text: () => undefined,
    close: () => undefined,
  };
}

/** Where one part of a package points. */
export interface Relation {
  /** The last word of its type: `worksheet`, `sharedStrings`. */
  readonly type: string;
  /** Name of the target in the archive. */
  readonly target: string;
}

/** Collects relations; targets are relative to `folder` unless they begin with a slash (ECMA-376 part 2). */
export function relationsHandler(folder: string, relations: Map<string, Relation>): XmlHandler {
  return {
    open: (name, attributes) => {
      if (name !== 'Relationship' || attributes('TargetMode') === 'External') return;
      const target = attributes('Target') ?? '';
      const type = (attributes('Type') ?? '').replace(/^.*\//su, '');
      const path = target.startsWith('/') ? target.slice(1) : resolved(folder, target);
      relations.set(attributes('Id') ?? '', { type, target: path });
    },
    text: () => undefined,
    close: () => undefined,
  };
}

function resolved(folder: string, target: string): string {
  const steps = folder.split('/').filter((step) => step !== '');
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
