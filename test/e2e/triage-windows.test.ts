import { afterAll, describe, expect } from 'vitest';
import { test } from './support/open.ts';
import {
  AFTER_EMERGENCY,
  answer,
  goTo,
  ORDINARY,
  otherThan,
  readResult,
  readToTheEnd,
  RESULT,
  review,
  screenAt,
} from './support/triage.ts';
import { askQuestions } from './support/questions.ts';
import { words } from './support/text.ts';
import { forgetPeople, newPerson, type Person } from './journal/person.ts';
import type { Terminal } from './terminal.ts';

const { checklists } = await askQuestions();
const signs = checklists.flatMap((list) => list.signs);
const ids = signs.map(({ id }) => id);

const WINDOWS = [
  { columns: 36, rows: 20 },
  { columns: 36, rows: 24 },
  { columns: 40, rows: 12 },
  { columns: 80, rows: 24 },
  { columns: 100, rows: 12 },
] as const;

/** The signs whose whole labels stand in a text. */
const readIn = (screen: string) => signs.filter(({ label }) => words(label).test(screen)).map(({ id }) => id);

async function saidByTheReport(anna: Person): Promise<string> {
  return (await anna.does(['report', '--output', '-'])).replaceAll(/\s+/g, ' ');
}

async function signsInFhir(anna: Person): Promise<Map<string, unknown>> {
  const bundle = await anna.does(['report', '--format', 'fhir', '--output', '-']);
  const { entry } = JSON.parse(bundle) as { entry: { resource: { resourceType: string; item?: Item[] } }[] };
  const response = entry.find(({ resource }) => resource.resourceType === 'QuestionnaireResponse')!.resource;
  const items = response.item!.flatMap((one) => one.item ?? []);
  return new Map(items.map(({ linkId, answer: [said] = [] }) => [linkId, Object.values(said!)[0]]));
}

interface Item {
  readonly linkId: string;
  readonly answer?: readonly object[];
  readonly item?: Item[];
}

afterAll(forgetPeople);

describe.concurrent.each(WINDOWS)('in a window of $columns by $rows', (window) => {
  test('every sign was on the screen before it is a no', async ({ onTestFinished }) => {
    const anna = newPerson();
    const terminal = anna.startTerminal(['triage'], window);
    onTestFinished(() => terminal.close());
    const seen = await answer(terminal, ORDINARY);
    await terminal.waitFor(RESULT);
    expect(new Set(seen.flatMap(readIn))).toEqual(new Set(ids));
    expect(anna.entries()[0]).toMatchObject({ kind: 'triage', signs: [], notAsked: [] });
    expect(new Set(anna.entries()[0]!.asked)).toEqual(new Set(ids));
    expect(await signsInFhir(anna)).toEqual(new Map(ids.map((id) => [id, false])));
    expect(await saidByTheReport(anna)).not.toContain('Not asked: ');
  });

  test('an emergency is told at once, and what was not on the screen is nowhere a no', async ({ onTestFinished }) => {
    const anna = newPerson();
    const terminal = anna.startTerminal(['triage'], window);
    onTestFinished(() => terminal.close());
    await terminal.waitFor(screenAt(1));
    const read = readIn(terminal.screen());
    const left = checklists[0]!.signs.length - read.length;
    terminal.press('space');
    await terminal.waitFor(/– yes[^]*Enter continue/);
    terminal.press('enter');
    await terminal.waitFor(AFTER_EMERGENCY);
    await readResult(terminal);
    const toAsk = left > 0 ? 11 : 10;
    expect(terminal.screen()).toMatch(new RegExp(`answer the rest \\(${toAsk} left\\)|g ${toAsk} questions`));
    terminal.type('q');
    await terminal.exited();
    const [check] = anna.entries();
    expect(check!.asked).toEqual(read);
    expect(await signsInFhir(anna)).toEqual(new Map(read.map((id) => [id, id === 'chest-pain'])));
    const some = left > 0 ? `Act now (${left} of 12 signs); Warning signs; ` : 'Warning signs; ';
    expect(await saidByTheReport(anna)).toContain(`Not asked: ${some}`);
    const how = `warning signs checked: call an ambulance now (stopped after ${read.length} signs)`;
    expect((await anna.does(['log', 'list'])).replace(/\s+/g, ' ')).toContain(how);
    expect(await anna.does(['log', 'export', '--format', 'md'])).toContain(
      `warning signs checked: call an ambulance now (stopped after ${read.length} signs`,
    );
    const shown = await anna.does(['log', 'show', check!.id.slice(-5).toLowerCase()]);
    expect(shown).toContain(`warning signs asked about: ${read.length}`);
    expect(shown).toMatch(words(`not asked: ${some}`));
    const { entries } = await anna.document<{ entries: { asked: string[] }[] }>(['log', 'list']);
    expect(entries[0]!.asked).toEqual(read);
  });
});

describe.concurrent.each([
  { columns: 36, rows: 24 },
  { columns: 40, rows: 12 },
])('n in a window of $columns by $rows', (window) => {
  // Judged by what stands on the screen alone, whatever the line of keys says about it.
  test('leaves no list of which a sign was not on the screen', async ({ open }) => {
    const terminal = open(['triage'], window);
    const presses = [];
    for (const [at, { signs: own }] of checklists.entries()) {
      await terminal.waitFor(screenAt(at + 1));
      const shown = new Set<string>();
      for (presses[at] = 0; isAt(terminal, at + 1); presses[at] += 1) {
        for (const id of readIn(terminal.screen())) shown.add(id);
        const before = terminal.screen();
        terminal.type('n');
        await terminal.waitFor(otherThan(before));
      }
      expect([...shown]).toEqual(expect.arrayContaining(own.map(({ id }) => id)));
    }
    // At least one list is longer than the window.
    expect(Math.max(...presses)).toBeGreaterThan(1);
  });
});

/** Whether a screen of triage is at this place. */
function isAt(terminal: Terminal, place: number): boolean {
  return new RegExp(String.raw`(?<!\d)${place}/\d`).test(terminal.screen());
}

describe.concurrent('a list that is cut by its window', () => {
  const small = { columns: 36, rows: 20 };

  test('is read to its end by somebody who goes on after an emergency', async ({ open }) => {
    const terminal = open(['triage'], small);
    await terminal.waitFor(screenAt(1));
    terminal.press('space');
    await terminal.waitFor(/– yes[^]*Enter continue/);
    terminal.press('enter');
    await terminal.waitFor(AFTER_EMERGENCY);
    await readResult(terminal);
    terminal.type('g');
    await terminal.waitFor(/● Chest pain[^]*– yes[^]*Enter more \(3 left\)/);
    terminal.press('enter');
    await terminal.waitFor(/Swollen face[^]*Enter continue \(1 marked\)/);
    terminal.press('enter');
    await terminal.waitFor(screenAt(2));
  });

  test('is not shown twice to somebody who comes back, or changes an answer at the end', async ({ open }) => {
    const terminal = open(['triage'], small);
    await goTo(terminal, 2);
    terminal.press('left');
    await terminal.waitFor(/1\/11[^]*n none of the 12/);
    terminal.type('n');
    await answer(terminal, ORDINARY.slice(1), 2);
    await terminal.waitFor(RESULT);
    await review(terminal);
    terminal.type('a');
    await terminal.waitFor(/1\/11[^]*n none of the 12/);
    terminal.type('n');
    await terminal.waitFor(RESULT);
  });

  test('can be turned with Page Down, and back with the left arrow', async ({ open }) => {
    const terminal = open(['triage'], small);
    await terminal.waitFor(screenAt(1));
    terminal.type('\u001B[6~');
    await terminal.waitFor(/Swollen face[^]*n none of the 12/);
    terminal.press('left');
    await terminal.waitFor(/❯ ○ Chest pain[^]*n none of the 12/);
  });

  test('counts what a larger window showed', async ({ open }) => {
    const terminal = open(['triage'], small);
    await terminal.waitFor(/n more \(3 left\)/);
    terminal.resize(80, 24);
    await terminal.waitFor(/n none of these/);
    terminal.resize(36, 20);
    await terminal.waitFor(/n none of the 12/);
    terminal.type('n');
    await terminal.waitFor(screenAt(2));
  });

  test('is not answered by keys that were typed ahead', async ({ open }) => {
    const terminal = open(['triage'], small);
    await terminal.waitFor(screenAt(1));
    terminal.type('nnnn');
    await terminal.waitFor(words('You pressed keys very fast'));
    expect(terminal.screen()).toContain('Chest pain');
  });
});

/** Reads a list to its end, once it is there. */
async function readList(terminal: Terminal, place: string) {
  await terminal.waitFor(new RegExp(`${place} [^]*Esc`));
  return readToTheEnd(terminal);
}

describe.concurrent('medicines in a low window', () => {
  test('are asked about to the end of each list', async ({ open }) => {
    const terminal = open(['medicines'], { columns: 40, rows: 12 });
    expect(await readList(terminal, '1/2')).not.toEqual([]);
    terminal.type('n');
    await readList(terminal, '2/2');
    terminal.type('n');
    await terminal.waitFor(/^Enter next page \(1\/\d\)/m);
    terminal.type('q');
    expect((await terminal.exited()).code).toBe(0);
  });
});
