import { EventEmitter } from 'node:events';
import { render } from './rendered.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BACK, type ChecklistPrompt } from '../../../src/terminal/prompter.ts';
import { askChecklist } from '../../../src/terminal/prompts/checklist.ts';
import { BOUNCE_MS, STILL_MS } from '../../../src/terminal/key-guard.ts';
import { CANCEL } from '../../../src/terminal/prompts/prompt.ts';
import { look } from './look.ts';

const PROMPT: ChecklistPrompt = {
  place: '1/3',
  title: 'Act now',
  intro: 'Is any of this happening?',
  items: [
    { id: 'hot', label: 'Hot', details: 'Very warm.' },
    { id: 'cold', label: 'Cold', details: 'Very cool.' },
    { id: 'wet', label: 'Wet', details: 'Full of water.' },
  ],
  canGoBack: true,
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const ALL = ['hot', 'cold', 'wet'];
const show = (prompt: Partial<ChecklistPrompt> = {}) =>
  render(askChecklist, { prompt: { ...PROMPT, ...prompt }, look: look(), screen: new EventEmitter() });
const still = () => vi.advanceTimersByTimeAsync(STILL_MS);
/** After this long the same key is no bounce. */
const aMoment = () => vi.advanceTimersByTimeAsync(BOUNCE_MS);

describe('a checklist', () => {
  it('shows what can be marked, the details of the highlighted item, and the keys', async () => {
    const { getScreen, events } = await show({ preface: 'No diagnosis.' });
    expect(getScreen()).toMatchInlineSnapshot(`
      "No diagnosis.

      1/3  Act now
      Is any of this happening?

      ❯ ○ Hot
        ○ Cold
        ○ Wet

          Very warm.

      n none of these  space yes  u not sure  b back  Esc quit"
    `);
    events.keypress('down');
    events.keypress('space');
    expect(getScreen()).toMatchInlineSnapshot(`
      "No diagnosis.

      1/3  Act now
      Is any of this happening?

        ○ Hot
      ❯ ● Cold – yes
        ○ Wet

          Very cool.

      Enter continue  space yes  u not sure  b back  Esc quit"
    `);
  });

  it('takes "none of these" with one key', async () => {
    const { answer, events } = await show();
    events.keypress('n');
    await still();
    await expect(answer).resolves.toEqual({ signs: [], unsure: [], shown: ALL });
  });

  it('comes back to what was marked first', async () => {
    const { getScreen } = await show({ marked: ['wet'], unsure: ['cold'] });
    expect(getScreen()).toMatch(/^ {2}○ Hot\n❯ \? Cold [^]*\n\nEnter continue {2}space yes/m);
  });

  it('takes what is marked, and what is doubtful, in the order of the list', async () => {
    const { answer, events } = await show();
    events.keypress('up');
    events.keypress('space');
    events.keypress('up');
    events.type('u');
    events.keypress('up');
    events.keypress('space');
    events.keypress('enter');
    await still();
    await expect(answer).resolves.toEqual({ signs: ['hot', 'wet'], unsure: ['cold'], shown: ALL });
  });

  it('takes a mark away with the key that set it', async () => {
    const { answer, events } = await show({ marked: ['hot'] });
    events.keypress('space');
    events.keypress('n');
    await still();
    await expect(answer).resolves.toEqual({ signs: [], unsure: [], shown: ALL });
  });

  it('keeps the marks of the last time', async () => {
    const { answer, events } = await show({ marked: ['wet'], unsure: ['cold'] });
    events.keypress('enter');
    await still();
    await expect(answer).resolves.toEqual({ signs: ['wet'], unsure: ['cold'], shown: ALL });
  });

  it('never takes Enter for "none", nor "none" against a mark', async () => {
    const { answer, events, getScreen } = await show();
    events.keypress('enter');
    expect(getScreen()).toContain('press n');
    events.keypress('space');
    events.keypress('n');
    expect(getScreen()).toContain('Something is marked');
    events.keypress('enter');
    await still();
    await expect(answer).resolves.toEqual({ signs: ['hot'], unsure: [], shown: ALL });
  });

  it('goes back, and leaves', async () => {
    const first = await show();
    first.events.keypress('left');
    await still();
    await expect(first.answer).resolves.toBe(BACK);
    const second = await show();
    second.events.keypress('escape');
    await still();
    await expect(second.answer).resolves.toBe(CANCEL);
  });

  it('is not answered by a key that is held down', async () => {
    const { answer, events, getScreen } = await show();
    for (let repeats = 0; repeats < 20; repeats += 1) {
      events.keypress('n');
      await vi.advanceTimersByTimeAsync(33);
    }
    expect(getScreen()).toContain('very fast');
    await still();
    events.keypress('space');
    events.keypress('enter');
    await still();
    await expect(answer).resolves.toEqual({ signs: ['hot'], unsure: [], shown: ALL });
  });
});

describe('a checklist that is higher than its window', () => {
  const items = Array.from({ length: 9 }, (_, at) => ({ id: `${at}`, label: `Item ${at}`, details: 'What it is.' }));
  const ids = items.map(({ id }) => id);

  /** A prompt in a window that can be made larger and smaller. */
  async function showIn(columns: number, rows: number, prompt: Partial<ChecklistPrompt> = {}) {
    let size = { columns, rows };
    const screen = Object.assign(new EventEmitter(), { write: () => true });
    const shown = await render(askChecklist, {
      prompt: { ...PROMPT, items, ...prompt },
      look: { ...look(), size: () => size },
      screen,
    });
    const resize = (...[wide, high]: [number, number]) => {
      size = { columns: wide, rows: high };
      screen.emit('resize');
    };
    return { ...shown, resize };
  }

  it('is turned by n, and answered by it once all of it was read', async () => {
    const { answer, events, getScreen } = await showIn(80, 6);
    expect(getScreen()).toContain('n more (5 left)');
    events.keypress('n');
    await still();
    expect(getScreen()).toContain('n more (1 left)');
    await aMoment();
    events.keypress('n');
    await still();
    expect(getScreen()).toContain('n none of the 9');
    await aMoment();
    events.keypress('n');
    await still();
    await expect(answer).resolves.toEqual({ signs: [], unsure: [], shown: ids });
  });

  it.each([150, 250, 399])('is turned once by a hand that presses the key again %i ms later', async (ms) => {
    const { events, getScreen } = await showIn(80, 6);
    for (let presses = 0; presses < 3; presses += 1) {
      events.keypress('n');
      await vi.advanceTimersByTimeAsync(ms);
    }
    expect(getScreen()).toContain('You pressed keys very fast.');
    expect(getScreen()).toContain('n more (1 left)');
    await aMoment();
    events.keypress('n');
    await still();
    expect(getScreen()).toContain('n none of the 9');
  });

  it('is neither turned nor answered by a key that is held down', async () => {
    const { events, getScreen } = await showIn(80, 8);
    for (let repeats = 0; repeats < 40; repeats += 1) {
      events.keypress('n');
      await vi.advanceTimersByTimeAsync(33);
    }
    await still();
    expect(getScreen()).toContain('Item 0');
    expect(getScreen()).toMatch(/n (show )?more/);
    expect(getScreen()).not.toContain('Item 8');
  });

  it('counts what a larger window showed, also after it is small again', async () => {
    const { answer, events, getScreen, resize } = await showIn(80, 6);
    resize(80, 24);
    expect(getScreen()).toContain('n none of these');
    resize(80, 6);
    expect(getScreen()).toContain('n none of the 9');
    events.keypress('n');
    await still();
    await expect(answer).resolves.toMatchObject({ shown: ids });
  });

  it('asks for the rest when the window is made smaller before it was read', async () => {
    const { events, getScreen, resize } = await showIn(80, 6);
    resize(80, 5);
    events.keypress('n');
    await still();
    expect(getScreen()).toContain('Item 4');
    expect(getScreen()).toMatch(/n (show )?more/);
  });

  it('counts what was scrolled past', async () => {
    const { answer, events, getScreen } = await showIn(80, 6);
    for (let press = 0; press < 8; press += 1) events.keypress('down');
    expect(getScreen()).toContain('n none of the 9');
    events.keypress('n');
    await still();
    await expect(answer).resolves.toMatchObject({ signs: [], shown: ids });
  });

  it('keeps the marks of one page on the next, where Enter shows the rest first', async () => {
    const { answer, events, getScreen } = await showIn(80, 6);
    events.keypress('space');
    expect(getScreen()).toContain('Enter more (5 left)');
    for (let press = 0; press < 2; press += 1) {
      events.keypress('enter');
      await still();
    }
    expect(getScreen()).toContain('Enter continue (1 marked)');
    events.keypress('enter');
    await still();
    await expect(answer).resolves.toEqual({ signs: ['0'], unsure: [], shown: ids });
  });

  it('lets go of somebody with an emergency at once, and answers nothing for the rest', async () => {
    const { answer, events } = await showIn(80, 6, { mayLeave: ({ unsure }) => unsure.includes('0') });
    events.type('u');
    events.keypress('enter');
    await still();
    await expect(answer).resolves.toEqual({ signs: [], unsure: ['0'], shown: ids.slice(0, 4) });
  });
});
