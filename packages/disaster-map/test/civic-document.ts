import type { Layer, MapDocument } from '../src/document.ts';
import { smallDocument, smallLayer, smallPlace } from './small-document.ts';

const FIELDS: Layer['fields'] = [
  { header: '種別', label: { ja: '種別', en: 'Kind' }, role: 'kind' },
  { header: '画像', label: { ja: '画像' }, role: 'photo' },
];

/** A town's walks: toilets, three things at one spot, a way and a park, with a filter and a group. */
export function civicDocument(): MapDocument {
  const way = smallPlace('w1', '川の散策路', { at: [141.06, 32.53], values: ['川沿い'] });
  const park = smallPlace('p1', '中央公園', { at: [141.1, 32.55], values: ['中央'] });
  const line = [
    [141.04, 32.52],
    [141.06, 32.53],
    [141.09, 32.52],
  ] as const;
  const ring = [
    [141.09, 32.54],
    [141.11, 32.54],
    [141.11, 32.56],
    [141.09, 32.56],
    [141.09, 32.54],
  ] as const;
  const spot = [141.03, 32.57] as const;
  const photo = 'https://photos.invalid/photo.png';
  const group = { ja: '歩く', en: 'Walks' };
  return smallDocument({
    hazards: [],
    filters: [{ header: '種別', label: { ja: '種別', en: 'Kind' }, values: ['公衆', '多目的'] }],
    layers: [
      smallLayer('公衆トイレ', {
        icon: 'toilet',
        color: '#7a7e07',
        fields: FIELDS,
        places: [
          smallPlace('t1', '駅前トイレ', { at: spot, values: ['公衆', photo] }),
          smallPlace('t2', '駅前多目的トイレ', { at: spot, values: ['多目的', null] }),
          smallPlace('t4', '港のトイレ', { at: [141.13, 32.5], values: ['公衆', null] }),
        ],
      }),
      smallLayer('授乳室', { places: [smallPlace('t3', '駅の授乳室', { at: spot })] }),
      smallLayer('散策路', {
        group,
        draws: ['line'],
        color: '#0031d8',
        places: [[way[0], way[1], way[2], way[3], way[4], way[5], { lines: [line] }]],
      }),
      smallLayer('公園', {
        group,
        draws: ['area'],
        color: '#00703c',
        places: [[park[0], park[1], park[2], park[3], park[4], park[5], { areas: [[ring]] }]],
      }),
    ],
  });
}
