import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { listenForBackground, readBackground, type Rgb } from '../../src/terminal/keys/background.ts';

/** What is heard when a terminal sends these pieces. */
function heard(...pieces: string[]): Rgb[] {
  const stdin = new EventEmitter();
  const all: Rgb[] = [];
  listenForBackground(stdin as NodeJS.ReadStream, (background) => all.push(background));
  for (const piece of pieces) stdin.emit('data', Buffer.from(piece));
  return all;
}

describe('the background that a terminal reports', () => {
  it.each<[string, Rgb]>([
    ['\u001B]11;rgb:0000/0000/0000\u001B\\', [0, 0, 0]],
    ['\u001B]11;rgb:ffff/ffff/ffff\u0007', [1, 1, 1]],
    ['\u001B]11;rgb:ff/00/ff\u0007', [1, 0, 1]],
    ['\u001B]11;rgba:0000/ffff/0000/8000\u001B\\', [0, 1, 0]],
  ])('is read: %j', (report, background) => {
    expect(readBackground(report)).toEqual(background);
    expect(heard(report)).toEqual([background]);
  });

  it('is put together from pieces, and heard once among keys', () => {
    expect(heard('rgb\u001B]11;rgb:ffff/0000/f', 'f00\u001B\\')).toEqual([[1, 0, 0xff_00 / 0xff_ff]]);
    expect(heard('x\u001B]11;rgb:ff', 'ff/0000/00', '00\u001B\\j')).toEqual([[1, 0, 0]]);
    expect(heard('\u001B]11;rgb:00/00/00\u0007', '\u001B]11;rgb:ff/ff/ff\u0007')).toEqual([[0, 0, 0]]);
  });

  it.each([
    '',
    'rgb:00/00/00\u0007',
    '\u001B]10;rgb:00/00/00\u0007',
    '\u001B]11;?\u0007',
    '\u001B]11;rgb:zz/00/00\u0007',
  ])('is nothing in %j', (text) => expect(heard(text)).toEqual([]));
});
