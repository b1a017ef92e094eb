import { expectTypeOf, test } from 'vitest';
import type { CustomElements, DisasterMapProps } from '@yokoten/disaster-map/jsx';
import type { MapDocument, SelectDetail } from '../src/index.ts';

test('JSX knows attributes, properties and events with their types', () => {
  expectTypeOf<DisasterMapProps['src']>().toEqualTypeOf<string | undefined>();
  expectTypeOf<DisasterMapProps['permalink']>().toEqualTypeOf<boolean | undefined>();
  expectTypeOf<MapDocument>().toExtend<DisasterMapProps['document']>();
  expectTypeOf<NonNullable<DisasterMapProps['onselect']>>()
    .parameter(0)
    .toHaveProperty('detail')
    .toExtend<SelectDetail>();
  expectTypeOf<CustomElements['disaster-map']>().toHaveProperty('class');
});
