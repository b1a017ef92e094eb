import { expect, test } from 'vitest';
import { chosenApp } from '../src/task-start.ts';

test('npm start alone opens Hachioji’s map, and its flags go on to Vite', () => {
  expect(chosenApp([])).toEqual({ app: 'hachioji', rest: [] });
  expect(chosenApp(['--port', '5180'])).toEqual({ app: 'hachioji', rest: ['--port', '5180'] });
});

test('a name chooses another app', () => {
  expect(chosenApp(['playground', '--open'])).toEqual({ app: 'playground', rest: ['--open'] });
});

test('an unknown name says which there are', () => {
  expect(() => chosenApp(['playgroud'])).toThrow('Apps: hachioji, playground.');
});
