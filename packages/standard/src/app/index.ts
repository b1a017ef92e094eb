export { readBackground, TILE_URL } from './config-background.ts';
export { readContacts, readCredit } from './config-credit.ts';
export { readDataset } from './config-dataset.ts';
export { type ConfigCodes, type ConfigPath, ConfigReader, isRecord } from './config-reader.ts';
export type {
  AppBuilder,
  AppInput,
  AppMunicipality,
  AppOutput,
  AppPage,
  ConfigProblem,
  DataFile,
  DataOrigin,
  DataProblem,
} from './contract.ts';
export type { Background, Contact, Credit } from './credit.ts';
export { originCredit } from './origin-credit.ts';
export { creditHtml, dayText, escapeHtml, htmlText } from './plain-html.ts';
export { SHARED_KEYS } from './shared-keys.ts';
