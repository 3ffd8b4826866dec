import { EventEmitter } from 'node:events';
import { render } from './rendered.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BACK, type ChoicePrompt, MORE } from '../../../src/terminal/prompter.ts';
import { askChoice } from '../../../src/terminal/prompts/choice.ts';
import { STILL_MS } from '../../../src/terminal/key-guard.ts';
import { look } from './look.ts';

const PAIN: ChoicePrompt = {
  place: '8/11',
  title: 'Pain',
  intro: 'How bad is it?',
  options: Array.from({ length: 11 }, (_, value) => ({
    id: `pain-${value}`,
    label: `level ${value}`,
    key: String(value),
  })),
  canGoBack: true,
};
const NEXT: ChoicePrompt = {
  intro: '',
  options: [
    { id: 'start', label: 'start', key: 's' },
    { id: 'done', label: 'done', key: 'q' },
  ],
  default: 'start',
  inline: true,
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const show = (prompt: ChoicePrompt) => render(askChoice, { prompt, look: look(), screen: new EventEmitter() });
const wait = (time = STILL_MS) => vi.advanceTimersByTimeAsync(time);

describe('a scale of which only the ends have words', () => {
  const [lowest, highest] = [PAIN.options[0], PAIN.options.at(-1)];
  const scale = {
    ...PAIN,
    options: PAIN.options.map((option) => ({
      ...option,
      label: option === lowest ? 'none' : option === highest ? 'the worst' : '',
    })),
  };

  it('has the numbers between them in one row', async () => {
    const { getScreen } = await show(scale);
    expect(getScreen()).toMatchInlineSnapshot(`
      "8/11  Pain
      How bad is it?

         0  none
         1  2  3  4  5  6  7  8  9
        10  the worst

      ↑↓ or press the key shown  b back  Esc quit"
    `);
  });

  it('says which of them is highlighted', async () => {
    const { events, getScreen } = await show({ ...scale, before: 'pain-4' });
    expect(getScreen()).toContain('\n❯  1  2  3 [4] 5  6  7  8  9\n');
    events.keypress('down');
    expect(getScreen()).toContain('\n❯  1  2  3  4 [5] 6  7  8  9\n');
  });
});

describe('a choice', () => {
  it('shows its options with their keys', async () => {
    const { getScreen } = await show(PAIN);
    expect(getScreen()).toMatchInlineSnapshot(`
      "8/11  Pain
      How bad is it?

         0  level 0
         1  level 1
         2  level 2
         3  level 3
         4  level 4
         5  level 5
         6  level 6
         7  level 7
         8  level 8
         9  level 9
        10  level 10

      ↑↓ or press the key shown  b back  Esc quit"
    `);
  });

  it('shows a few ways to go on in one line', async () => {
    const { getScreen } = await show(NEXT);
    expect(getScreen()).toMatchInlineSnapshot(`"Enter or s start  q done"`);
  });

  it('is answered by the key of an option', async () => {
    const { answer, events } = await show(PAIN);
    events.type('7');
    await wait();
    await expect(answer).resolves.toBe('pain-7');
  });

  it('waits after a 1 for the 0 of a 10', async () => {
    const ten = await show(PAIN);
    ten.events.type('1');
    await wait(400);
    ten.events.type('0');
    await wait();
    await expect(ten.answer).resolves.toBe('pain-10');
    const one = await show(PAIN);
    one.events.type('1');
    await wait(700);
    await expect(one.answer).resolves.toBe('pain-1');
  });

  it('has nothing chosen at first: Enter alone answers nothing', async () => {
    const { answer, events, getScreen } = await show(PAIN);
    events.keypress('enter');
    await wait();
    expect(getScreen()).toContain('Press one of');
    events.keypress('down');
    events.keypress('down');
    events.keypress('enter');
    await wait();
    await expect(answer).resolves.toBe('pain-1');
  });

  it('shows what was chosen before, and Enter leaves it so', async () => {
    const { answer, events, getScreen } = await show({ ...PAIN, before: 'pain-6' });
    expect(getScreen()).toMatch(/^❯ +6 {2}level 6$/m);
    events.keypress('enter');
    await wait();
    await expect(answer).resolves.toBe('pain-6');
  });

  it('takes Enter where it stands for an option', async () => {
    const { answer, events } = await show(NEXT);
    events.keypress('enter');
    await wait();
    await expect(answer).resolves.toBe('start');
  });

  it('says what Esc stands for', async () => {
    expect((await show({ ...PAIN, escape: 'pain-0' })).getScreen()).toMatch(/Esc level 0$/);
  });

  it('goes back', async () => {
    const { answer, events } = await show(PAIN);
    events.keypress('left');
    await wait();
    await expect(answer).resolves.toBe(BACK);
  });

  it('is not answered by keys that come in a burst', async () => {
    const { answer, events, getScreen } = await show(PAIN);
    events.type('3');
    events.type('5');
    expect(getScreen()).toContain('very fast');
    await wait();
    events.type('4');
    await wait();
    await expect(answer).resolves.toBe('pain-4');
  });

  it('is left with q, and goes back with b, where no option has these keys', async () => {
    const back = await show(PAIN);
    back.events.type('b');
    await wait();
    await expect(back.answer).resolves.toBe(BACK);
    const left = await show({ ...PAIN, escape: 'pain-0' });
    left.events.type('q');
    await wait();
    await expect(left.answer).resolves.toBe('pain-0');
    const own = await show({ ...PAIN, options: [...PAIN.options, { id: 'bath', label: 'bath', key: 'b' }] });
    own.events.type('b');
    await wait();
    await expect(own.answer).resolves.toBe('bath');
  });

  it('names Enter only once it does something: in the row of keys, and when a key is wrong', async () => {
    const { events, getScreen } = await show(PAIN);
    events.type('x');
    expect(getScreen()).not.toContain('Enter');
    await wait();
    events.keypress('down');
    expect(getScreen()).toContain('↑↓ Enter or press the key shown');
    await wait();
    events.type('x');
    expect(getScreen()).toMatch(/Press one of these keys: 0 1 .* 10 Enter\./);
  });
});

const text = (parts: number) => Array.from({ length: parts }, (_, at) => [[`Part ${at + 1}`, 'goes on.']]);
const reading = (parts: number, more = 0) => ({
  blocks: () => text(parts),
  reminder: () => 'GET HELP',
  ...(more > 0 && { further: () => Array.from({ length: more }, (_, at) => [[`More: Part ${at + 1}`]]) }),
});
const read = async (prompt: ChoicePrompt, rows = 12) => {
  const kept: (readonly string[])[] = [];
  const config = {
    prompt,
    look: look(40, rows),
    screen: new EventEmitter(),
    onRead: (lines: readonly string[]) => void kept.push(lines),
  };
  const rendered = await render(askChoice, config);
  const press = async (key: string) => {
    rendered.events.keypress(key);
    await wait();
    return rendered.getScreen();
  };
  return { ...rendered, press, kept: () => kept.at(-1)! };
};
const DONE: ChoicePrompt = {
  intro: '',
  inline: true,
  options: [{ id: 'done', label: 'done', key: 'q' }],
  default: 'done',
  escape: 'done',
};

describe('a text above the question', () => {
  it('shares the screen with the question where both fit', async () => {
    const { getScreen } = await read({ ...NEXT, reading: reading(2) });
    expect(getScreen()).toBe('Part 1\ngoes on.\n\nPart 2\ngoes on.\nEnter or s start  q done');
  });

  it('is turned by Enter page by page, back by b, and only its last page takes Enter as an answer', async () => {
    const { press, getScreen, answer } = await read({ ...NEXT, reading: reading(6) });
    expect(getScreen()).toMatch(/^Part 1\n[^]*\nEnter next page \(1\/2\) {2}Esc quit$/);
    expect(await press('enter')).toMatch(/^GET HELP\n[^]*Part 6\ngoes on\.\nEnter or s start {2}b back {2}q done$/);
    expect(await press('left')).toMatch(/^Part 1\n/);
    expect(await press('space')).toMatch(/^GET HELP\n/);
    await press('enter');
    await expect(answer).resolves.toBe('start');
  });

  it('takes the key of an option on any page', async () => {
    const { events, answer } = await read({ ...NEXT, reading: reading(6) });
    events.type('s');
    await wait();
    await expect(answer).resolves.toBe('start');
  });

  it('has a page of its own above a list that does not fit below it', async () => {
    const { press, getScreen } = await read({ ...PAIN, reading: reading(2) });
    expect(getScreen()).toMatch(/^Part 1\n[^]*\nEnter continue {2}b back {2}Esc quit$/);
    expect(await press('enter')).toMatch(/^GET HELP\n8\/11 {2}How bad is it\?\n/);
  });

  it('leaves on the terminal what somebody has turned to, and the reminder below it', async () => {
    const { press, kept } = await read({ ...NEXT, reading: reading(6) });
    expect(kept().join('\n')).toMatch(/^Part 1\n[^]*goes on\.$/);
    expect(kept()).not.toContain('Part 6');
    await press('enter');
    expect(kept().join('\n')).toMatch(/^Part 1\n[^]*Part 6\ngoes on\.\nGET HELP$/);
  });

  it('shows what else there is to read only when somebody asks for it', async () => {
    const options = [{ id: MORE, label: 'more', key: 'm' }, ...DONE.options];
    const { press, getScreen, answer } = await read({ ...DONE, options, default: MORE, reading: reading(1, 9) });
    expect(getScreen()).toMatch(/^Part 1\ngoes on\.\nEnter or m more {2}q done$/);
    expect(await press('enter')).toMatch(/^GET HELP\nMore: Part 1\n[^]*m more/);
    const last = await press('enter');
    expect(last).toMatch(/More: Part 9\nb back {2}Enter or q done$/);
    await press('enter');
    await expect(answer).resolves.toBe('done');
  });

  it('is never higher than the window, whatever the window and the key', async () => {
    for (const rows of [6, 8, 12, 16, 24])
      for (const prompt of [NEXT, DONE, PAIN, { ...DONE, intro: 'Do you want to save all that is above?' }]) {
        const { press, getScreen } = await read({ ...prompt, reading: reading(9) }, rows);
        for (const key of ['x', 'space', 'x', 'pagedown', 'x', 'b', 'x']) {
          await press(key);
          expect(getScreen().split('\n').length).toBeLessThanOrEqual(rows);
        }
      }
  });
});
