import { EventEmitter } from 'node:events';
import { render } from './rendered.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BACK, type ChoicePrompt } from '../../../src/terminal/prompter.ts';
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

      ↑↓ Enter or press the key shown  ← back  Esc quit"
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
});
