/** What entries of a calendar say; `{title}` is where the programme's title goes. */
export interface CalendarWords {
  readonly applyBy: string;
  readonly begins: string;
  readonly ends: string;
  readonly ageUnknown: string;
}

const ja: CalendarWords = {
  applyBy: '申請は今日まで：{title}',
  begins: '今日から対象：{title}',
  ends: '今日まで対象：{title}',
  ageUnknown: '対象になる年齢は、窓口で確かめてください。',
};

/** By language tag. */
const CALENDAR_WORDS: ReadonlyMap<string, CalendarWords> = new Map([
  ['ja', ja],
  [
    'ja-simple',
    {
      applyBy: '今日（きょう）までに申（もう）し込（こ）みます：{title}',
      begins: '今日（きょう）から使（つか）うことができます：{title}',
      ends: '今日（きょう）まで使（つか）うことができます：{title}',
      ageUnknown:
        '何歳（なんさい）の人（ひと）が使（つか）うことができるか、市役所（しやくしょ）で聞（き）いてください。',
    },
  ],
  [
    'en',
    {
      applyBy: 'Last day to apply: {title}',
      begins: 'Starts today: {title}',
      ends: 'Last day: {title}',
      ageUnknown: 'Ask at the counter for which ages it is.',
    },
  ],
  [
    'zh-Hans',
    {
      applyBy: '今天截止申请：{title}',
      begins: '从今天起适用：{title}',
      ends: '今天为止适用：{title}',
      ageUnknown: '对象年龄请在窗口确认。',
    },
  ],
  [
    'zh-Hant',
    {
      applyBy: '今天截止申請：{title}',
      begins: '從今天起適用：{title}',
      ends: '今天為止適用：{title}',
      ageUnknown: '對象年齡請在窗口確認。',
    },
  ],
  [
    'ko',
    {
      applyBy: '오늘까지 신청: {title}',
      begins: '오늘부터 대상: {title}',
      ends: '오늘까지 대상: {title}',
      ageUnknown: '대상 나이는 창구에서 확인하세요.',
    },
  ],
  [
    'vi',
    {
      applyBy: 'Hạn cuối nộp đơn hôm nay: {title}',
      begins: 'Bắt đầu từ hôm nay: {title}',
      ends: 'Hết hôm nay: {title}',
      ageUnknown: 'Vui lòng hỏi tại quầy về độ tuổi.',
    },
  ],
]);

/** The words of a language; Japanese where there are none. */
export function calendarWords(language: string): CalendarWords {
  return CALENDAR_WORDS.get(language) ?? ja;
}
