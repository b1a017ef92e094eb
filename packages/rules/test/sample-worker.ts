import { serveBulk } from '../src/bulk-worker.ts';
import { samplePack } from './sample-pack.ts';

serveBulk(samplePack);
