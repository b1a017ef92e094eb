import '@yokoten/ui/tokens.css';
import './styles/page.css';
import { App } from './app.ts';
import { takeDrops } from './drops.ts';
import { ReportView } from './report-view.ts';
import { allowOwnParts } from './trusted.ts';

allowOwnParts();
customElements.define('report-view', ReportView);

/** The worker's program is a part of the page: it starts without the network, under the page's own policy. */
const program = import('./worker.ts?worker&inline');

const root = document.querySelector<HTMLElement>('#app');
if (root === null) throw new TypeError('index.html has no #app');
const app = new App({
  root,
  startWorker: async () => new (await program).default(),
  sample: async () => (await import('./sample.ts')).sampleFile(),
});
takeDrops(
  (files) => app.acts.give(files),
  (isDragging) => app.dispatch({ type: 'dragging', isDragging }),
);

// Once the page stands, everything that comes later is fetched, so that it works offline from then on.
void import('./sample.ts');
void import('@yokoten/disaster-map/define');
