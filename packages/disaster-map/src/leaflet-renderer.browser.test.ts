import { describeRenderer } from '../test/renderer-contract.ts';
import { createLeafletRenderer } from './leaflet-renderer.ts';

describeRenderer('Leaflet', createLeafletRenderer);
