/** Words that every pack of own schemes needs, by language: of the names of the language itself, and around a scheme's title. */
export interface BaseWords {
  /** By name of a built-in value. */
  readonly names: Readonly<Record<string, string>>;
  /** The family members that the element has no word for. */
  readonly other: string;
  /** The label of "is eligible for": `{title}` is where the scheme's title goes. */
  readonly eligible: string;
  /** The label of the amount. */
  readonly amount: string;
}

/** By language tag. */
export const BASE_WORDS: ReadonlyMap<string, BaseWords> = new Map([
  [
    'ja',
    {
      names: {
        生年月日: '生年月日',
        年齢: '月の初日の年齢',
        月齢: '生まれた月からの月数',
        年度末年齢: '年度末（3月31日）までに達する年齢',
        世帯人数: '世帯の人数',
      },
      other: 'その他の家族',
      eligible: '「{title}」の対象か',
      amount: '「{title}」の額',
    },
  ],
  [
    'ja-simple',
    {
      names: {
        生年月日: '生（う）まれた日',
        年齢: '月（つき）のはじめの日の年齢（ねんれい）',
        月齢: '生（う）まれた月（つき）から何か月（なんかげつ）か',
        年度末年齢: '次（つぎ）の3月31日までに何歳（なんさい）になるか',
        世帯人数: 'いっしょに住（す）む人の数（かず）',
      },
      other: 'ほかの家族（かぞく）',
      eligible: '「{title}」を使（つか）うことができるか',
      amount: '「{title}」のお金（かね）',
    },
  ],
  [
    'en',
    {
      names: {
        生年月日: 'Date of birth',
        年齢: 'Age on the first day of the month',
        月齢: 'Months since the month of birth',
        年度末年齢: 'Age reached by 31 March (end of the school year)',
        世帯人数: 'People in the household',
      },
      other: 'Other family member',
      eligible: 'Eligible for {title}',
      amount: 'Amount of {title}',
    },
  ],
  [
    'zh-Hans',
    {
      names: {
        生年月日: '出生日期',
        年齢: '当月1日的年龄',
        月齢: '出生月份以来的月数',
        年度末年齢: '学年末（3月31日）前达到的年龄',
        世帯人数: '家庭人数',
      },
      other: '其他家庭成员',
      eligible: '是否符合“{title}”的条件',
      amount: '“{title}”的金额',
    },
  ],
  [
    'zh-Hant',
    {
      names: {
        生年月日: '出生日期',
        年齢: '當月1日的年齡',
        月齢: '出生月份以來的月數',
        年度末年齢: '學年末（3月31日）前達到的年齡',
        世帯人数: '家庭人數',
      },
      other: '其他家庭成員',
      eligible: '是否符合「{title}」的條件',
      amount: '「{title}」的金額',
    },
  ],
  [
    'ko',
    {
      names: {
        生年月日: '생년월일',
        年齢: '그 달 1일의 나이',
        月齢: '태어난 달부터의 개월 수',
        年度末年齢: '학년 말(3월 31일)까지 되는 나이',
        世帯人数: '세대 인원',
      },
      other: '기타 가족',
      eligible: '「{title}」 대상 여부',
      amount: '「{title}」 금액',
    },
  ],
  [
    'vi',
    {
      names: {
        生年月日: 'Ngày sinh',
        年齢: 'Tuổi vào ngày đầu tháng',
        月齢: 'Số tháng kể từ tháng sinh',
        年度末年齢: 'Tuổi đạt được trước ngày 31 tháng 3 (cuối năm học)',
        世帯人数: 'Số người trong gia đình',
      },
      other: 'Người khác trong gia đình',
      eligible: 'Có thuộc đối tượng của {title} không',
      amount: 'Số tiền của {title}',
    },
  ],
]);
