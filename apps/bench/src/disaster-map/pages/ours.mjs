import '@yokoten/ui/tokens.css';
import '@yokoten/disaster-map/define';
import { enter, painted, seen } from './contender.mjs';

const element = document.createElement('disaster-map');
/** @type {unknown} */
let shown;

enter({
  prepare(sites, { lng, lat, zoom }) {
    element.setAttribute('permalink', '');
    history.replaceState(null, '', `#map=${zoom}/${lat}/${lng}`);
    shown = {
      schemaVersion: 1,
      municipality: { name: { ja: '全国' }, bbox: [122, 20, 154, 46] },
      title: { ja: '全国の緊急避難場所' },
      languages: ['ja'],
      hazards: ['flood', 'landslide', 'earthquake', 'tsunami'],
      report: { rows: sites.length, shown: sites.length, leftOut: 0 },
      layers: [
        {
          id: 'sites',
          title: { ja: '指定緊急避難場所' },
          kind: 'emergency-site',
          icon: 'emergency-site',
          color: '#00703c',
          visible: true,
          credit: { source: { ja: '国土地理院' }, licence: null },
          fields: [],
          places: sites.map(({ lng, lat, name, flags }, index) => [
            lng,
            lat,
            `s${index}`,
            name,
            [],
            flags.map((flag) => (flag === '1' ? 'o' : '-')).join(''),
          ]),
        },
      ],
    };
  },
  async start() {
    Object.assign(element, { document: shown });
    document.body.append(element);
    const root = element.shadowRoot ?? element;
    await seen(
      root,
      () => root.querySelector('.mark') !== null && root.querySelector('[data-place]') !== null,
    );
    await painted();
  },
  ground: () => (element.shadowRoot ?? element).querySelector('.ground') ?? element,
});
