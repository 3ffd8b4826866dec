import { afterAll, describe, expect } from 'vitest';
import { test } from './support/open.ts';
import { answer, goTo, markChestPain, ORDINARY, readResult, RESULT, review, screenAt } from './support/triage.ts';
import { askQuestions } from './support/questions.ts';
import { words } from './support/text.ts';
import { forgetPeople, newPerson } from './journal/person.ts';

afterAll(forgetPeople);

/** The second sign on the fifth screen, which by itself is no emergency. */
const marked = (await askQuestions()).checklists[4]!.signs[1]!;

describe.concurrent('a check that is left in the middle', () => {
  test('says where it was, and continues from there with what was marked', async ({ onTestFinished }) => {
    const anna = newPerson();
    const first = anna.startTerminal(['triage']);
    onTestFinished(() => first.close());
    await goTo(first, 5);
    first.press('down');
    first.press('space');
    await first.waitFor('– yes');
    first.press('escape');
    expect((await first.exited()).code).toBe(130);
    expect(first.transcript()).toMatch(words('Your answers are saved for two hours. You were at 5 of 11'));

    const second = anna.startTerminal(['triage']);
    onTestFinished(() => second.close());
    await second.waitFor(/You were at 5 of 11[^]*Continue from there[^]*Esc/);
    second.press('enter');
    await second.waitFor(screenAt(5));
    expect(second.screen()).toMatch(/● [^○]*– yes/);
    expect(second.screen()).toMatch(words(marked.label));
    second.press('enter');
    await answer(second, ORDINARY.slice(5), 6);
    await second.waitFor(/q\s+(?:done)/);
    expect(anna.entries()[0]).toMatchObject({ kind: 'triage', signs: [marked.id], notAsked: [] });
    second.type('q');
    await second.exited();

    const third = anna.startTerminal(['triage']);
    onTestFinished(() => third.close());
    await third.waitFor(screenAt(1));
  });

  test.for(['ctrl+c', 'SIGTERM', 'SIGHUP'] as const)(
    'keeps what is marked when %s ends it',
    async (how, { onTestFinished }) => {
      const anna = newPerson();
      const first = anna.startTerminal(['triage'], { ownProcess: true });
      onTestFinished(() => first.close());
      await goTo(first, 5);
      first.press('down');
      first.press('space');
      await first.waitFor('– yes');
      if (how === 'ctrl+c') first.press(how);
      else process.kill(await first.pid(), how);
      await first.exited();

      const second = anna.startTerminal(['triage']);
      onTestFinished(() => second.close());
      await second.waitFor(/You were at 5 of 11[^]*Esc/);
      second.press('enter');
      await second.waitFor(screenAt(5));
      expect(second.screen()).toMatch(/● [^○]*– yes/);
      expect(second.screen()).toMatch(words(marked.label));
    },
  );

  test('starts again where that is wanted', async ({ onTestFinished }) => {
    const anna = newPerson();
    for (const key of ['escape', 'ctrl+c'] as const) {
      const terminal = anna.startTerminal(['triage']);
      onTestFinished(() => terminal.close());
      if (key === 'ctrl+c') {
        await terminal.waitFor(/You were at 3 of 11[^]*Esc/);
        terminal.type('s');
      }
      await goTo(terminal, 3);
      terminal.press(key);
      await terminal.exited();
    }
    const last = anna.startTerminal(['triage']);
    onTestFinished(() => last.close());
    await last.waitFor(/You were at 3 of 11[^]*Esc/);
  });

  test('from an answer that was being changed: continues at that screen', async ({ onTestFinished }) => {
    const anna = newPerson();
    const first = anna.startTerminal(['triage']);
    onTestFinished(() => first.close());
    await answer(first, ORDINARY);
    await review(first);
    first.type('g');
    await first.waitFor(screenAt(6));
    first.press('escape');
    expect((await first.exited()).code).toBe(130);
    expect(first.transcript()).toMatch(words('You were at 6 of 11. To continue, run: unspasm triage'));

    const second = anna.startTerminal(['triage']);
    onTestFinished(() => second.close());
    await second.waitFor(/You were at 6 of 11[^]*Continue from there[^]*Esc/);
    second.press('enter');
    await second.waitFor(screenAt(6));
    expect(second.screen()).toMatch(/^❯ 3 {2}20 to 44$/m);
  });

  test('after an emergency: shows that result first', async ({ onTestFinished }) => {
    const anna = newPerson();
    const first = anna.startTerminal(['triage']);
    onTestFinished(() => first.close());
    await markChestPain(first);
    await readResult(first);
    first.type('g');
    await answer(first, ['n'], 2);
    await first.waitFor(screenAt(3));
    first.press('escape');
    await first.exited();
    expect(first.transcript()).toMatch(words('saved for two hours. To see your result, run: unspasm triage'));

    const second = anna.startTerminal(['triage']);
    onTestFinished(() => second.close());
    await second.waitFor(/You had a result, which is shown first[^]*Continue from there[^]*Esc/);
    second.press('enter');
    await second.waitFor(/CALL AN AMBULANCE NOW[^]*getting help now/);
  });

  test('promises nothing with --json, where nothing is saved', async ({ onTestFinished }) => {
    const anna = newPerson();
    const first = anna.startTerminal(['triage', '--json']);
    onTestFinished(() => first.close());
    await goTo(first, 3);
    first.press('escape');
    expect((await first.exited()).code).toBe(130);
    expect(first.transcript()).not.toContain('saved');
    const second = anna.startTerminal(['triage']);
    onTestFinished(() => second.close());
    await second.waitFor(screenAt(1));
  });

  test('leaves nothing behind with --no-save', async ({ onTestFinished }) => {
    const anna = newPerson();
    const first = anna.startTerminal(['triage', '--no-save']);
    onTestFinished(() => first.close());
    await goTo(first, 3);
    first.press('escape');
    await first.exited();
    const second = anna.startTerminal(['triage']);
    onTestFinished(() => second.close());
    await second.waitFor(screenAt(1));
  });
});

test.concurrent('ice can start once the emergencies were asked, and the rest later', async ({ onTestFinished }) => {
  const anna = newPerson();
  const terminal = anna.startTerminal(['triage']);
  onTestFinished(() => terminal.close());
  await goTo(terminal, 4);
  expect(terminal.screen()).toContain('i start ice now');
  terminal.type('i');
  await terminal.waitFor(/Before you use ice[^]*Esc/);
  // The check is one level up.
  terminal.press('escape');
  await terminal.waitFor(screenAt(4));
  terminal.press('escape');
  await terminal.exited();
  expect(terminal.transcript()).toMatch(words('You were at 4 of 11'));
});

test.concurrent('looking at the first list alone leaves nothing to continue', async ({ onTestFinished }) => {
  const anna = newPerson();
  for (const _ of [1, 2]) {
    const terminal = anna.startTerminal(['triage']);
    onTestFinished(() => terminal.close());
    await terminal.waitFor(screenAt(1));
    terminal.press('escape');
    expect(await terminal.exited()).toEqual({ code: 130, signal: null });
  }
});

describe.concurrent('the country', () => {
  test('is asked at the first result that needs a number, and saved', async ({ onTestFinished }) => {
    const anna = newPerson();
    const terminal = anna.startTerminal(['triage']);
    onTestFinished(() => terminal.close());
    await markChestPain(terminal);
    terminal.type('n');
    // The result scrolls away above the question, which Esc leaves for it.
    await terminal.waitFor(/CALL AN AMBULANCE NOW\. Call your local[^]*Which country are you\s+in\?[^]*Esc back/);
    terminal.press('escape');
    await terminal.waitFor(/number for my country[^]*getting help now/);
    terminal.type('n');
    await terminal.waitFor(/Which country are you\s+in\?[^]*Esc back/);
    terminal.type('Atlantis');
    await terminal.waitFor('> Atlantis');
    terminal.press('enter');
    await terminal.waitFor(/CALL AN AMBULANCE NOW\. Call your local[^]*"Atlantis" isn't a\s+country[^]*Esc back/);
    terminal.type('UK');
    await terminal.waitFor('> UK');
    terminal.press('enter');
    await terminal.waitFor(
      /CALL AN AMBULANCE NOW[^]*Emergency number: 999 or 112 \(United Kingdom\)[^]*getting help now/,
    );
    expect(terminal.screen()).not.toContain('number for my country');
    expect(anna.entries()).toHaveLength(1);
    expect(await anna.document(['config', 'get', 'country'])).toMatchObject({ value: 'GB' });
  });

  test('has its number even if the answer cannot be saved', async ({ onTestFinished }) => {
    const anna = newPerson({ XDG_CONFIG_HOME: '/dev/null/settings' });
    const terminal = anna.startTerminal(['triage']);
    onTestFinished(() => terminal.close());
    await markChestPain(terminal);
    terminal.type('n');
    await terminal.waitFor(/Which country are you\s+in\?[^]*Esc back/);
    terminal.type('UK');
    await terminal.waitFor('> UK');
    terminal.press('enter');
    await terminal.waitFor(/Emergency number: 999 or 112 \(United Kingdom\)[^]*getting help now/);
    expect(terminal.transcript()).toMatch(words("the settings couldn't be saved"));
  });

  test('is not asked for a plan for home', async ({ onTestFinished }) => {
    const anna = newPerson();
    const terminal = anna.startTerminal(['triage']);
    onTestFinished(() => terminal.close());
    await answer(terminal, ORDINARY);
    await terminal.waitFor(RESULT);
    expect(terminal.screen()).not.toContain('my country');
  });
});
