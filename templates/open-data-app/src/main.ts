import '@yokoten/ui/tokens.css';
import '@yokoten/open-data-app/style.css';
import '../theme.css';
import { defineApp } from '@yokoten/open-data-app';
import { card } from './card.ts';
import { detail } from './detail.ts';
import { facets } from './facets.ts';

defineApp({ card, detail, facets, map: () => import('./map.ts') });
