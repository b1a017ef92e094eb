import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import {
  closeElements,
  type ElementPage,
  eventually,
  focused,
  openElement,
} from '../../test/element-page.ts';
import { smallDocument, smallLayer, smallPlace } from '../../test/small-document.ts';

beforeEach(() => page.viewport(1280, 800));
afterEach(() => {
  closeElements();
  vi.restoreAllMocks();
});

const CLOSE_UP = { center: [141.08, 32.55], zoom: 18 } as const;

describe('a place', () => {
  test('is shown with its fits, note, fields, position and credit; what it lacks is not named', async () => {
    const { open, find, click } = await openElement();
    await click('.chip:nth-child(3) input');
    await open('s2');
    const lines = find('.detail')
      .innerText.split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    expect(lines).toEqual([
      '高台グラウンド',
      '避難場所',
      '災害ごとの指定',
      '地震のとき',
      '– 指定なし',
      '洪水のとき',
      '○ 指定あり',
      '命を守るために、まず逃げる場所です。',
      '住所',
      '見本市高台2-3',
      '電話番号',
      '000-000-0001',
      'ホームページ',
      'https://example.com/takadai',
      '緯度・経度',
      '32.580000, 141.120000',
      'ここへの行き方',
      '地図アプリで開く',
      'Google マップで行き方を見る',
      '押すと別のアプリが開きます。伝わるのはこの場所の位置だけです。',
      '出典と利用条件',
      '出典',
      '見本市',
      '利用条件',
      '利用条件（ライセンス）は明示されていません',
      '加工',
      '座標を丸めました。',
    ]);
    expect(find('.detail a').getAttribute('href')).toBe('tel:0000000001');
  });

  test('says in one line for which hazards nothing is known', async () => {
    const places = [smallPlace('p', '場所', { fit: { flood: 'o' } })];
    const { open, all } = await openElement({
      document: smallDocument({
        hazards: ['flood', 'landslide', 'tsunami'],
        layers: [smallLayer('場所', { places })],
      }),
    });
    await open('p');
    expect(all('.fits li').map((item) => item.innerText.replaceAll(/\s+/g, ' '))).toEqual([
      '洪水のとき ○ 指定あり',
      'がけ崩れ・土石流・地滑り、津波のとき ? 不明',
    ]);
  });

  test('names a stated licence and the date of the data', async () => {
    const { open, find } = await openElement();
    await open('h2');
    const text = find('.detail').innerText;
    expect(text).toContain('CC BY 4.0');
    expect(text).toContain('2022年10月5日（水）');
    expect(text).toContain('621-3001');
    expect(text).not.toContain('ホームページ');
  });

  test('a date and a fit nobody can read stay as they are written', async () => {
    const credit = { source: { ja: '見本市' }, licence: null, date: '令和4年' };
    const places = [smallPlace('p', '場所', { fit: { flood: 'z' as 'o' } })];
    const { open, find, problems } = await openElement({
      document: smallDocument({ layers: [smallLayer('場所', { places, credit })] }),
    });
    await open('p');
    expect(find('.detail').innerText).toContain('令和4年');
    expect(problems).toEqual([]);
  });

  test('opens from its mark without the map moving, and from the list with the map looking there', async () => {
    const { renderer, find, click, open } = await openElement();
    renderer.setView(CLOSE_UP);
    await eventually(() => expect(renderer.places).toHaveLength(4));
    const mark = renderer.marks.find(({ id }) => id === 'h1');
    if (mark === undefined) throw new Error('no mark');
    renderer.fire('mark-select', { mark });
    await eventually(() => expect(find('#detail-name').innerText).toBe('第一小学校'));
    expect(renderer.view).toEqual(CLOSE_UP);
    await click('.back');
    await open('s1');
    expect(renderer.view).toEqual({ center: [141.05, 32.52], zoom: 18 });
    expect(renderer.selected).toBe('s1');
    expect(renderer.places).toContain('s1');
  });
});

async function openPlace(): Promise<ElementPage> {
  const opened = await openElement({ attributes: { permalink: '' } });
  await opened.open('h1');
  return opened;
}

describe('a link that cannot be copied', () => {
  test('is shown, selected, to be copied by hand', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('NotAllowedError'));
    const { click, find, input } = await openPlace();
    await click('[data-copy]');
    await eventually(() => expect(focused()?.id).toBe('address'));
    const field = input('#address');
    expect(field.value).toMatch(/#.*place=h1$/);
    expect(field.readOnly).toBe(true);
    expect(field.selectionEnd).toBe(field.value.length);
    expect(find('.link').innerText).toContain('コピーできませんでした。');
  });

  test('where there is no clipboard at all is shown too', async () => {
    vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue(undefined as unknown as Clipboard);
    const { click } = await openPlace();
    await click('[data-copy]');
    await eventually(() => expect(focused()?.id).toBe('address'));
  });

  test('else is copied, said to be, and forgotten with the next place', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    const { click, find, open } = await openPlace();
    await click('[data-copy]');
    await eventually(() => expect(find('.link [role=status]').innerText).toBe('コピーしました。'));
    expect(write).toHaveBeenCalledWith(expect.stringMatching(/#.*place=h1$/));
    await click('.back');
    await open('h2');
    expect(find('.link').innerText.trim()).toBe('');
  });
});
