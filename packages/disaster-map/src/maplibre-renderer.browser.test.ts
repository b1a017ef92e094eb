import { describeRenderer } from '../test/renderer-contract.ts';
import { createMapLibreRenderer } from './maplibre-renderer.ts';

describeRenderer('MapLibre GL', createMapLibreRenderer);
