import { describe, expect } from 'vitest';
import type { Terminal } from './terminal.ts';
import { test } from './support/open.ts';
import { goTo } from './support/triage.ts';
import { askQuestions, type SignDocument } from './support/questions.ts';
import { words } from './support/text.ts';

const { checklists } = await askQuestions();
const lists = checklists.map(({ title, signs }, at) => [title, signs, at + 1] as const);

type Shown = (sign: SignDocument) => RegExp;

// The highlighted item, and further down its details.
const withDetails: Shown = ({ label, details }) =>
  new RegExp(String.raw`❯ ○ ${words(label).source}[^]*${words(details).source}[^]*Esc`);

const withLabel: Shown = ({ label }) => new RegExp(String.raw`❯ ○ ${words(label).source}[^]*Esc`);

async function markEach(terminal: Terminal, signs: readonly SignDocument[], shown: Shown): Promise<void> {
  for (const sign of signs) {
    await terminal.waitFor(shown(sign));
    terminal.press('space');
    await terminal.waitFor(words(`❯ ● ${sign.label} – yes`));
    terminal.press('down');
  }
  await terminal.waitFor(words(`❯ ● ${signs[0]!.label} – yes`));
}

describe.concurrent('each sign can be reached, read with its details, and marked', () => {
  test.for(lists)('on the list "%s"', async ([, signs, place], { open }) => {
    const terminal = open(['triage']);
    await goTo(terminal, place);
    await markEach(terminal, signs, withDetails);
  });
});

describe.concurrent('each sign can be reached and marked in a window of 40 by 12', () => {
  test.for(lists)('on the list "%s"', async ([, signs, place], { open }) => {
    const terminal = open(['triage'], { columns: 40, rows: 12 });
    await goTo(terminal, place);
    await markEach(terminal, signs, withLabel);
  });
});

test('no sign is asked twice', () => {
  const ids = checklists.flatMap(({ signs }) => signs.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
});
