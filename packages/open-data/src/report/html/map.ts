import type { Bbox, LngLat } from '@yokoten/standard';
import type { ReportPoint, ReportPositions } from '../positions.ts';
import { type ReportLanguage, say, wordsOf } from '../words.ts';
import { markup, type Markup } from './markup.ts';

const WIDTH = 640;
const HEIGHT = 420;
const EDGE = 24;

/** How degrees become places on the picture; linear, since a municipality is small. */
interface Frame {
  readonly x: (lng: number) => number;
  readonly y: (lat: number) => number;
  /** Pixels per kilometre. */
  readonly scale: number;
}

/**
 * A small picture of where the places lie, without any background: the frame fits the places that lie together, and
 * those far off stand at its edge as triangles with their row.
 */
export function mapPicture(
  { points, area, located }: ReportPositions,
  language: ReportLanguage,
): Markup {
  const words = wordsOf(language);
  const near = points.filter(({ outlier }) => outlier !== true);
  const far = points.filter(({ outlier }) => outlier === true);
  const corners: LngLat[] =
    area === null
      ? []
      : [
          [area[0], area[1]],
          [area[2], area[3]],
        ];
  const framed =
    near.length === 0 ? [...far.map(({ at }) => at), ...corners] : near.map(({ at }) => at);
  const frame = frameOf(framed);
  const title = say(words.map, language, located, far.length);
  return markup`<figure>
    <svg class="map" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="map-title">
      <title id="map-title">${title}</title>
      ${area === null ? markup`` : areaBox(area, frame)}
      ${near.map(({ at }) => markup`<circle class="dot" cx="${round(frame.x(at[0]))}" cy="${round(frame.y(at[1]))}" r="3.5" />`)}
      ${far.map((point) => farMark(point, frame))} ${scaleBar(frame, language)}
    </svg>
    <figcaption>
      ${title}
      <ul class="legend">
        <li>
          <svg viewBox="0 0 12 12" width="12" height="12" class="map-key" aria-hidden="true">
            <circle class="fill" cx="6" cy="6" r="4" /></svg
          >${words.place}
        </li>
        ${
          far.length === 0
            ? markup``
            : markup`<li>
                <svg viewBox="0 0 12 12" width="12" height="12" class="map-key" aria-hidden="true">
                  <path class="far-key" d="M6 1l5 10H1z" /></svg
                >${words.outlier}
              </li>`
        }
        ${
          area === null
            ? markup``
            : markup`<li>
                <svg viewBox="0 0 20 12" width="20" height="12" class="map-key" aria-hidden="true">
                  <path class="area-key" d="M1 1h18v10H1z" /></svg
                >${words.area}
              </li>`
        }
      </ul>
    </figcaption>
  </figure> `;
}

function frameOf(places: readonly LngLat[]): Frame {
  const lngs = places.map(([lng]) => lng);
  const lats = places.map(([, lat]) => lat);
  const [west, east] = [Math.min(...lngs), Math.max(...lngs)];
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  const [centreLng, centreLat] = [(west + east) / 2, (south + north) / 2];
  const perLng = 111.3 * Math.cos((centreLat * Math.PI) / 180);
  const perLat = 111.2;
  // Half a kilometre at least, so that a single place is no infinitely large one.
  const wide = Math.max((east - west) * perLng, 0.5);
  const high = Math.max((north - south) * perLat, 0.5);
  const scale = Math.min((WIDTH - 2 * EDGE) / wide, (HEIGHT - 2 * EDGE) / high);
  return {
    x: (lng) => WIDTH / 2 + (lng - centreLng) * perLng * scale,
    y: (lat) => HEIGHT / 2 - (lat - centreLat) * perLat * scale,
    scale,
  };
}

function farMark({ at, row }: ReportPoint, frame: Frame): Markup {
  const x = round(clamp(frame.x(at[0]), EDGE / 2, WIDTH - EDGE / 2));
  const y = round(clamp(frame.y(at[1]), EDGE / 2, HEIGHT - EDGE / 2));
  const left = x > WIDTH - 60;
  const label = markup`<text
    x="${left ? x - 9 : x + 9}"
    y="${y + 4}"
    ${left ? markup` text-anchor="end"` : markup``}
    >${row}</text
  >`;
  return markup`<path class="far" d="M${x} ${y - 6}l6 11h-12z" />${label}`;
}

function areaBox([west, south, east, north]: Bbox, frame: Frame): Markup {
  const x = clamp(frame.x(west), -WIDTH, 2 * WIDTH);
  const y = clamp(frame.y(north), -HEIGHT, 2 * HEIGHT);
  const width = clamp(frame.x(east), -WIDTH, 2 * WIDTH) - x;
  const height = clamp(frame.y(south), -HEIGHT, 2 * HEIGHT) - y;
  return markup`<rect
    class="area"
    x="${round(x)}"
    y="${round(y)}"
    width="${round(width)}"
    height="${round(height)}"
  />`;
}

function scaleBar({ scale }: Frame, language: ReportLanguage): Markup {
  const steps = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500];
  const kilometres = steps.findLast((step) => step * scale <= 160) ?? 0.1;
  const x = round(EDGE + kilometres * scale);
  const y = HEIGHT - 14;
  const text = say(wordsOf(language).km, language, kilometres);
  return markup`<path class="scale" d="M${EDGE} ${y - 5}v5H${x}v-5" /><text x="${x + 6}" y="${y}"
      >${text}</text
    >`;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
