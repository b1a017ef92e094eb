// The entry of the file that works alone: dist/cdn/benefit-navigator.js.
import './tokens.ts';

export { BenefitNavigator } from '../define.ts';
// A pack of own schemes in the page has no bundler to find this either.
export { packOfData } from '../schemes.ts';
