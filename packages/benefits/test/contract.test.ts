import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, expectTypeOf, test } from 'vitest';
import type { BenefitNavigatorProps, CustomElements } from '@yokoten/benefits/jsx';
import { readContract } from '../../../apps/tools/src/manifest/contract.ts';
import { describeElement } from '../../../apps/tools/src/manifest/describe.ts';
import type { BenefitPack, ResultDetail } from '../src/index.ts';
import { BenefitNavigator } from '../src/index.ts';

const source = new URL('../src/element/benefit-navigator.ts', import.meta.url);

test('the docblock of the class names every public property and attribute, and nothing else', async () => {
  const { attributes, properties, tag } = readContract(await readFile(source, 'utf8'));
  expect(tag).toBe('benefit-navigator');
  // Asking for the attributes makes the class read its properties.
  expect(attributes.map(({ name }) => name).toSorted()).toEqual(
    BenefitNavigator.observedAttributes.toSorted(),
  );
  const set = [...BenefitNavigator.elementProperties].flatMap(([name, { attribute, state }]) =>
    attribute === false && state !== true ? [String(name)] : [],
  );
  expect(properties.map(({ name }) => name).toSorted()).toEqual(set.toSorted());
});

test('what is published was made of it', async () => {
  const { json, jsx } = await describeElement(fileURLToPath(source));
  expect(await readFile(new URL('../dist/custom-elements.json', import.meta.url), 'utf8')).toBe(
    json,
  );
  expect(await readFile(new URL('../dist/jsx.d.ts', import.meta.url), 'utf8')).toBe(jsx);
});

test('JSX knows attributes, properties and events with their types', () => {
  expectTypeOf<BenefitNavigatorProps['src']>().toEqualTypeOf<string | undefined>();
  expectTypeOf<BenefitNavigatorProps['share']>().toEqualTypeOf<boolean | undefined>();
  expectTypeOf<BenefitPack>().toExtend<BenefitNavigatorProps['pack']>();
  expectTypeOf<NonNullable<BenefitNavigatorProps['onresult-change']>>()
    .parameter(0)
    .toHaveProperty('detail')
    .toExtend<ResultDetail>();
  expectTypeOf<CustomElements['benefit-navigator']>().toHaveProperty('class');
});
