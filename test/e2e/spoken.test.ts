import { beforeAll, describe, expect } from 'vitest';
import { newPerson } from './journal/person.ts';
import { test as base } from './support/open.ts';

// What a screen reader spells out: "left bracket", "star", "vertical line", "box drawings", "braille pattern".
const SPELLED = /[[\]{}|*_~^•❯○●←→↑↓⋮·\u2500-\u259F\u2800-\u28FF]/u;
const CONSOLE = { columns: 80, rows: 24, env: { ACCESSIBLE: '1' } };
const WAITS = /(?:More: press Enter[^\n]*|Answer:)$/;

const anna = newPerson();

beforeAll(async () => {
  await anna.does(['log', '7', '--at', '20 days ago']);
  await anna.does([
    'log',
    '6',
    'stiff today',
    '--area',
    'lower-back',
    '--trigger',
    'sitting too long',
    '--at',
    '2d ago',
  ]);
  await anna.does(['log', '4', '--helped', 'ice']);
});

describe.concurrent('with a screen reader nothing is spelled out, and nothing scrolls away before it was read', () => {
  base.for([
    [[]],
    [['today']],
    [['plan']],
    [['rest', '--moves']],
    [['log', 'list']],
    [['log', 'stats']],
    [['log', 'calendar']],
    [['log', 'episodes']],
    [['log', '3', 'a note']],
    [['faq', 'ice or heat']],
    [['faq', '--list']],
    [['guide']],
    [['guide', 'first-aid']],
    [['stretch', '--list']],
    [['stretch', 'knee-to-chest', '--print']],
    [['medicines', '--print']],
    [['config']],
    [['status']],
  ])('%j', async ([args = []], { onTestFinished }) => {
    const terminal = anna.startTerminal([...args], CONSOLE);
    onTestFinished(() => terminal.close());
    const ended = terminal.exited();
    const stops = [];
    for (let from = 0; ;) {
      const waits = await Promise.race([ended.then(() => false), terminal.waitFor(WAITS).then(() => true)]);
      stops.push(terminal.transcript().slice(from));
      if (!waits || !terminal.screen().endsWith('press Enter.')) break;
      from = terminal.transcript().length;
      terminal.type('\r');
      await Promise.race([ended, terminal.waitFor(new RegExp(String.raw`^(?![^]*${lastLines(stops.at(-1)!)}$)`))]);
    }
    expect(terminal.transcript()).not.toMatch(SPELLED);
    expect(Math.max(...stops.map((text) => text.trimEnd().split('\n').length))).toBeLessThanOrEqual(CONSOLE.rows);
  });
});

function lastLines(text: string): string {
  return text
    .split('\n')
    .slice(-2)
    .join('\n')
    .replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
