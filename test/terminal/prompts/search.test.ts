import { EventEmitter } from 'node:events';
import { render } from './rendered.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SearchPrompt } from '../../../src/terminal/prompter.ts';
import { BOUNCE_MS, STILL_MS } from '../../../src/terminal/key-guard.ts';
import { CANCEL } from '../../../src/terminal/prompts/prompt.ts';
import { askSearch } from '../../../src/terminal/prompts/search.ts';
import { look } from './look.ts';

const FRUIT = ['apple', 'apricot', 'banana'].map((label, at) => ({ id: String(at), label }));
const PROMPT: SearchPrompt = {
  title: 'Fruit',
  intro: 'Type a word.',
  find: (typed) => FRUIT.filter(({ label }) => label.startsWith(typed)),
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const show = () => render(askSearch, { prompt: PROMPT, look: look(), screen: new EventEmitter() });
const still = () => vi.advanceTimersByTimeAsync(STILL_MS);

describe('a list that narrows down', () => {
  it('shows everything at first', async () => {
    const { getScreen } = await show();
    expect(getScreen()).toMatchInlineSnapshot(`
      "Fruit
      Type a word.
      > _

      ❯ apple
        apricot
        banana

      ↑↓ choose  Enter read it  Esc quit"
    `);
  });

  it('keeps what fits, and Enter takes what is highlighted', async () => {
    const { answer, events, getScreen } = await show();
    events.type('ap');
    expect(getScreen()).not.toContain('banana');
    events.keypress('down');
    events.keypress('enter');
    await still();
    await expect(answer).resolves.toEqual({ id: '1' });
  });

  it('is left with backspace on an empty line, as a phone may have no Esc, but not by deleting a word', async () => {
    const { answer, events, getScreen } = await show();
    events.type('ap');
    for (let presses = 0; presses < 4; presses += 1) {
      events.keypress('backspace');
      await still();
    }
    expect(getScreen()).toContain('> _');
    await vi.advanceTimersByTimeAsync(BOUNCE_MS);
    events.keypress('backspace');
    await still();
    await expect(answer).resolves.toBe(CANCEL);
  });

  it('gives what was typed where nothing fits', async () => {
    const { answer, events, getScreen } = await show();
    events.type('plum');
    expect(getScreen()).toContain('Nothing in the guide matches.');
    expect(getScreen()).toMatch(/\nEnter ask  Esc quit$/);
    events.keypress('enter');
    await still();
    await expect(answer).resolves.toEqual({ typed: 'plum' });
  });

  it('lets letters be letters: j, k and n are typed', async () => {
    const { events, getScreen } = await show();
    events.type('jkn');
    expect(getScreen()).toContain('> jkn_');
  });
});
