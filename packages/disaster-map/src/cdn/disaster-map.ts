// The entry of the file that works alone: dist/cdn/disaster-map.js.
import './tokens.ts';
// In one file nothing comes later: what resembles each other stands together, which compresses best.
import '../strings/ja.ts';
import '../strings/en.ts';
import '../strings/ja-simple.ts';
import '../element/styles.ts';
import '../element/late-styles.ts';
import '../element/styles/near.ts';

export { DisasterMap } from '../define.ts';
