import { describe } from 'vitest';
import type { Renderer } from '../src/renderer.ts';
import { ContractStage } from './contract/contract-stage.ts';
import { testEnding } from './contract/ending.ts';
import { testMarks } from './contract/marks.ts';
import { testPresses } from './contract/presses.ts';
import { testShapes } from './contract/shapes.ts';
import { testSurroundings } from './contract/surroundings.ts';
import { testViews } from './contract/views.ts';

/** What every renderer must do; run from a browser test. */
export function describeRenderer(name: string, create: () => Renderer): void {
  describe(name, () => {
    const stage = new ContractStage(create);
    testViews(stage);
    testMarks(stage);
    testPresses(stage);
    testSurroundings(stage);
    testShapes(stage);
    testEnding(stage);
  });
}
