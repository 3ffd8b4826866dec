import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askChecklist } from '../../../src/terminal/prompts/checklist.ts';
import { askChoice } from '../../../src/terminal/prompts/choice.ts';
import { askSearch } from '../../../src/terminal/prompts/search.ts';
import { askText } from '../../../src/terminal/prompts/text.ts';
import { BOUNCE_MS, STILL_MS } from '../../../src/terminal/key-guard.ts';
import { look as plainLook } from './look.ts';
import { render } from './rendered.ts';

const ABOUT = 'Not a diagnosis. In an emergency, call for help first.';
const look = (columns = 80, rows = 24) => ({ ...plainLook(columns, rows), about: () => ABOUT });
const screen = new EventEmitter();
const still = () => vi.advanceTimersByTimeAsync(STILL_MS);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const MENU = {
  intro: 'What do you need?',
  options: [
    { id: 'ice', label: 'Ice, with a timer', key: 'i' },
    { id: 'quit', label: 'Quit', key: 'q' },
  ],
  default: 'ice',
  canGoBack: true,
};
const SIGNS = {
  title: 'Act now',
  intro: 'Which apply?',
  items: ['fever', 'fall'].map((id) => ({ id, label: id, details: `${id}.` })),
  aside: { id: 'ice', label: 'start ice now', key: 'i' },
  canGoBack: true,
};
const WORDS = { title: 'Note', intro: 'In your own words', canGoBack: true };
const GUIDE = { title: 'The guide', intro: 'Type a question.', find: () => [{ id: 'ice', label: 'Ice or heat?' }] };

const SCREENS = [
  ['a choice', () => render(askChoice, { prompt: MENU, look: look(100), screen })],
  ['a checklist', () => render(askChecklist, { prompt: SIGNS, look: look(100), screen })],
  ['a line to type in', () => render(askText, { prompt: WORDS, look: look(100), screen })],
  ['a search', () => render(askSearch, { prompt: GUIDE, look: look(100), screen })],
] as const;

describe('? on a screen', () => {
  it.each(SCREENS)('is named by %s, and shows all its keys and what the program is', async (_, show) => {
    const { getScreen, events } = await show();
    const before = getScreen();
    expect(before).toMatch(/\? help {2}(?:Esc|b)/);
    events.type('?');
    expect(getScreen()).toContain(ABOUT);
    expect(getScreen()).toMatch(/Keys\n[^]*Esc[^]*Ctrl-C {2,}leave unspasm at once[^]*Enter close$/);
    events.keypress('enter');
    expect(getScreen()).toBe(before);
  });

  it('names every option of a choice, with the one that Enter takes', async () => {
    const { getScreen, events } = await SCREENS[0][1]();
    events.type('?');
    expect(getScreen()).toMatch(/Enter or i {2}Ice, with a timer\n {2}q {11}Quit\n[^]*b {11}go back\n {2}Esc {9}quit/);
  });

  it('names every key of a checklist', async () => {
    const { getScreen, events } = await SCREENS[1][1]();
    events.type('?');
    for (const key of ['space or y', 'u', '↑↓ or k j', 'n', 'Enter', 'i', 'b', 'q or Esc', 'Ctrl-C', '?'])
      expect(getScreen()).toContain(`\n  ${key.padEnd(10)}  `);
  });

  it.each(['n', 'q', 'u', ' ', '?'])('lets %s answer nothing while it is shown', async (key) => {
    const { getScreen, events, answer } = await SCREENS[1][1]();
    const before = getScreen();
    events.type('?');
    events.type(key);
    await still();
    expect(getScreen()).toBe(before);
    await vi.advanceTimersByTimeAsync(BOUNCE_MS);
    events.type('n');
    await still();
    await expect(answer).resolves.toEqual({ signs: [], unsure: [], shown: ['fever', 'fall'] });
  });

  it('turns its pages in a low window', async () => {
    const { getScreen, events } = await render(askChecklist, { prompt: SIGNS, look: look(36, 10), screen });
    events.type('?');
    expect(getScreen()).toMatch(/^Keys\n[^]*Enter next page \(1\/\d\)$/);
    expect(getScreen().split('\n').length).toBeLessThanOrEqual(10);
    while (!getScreen().includes('Enter close')) events.keypress('enter');
    expect(getScreen().replaceAll(/\s+/g, ' ')).toContain(ABOUT);
    events.type('b');
    expect(getScreen()).toContain('next page');
  });

  it('is a letter in the middle of what is typed', async () => {
    const { getScreen, events, answer } = await SCREENS[2][1]();
    events.type('?');
    events.keypress('enter');
    events.type('why?');
    expect(getScreen()).toContain('> why?');
    events.keypress('enter');
    await still();
    await expect(answer).resolves.toBe('why?');
  });
});
