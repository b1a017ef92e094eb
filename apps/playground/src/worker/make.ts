import { exportCsv, exportGeoJson } from '@yokoten/open-data/export';
import { type Examination, reportHtml } from '@yokoten/open-data/report';
import type { Errands, PageLanguage, Product } from '../protocol.ts';

type Made = Errands['make']['answer'];

const TYPES: Readonly<Record<Product, readonly [ending: string, type: string]>> = {
  csv: ['.csv', 'text/csv'],
  xlsx: ['.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  geojson: ['.geojson', 'application/geo+json'],
  patches: ['.patch.json', 'application/json'],
  html: ['.html', 'text/html'],
};
const ADDED: Readonly<Record<PageLanguage, Readonly<Record<'file' | 'report', string>>>> = {
  ja: { file: '-修正版', report: '-報告書' },
  en: { file: '-corrected', report: '-report' },
};

/** A file to take home, made anew each time it is asked for: none of them lies in memory meanwhile. */
export async function make(
  examination: Examination,
  product: Product,
  language: PageLanguage,
): Promise<Made> {
  const [ending, type] = TYPES[product];
  const added = ADDED[language][product === 'html' ? 'report' : 'file'];
  const name = `${stemOf(examination.report.file)}${added}${ending}`;
  return { name, type, bytes: await bytesOf(examination, product, language) };
}

/** The report as one HTML page. */
export function reportPage({ report }: Examination, language: PageLanguage): string {
  return reportHtml(report, { language });
}

async function bytesOf(
  examination: Examination,
  product: Product,
  language: PageLanguage,
): Promise<Uint8Array> {
  const { corrected, patches, inspection, report } = examination;
  const { table, mapping } = corrected;
  switch (product) {
    case 'csv':
      return exportCsv(table, mapping).bytes;
    case 'xlsx': {
      const { exportXlsx } = await import('@yokoten/open-data/export/xlsx');
      const { problems } = inspection;
      return exportXlsx({ table, mapping, patches, problems }, { language });
    }
    case 'geojson':
      return text(JSON.stringify(exportGeoJson(table, mapping)));
    case 'patches':
      return text(`${JSON.stringify({ file: report.file, patches }, null, 2)}\n`);
    case 'html':
      return text(reportPage(examination, language));
  }
}

function text(written: string): Uint8Array {
  return new TextEncoder().encode(written);
}

function stemOf(file: string): string {
  const name = file.slice(file.lastIndexOf('/') + 1);
  return name.replace(/\.[A-Za-z0-9]{1,8}$/u, '') || name;
}
