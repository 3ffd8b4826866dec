import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { openBreakPorts } from '../../src/breaks/ports.ts';
import { thisProcess } from '../../src/runtime.ts';
import { makePlaces, removeFolders } from '../system/places.ts';

afterEach(removeFolders);

it('breaks follow the settings; a file that is being edited stays, and what was known counts', () => {
  const places = makePlaces();
  mkdirSync(dirname(places.settings), { recursive: true });
  const write = (text: string) => writeFileSync(places.settings, text);
  write('{"quiet-hours":"18:00-09:00"}');
  const { settings } = openBreakPorts(thisProcess(), places);
  write('{"quiet-hours":"18:00-09:00",');
  expect([settings(), readdirSync(dirname(places.settings))]).toEqual([
    { 'quiet-hours': '18:00-09:00' },
    ['config.json'],
  ]);
  write('{"sound":false}');
  expect(settings()).toEqual({ sound: false });
});
