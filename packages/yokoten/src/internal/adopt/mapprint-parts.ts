import { isRecord } from '../config-reader.ts';

/** Icons of Font Awesome that mapprint's configs name, and ours for the same. */
const ICONS: readonly (readonly [name: RegExp, icon: string])[] = [
  [/fa-(tint|droplet|faucet)/, 'water'],
  [/fa-wifi/, 'wifi'],
  [/fa-toilet/, 'toilet'],
  [/fa-(hospital|medkit|briefcase-medical|first-aid|clinic-medical|kit-medical)/, 'medical'],
  [/fa-(heartbeat|heart-pulse)/, 'aed'],
  [/fa-(fire|fire-extinguisher)$/, 'fire-station'],
  [/fa-(parking|square-parking)/, 'parking'],
  [/fa-bicycle/, 'bicycle-parking'],
  [/fa-(bus|bus-alt|bus-simple)$/, 'bus'],
  [/fa-(train|subway|train-subway)/, 'station'],
  [/fa-(utensils|bread-slice|bowl-food)/, 'food'],
  [/fa-(store|shopping|gas-pump|cart)/, 'shop'],
  [/fa-(trash|recycle|dumpster)/, 'garbage'],
  [/fa-(tree|leaf)/, 'park'],
  [/fa-(school|graduation-cap)/, 'school'],
  [/fa-(baby)/, 'nursing-room'],
  [/fa-(wheelchair)/, 'wheelchair'],
  [/fa-(building|landmark|city)/, 'office'],
  [/fa-(info|info-circle|circle-info|ban|exclamation)/, 'information'],
];

/** A part's look in our config. */
type Part = Readonly<Record<string, unknown>>;

/**
 * The look of mapprint's categories as `parts` of a layer: name, colour of the mark, icon. Its second colour and its
 * classes style its own page and mean nothing here.
 *
 * @param names of the parts that the file has; without it, all categories
 */
export function mapprintParts(
  settings: unknown,
  names: ReadonlySet<string> | undefined,
): Readonly<Record<string, Part>> | undefined {
  if (!isRecord(settings)) return undefined;
  const parts = Object.entries(settings).flatMap(([category, look]): [string, Part][] => {
    if (!isRecord(look) || names?.has(category) === false) return [];
    const part = partOf(category, look);
    return Object.keys(part).length === 0 ? [] : [[category, part]];
  });
  return parts.length === 0 ? undefined : Object.fromEntries(parts);
}

function partOf(category: string, look: Readonly<Record<string, unknown>>): Part {
  const [name, en, color, icon] = ['name', 'name_en', 'color', 'icon_class'].map((key) =>
    typeof look[key] === 'string' && look[key].trim() !== '' ? look[key].trim() : undefined,
  );
  const ours = ICONS.find(([pattern]) =>
    (icon ?? '').split(/\s+/).some((one) => pattern.test(one)),
  )?.[1];
  return {
    title: { ja: name ?? category, ...(en !== undefined && { en }) },
    ...(color !== undefined && /^#[\da-f]{6}$/i.test(color) && { color: color.toLowerCase() }),
    ...(ours !== undefined && { icon: ours }),
  };
}
