/**
 * Words by which catalogues title a dataset, beside its own title: alternatives, each a list of words that all have
 * to be there. By the id with `_`, as municipalities name files and interfaces.
 */
const WORDS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  evacuation_space: [['避難場所'], ['避難所']],
  preschool: [['子育て施設'], ['保育所'], ['保育園'], ['幼稚園']],
  public_wireless_lan: [['公衆無線LAN'], ['Wi-Fi'], ['WiFi']],
  aed: [['AED'], ['自動体外式除細動器']],
  care_service: [['介護サービス']],
  hospital: [['医療機関'], ['病院']],
  public_toilet: [['公衆トイレ'], ['公衆便所']],
  fire_hydrant: [['消防水利'], ['消火栓']],
  population: [['年齢別人口'], ['人口', '年齢']],
  school_lunch: [['給食']],
  school_district: [['通学区域'], ['学区']],
  support_system: [['支援制度'], ['給付金']],
  emergency_radio: [['防災行政無線']],
  bicycle_parking: [['駐輪場'], ['自転車', '駐車場']],
  parking: [['駐車場']],
  garbage_separation: [
    ['分別', 'ゴミ'],
    ['分別', 'ごみ'],
  ],
  garbage_collection_place: [
    ['集積所', 'ゴミ'],
    ['集積所', 'ごみ'],
    ['集積場所', 'ごみ'],
  ],
};

/** Alternatives by which to search for a dataset. The title alone where nothing else is known. */
export function datasetTerms(id: string, title: string): readonly (readonly string[])[] {
  const own = title.replace(/(?:一覧|情報|の方法一覧)$/u, '');
  const known = Object.hasOwn(WORDS, id) ? (WORDS[id] ?? []) : [];
  return known.length > 0 ? known : [[own]];
}
