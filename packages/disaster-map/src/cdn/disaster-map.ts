// The entry of the file that works alone: dist/cdn/disaster-map.js.
import './tokens.ts';

export { DisasterMap } from '../define.ts';
