import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { forgetPeople, newPerson, type Person, writeOwn } from './journal/person.ts';
import { HURRIED } from './support/hurried.ts';
import { answer, ORDINARY, RESULT, review, screenAt } from './support/triage.ts';
import { words } from './support/text.ts';

afterAll(forgetPeople);

const WEEK_MS = 7 * 24 * 3_600_000;

/** Somebody whose profile names these, marked on the screen in its order. */
async function withProfile(...labels: readonly RegExp[]): Promise<Person> {
  const anna = newPerson();
  const terminal = anna.startTerminal(['profile']);
  try {
    await terminal.waitFor(/Which of these apply to you\?[^]*Esc/);
    for (const label of labels) {
      while (!new RegExp(`❯ . ${label.source}`).test(terminal.screen())) {
        const before = /❯ . (.{12})/.exec(terminal.screen())![1]!;
        terminal.press('down');
        await terminal.waitFor(new RegExp(`❯ . (?!${before.replaceAll(/[^\w\s]/g, '.')})`));
      }
      terminal.press('space');
      await terminal.waitFor(new RegExp(`❯ ● ${label.source}`));
    }
    if (labels.length === 0) terminal.type('n');
    else terminal.press('enter');
    await terminal.exited();
  } finally {
    await terminal.close();
  }
  return anna;
}

describe.concurrent('a profile', () => {
  test('is shown, and deleted', async () => {
    const anna = await withProfile(/You take a blood thinner/);
    expect(await anna.does(['profile', '--show'])).toMatch(words('You take a blood thinner'));
    expect(await anna.document(['profile'])).toMatchObject({ schemaVersion: 1, applies: [{ id: 'blood-thinner' }] });
    await anna.does(['profile', '--clear']);
    expect(await anna.does(['profile', '--show'])).toContain('Nothing is saved');
  });

  test('names the reason to ask first when a medicine is logged, and only then', async () => {
    const anna = await withProfile(/You take a blood thinner/);
    const { stdout, stderr } = await anna.run(['log', '--medicine', 'Ibuprofen 2 tablets']);
    expect(stdout).toContain('took Ibuprofen');
    expect(stderr).toMatch(
      words('Ask a pharmacist or doctor about Ibuprofen 2 tablets, because you take a blood thinner'),
    );
    expect((await anna.run(['log', '--medicine', 'Paracetamol'])).stderr).toBe('');
    expect((await newPerson().run(['log', '--medicine', 'Ibuprofen'])).stderr).toBe('');
  });

  test('comes first where the whole list of medicines is printed', async () => {
    const anna = await withProfile(/You take a blood thinner/);
    const printed = await anna.does(['medicines', '--print']);
    expect(printed).toMatch(/You said before:\n +• Blood thinner[^]*\n  [^]*if any of these apply:/);
    expect(printed.match(/You said before:/g)).toHaveLength(1);
    const { groups } = await anna.document<{ groups: { id: string; known: string[] }[] }>(['medicines']);
    expect(groups.flatMap(({ id, known }) => known.map((one) => `${id}/${one}`))).toEqual(['nsaid/other-medicines']);
    expect(await newPerson().does(['medicines', '--print'])).not.toContain('You said before');
  });

  test('is marked in medicines, where the caution comes before what guidelines say', async () => {
    const anna = await withProfile(/You take a blood thinner/);
    const terminal = anna.startTerminal(['medicines'], { rows: 60 });
    await terminal.waitFor(/1\/2[^]*● Blood thinner[^]*– yes[^]*Esc/);
    terminal.press('enter');
    await terminal.waitFor(/2\/2[^]*Esc/);
    terminal.type('n');
    await terminal.exited();
    const said = terminal.transcript();
    await terminal.close();
    expect(said.indexOf('You marked:')).toBeGreaterThan(0);
    expect(said.indexOf('You marked:')).toBeLessThan(said.indexOf('guidelines'));
  });

  test('is asked about before stretches, ice and the warning signs, for somebody to confirm', async () => {
    const anna = await withProfile(/Your bones are fragile/, /You have a heart condition/);
    const stretch = anna.startTerminal(['stretch']);
    await stretch.waitFor(words('Ask a doctor or physiotherapist before you stretch, because your bones are fragile.'));
    await stretch.close();
    const ice = anna.startTerminal(['ice']);
    await ice.waitFor(/● A heart condition[^]*– yes/);
    await ice.close();
    const triage = anna.startTerminal(['triage']);
    await answer(triage, ORDINARY.slice(0, 4));
    await triage.waitFor(screenAt(5));
    expect(triage.screen()).toMatch(/● Osteoporosis[^]*– yes/);
    await triage.close();
  });

  test('is learned from the check of the warning signs', async () => {
    const anna = newPerson();
    const terminal = anna.startTerminal(['triage']);
    await answer(terminal, [...ORDINARY.slice(0, 5), '6', ...ORDINARY.slice(6)]);
    await terminal.waitFor(RESULT);
    terminal.type('q');
    await terminal.exited();
    await terminal.close();
    expect(await anna.document(['profile'])).toMatchObject({ applies: [{ id: 'sixty' }], asked: ['sixty'] });
  });

  test('is learned from it before the command starts that follows the result', async () => {
    const anna = newPerson();
    const terminal = anna.startTerminal(['triage']);
    await answer(terminal, [...ORDINARY.slice(0, 5), '6', ...ORDINARY.slice(6)]);
    await terminal.waitFor(/s start ice[^]*q\s+done/);
    terminal.type('s');
    await terminal.waitFor(/Before you use ice[^]*Esc/);
    expect(await anna.document(['profile'])).toMatchObject({ applies: [{ id: 'sixty' }] });
    await terminal.close();
  });

  test('learns nothing from an answer that was a slip, and was changed on the result', async () => {
    const anna = newPerson();
    const terminal = anna.startTerminal(['triage']);
    await answer(terminal, [...ORDINARY.slice(0, 5), '6', ...ORDINARY.slice(6)]);
    await review(terminal);
    terminal.type('g');
    await answer(terminal, ['3'], 6);
    await terminal.waitFor(RESULT);
    terminal.type('q');
    await terminal.exited();
    await terminal.close();
    expect(await anna.document(['profile'])).toMatchObject({ applies: [], asked: [] });
  });

  test('says that nothing applies only where every answer counts', async () => {
    const none = await withProfile();
    expect(await none.does(['profile', '--show'])).toMatch(words('None of the things on the list apply to you.'));
    const anna = newPerson();
    const old = { applies: ['pregnancy'], asked: ['pregnancy'], at: { pregnancy: Date.now() - 5 * WEEK_MS } };
    writeOwn(join(anna.state, 'profile.json'), JSON.stringify({ profile: old }));
    const shown = await anna.does(['profile', '--show']);
    expect(shown).not.toContain('None of the things');
    expect(shown).toMatch(words('not everything on the list has a current answer. To answer it, run: unspasm profile'));
  });

  test('refuses a therapy that it speaks against where nobody can be asked', async () => {
    const anna = await withProfile(/Your skin is numb in places/);
    const { code, stdout, stderr } = await anna.run(['ice'], { clock: HURRIED });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(words("Don't use ice for now."));
    expect(stderr).toMatch(words('if that has changed, run: unspasm profile'));
    const others = await withProfile(/You have diabetes/);
    expect((await others.run(['ice'], { clock: HURRIED })).code).toBe(0);
  });
});
