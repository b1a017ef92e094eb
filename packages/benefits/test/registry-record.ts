/** A record of the registry's shape, made up; parts are replaced by what a test is about. */
export function record(parts: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    institutionName: { canonicalName: '見本の一時預かり', shortName: '一時預かり' },
    summary: '家庭での保育がむずかしいときに、一時的に預かります。',
    target: {
      targetPersons: '市内に住む子ども',
      conditions: null,
      greaterThan: { targetAge: null, targetAgeOfMonths: null },
      greaterThanOrEqualTo: { targetAge: null, targetAgeOfMonths: 6 },
      lessThan: { targetAge: 3, targetAgeOfMonths: null },
      lessThanOrEqualTo: { targetAge: null, targetAgeOfMonths: null },
    },
    support: { description: '1時間500円', monetarySupport: null, materiallySupport: null },
    area: { areaCode: '131016;千代田区', areaText: null },
    procedurePeriod: { fromYMD: '2026-04-01', toYMD: '2026-06-30', conditions: null },
    implementationPeriod: { fromYMD: null, toYMD: null, conditions: null },
    procedureMethod: '電話で予約します。',
    procedureCounter: '区役所3階',
    procedureDocumentsCode: { code: null, others: null },
    belongings: '・母子健康手帳\n・着替え',
    contact: { contactName: 'こども課', contactPhone: '０３-0000-0000', contactUrl: null },
    localGovernmentLink: { title: '一時預かり', uri: 'https://example.org/azukari' },
    relatedLink: [],
    formLink: null,
    regulation: { regulationName: '見本条例', regulationArticle: '第3条' },
    tag: { categoryCode: ['002'], targetCode: ['086'], contentsCode: ['001'] },
    basicInformation: { psid: 'psid3.0+1000000000001+1+UM24', organization: '1000000000001' },
    updateDate: '2026-03-20',
    ...parts,
  };
}

/** The bytes of a file, in pieces of so many bytes. */
export async function* inPieces(text: string, size = 1 << 16): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  await Promise.resolve();
}

/** A file of the registry's shape. */
export function registryFile(records: readonly unknown[], size?: number) {
  return {
    name: '見本.json',
    chunks: () => inPieces(JSON.stringify(records, undefined, 2), size),
  };
}
