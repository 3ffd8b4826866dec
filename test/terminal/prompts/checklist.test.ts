import { EventEmitter } from 'node:events';
import { render } from './rendered.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BACK, type ChecklistPrompt } from '../../../src/terminal/prompter.ts';
import { askChecklist } from '../../../src/terminal/prompts/checklist.ts';
import { STILL_MS } from '../../../src/terminal/key-guard.ts';
import { CANCEL } from '../../../src/terminal/prompts/keys.ts';
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
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const show = (prompt: Partial<ChecklistPrompt> = {}) =>
  render(askChecklist, { prompt: { ...PROMPT, ...prompt }, look: look(), screen: new EventEmitter() });
const still = () => vi.advanceTimersByTimeAsync(STILL_MS);

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

      n none of these  space yes  ? not sure  ← back  Esc quit"
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

      Enter go on  space yes  ? not sure  ← back  Esc quit"
    `);
  });

  it('takes "none of these" with one key', async () => {
    const { answer, events } = await show();
    events.keypress('n');
    await still();
    await expect(answer).resolves.toEqual({ signs: [], unsure: [] });
  });

  it('comes back to what was marked first', async () => {
    const { getScreen } = await show({ marked: ['wet'], unsure: ['cold'] });
    expect(getScreen()).toMatch(/^ {2}○ Hot\n❯ \? Cold [^]*\n\nEnter go on {2}space yes/m);
  });

  it('takes what is marked, and what is doubtful, in the order of the list', async () => {
    const { answer, events } = await show();
    events.keypress('up');
    events.keypress('space');
    events.keypress('up');
    events.type('?');
    events.keypress('up');
    events.keypress('space');
    events.keypress('enter');
    await still();
    await expect(answer).resolves.toEqual({ signs: ['hot', 'wet'], unsure: ['cold'] });
  });

  it('takes a mark away with the key that set it', async () => {
    const { answer, events } = await show({ marked: ['hot'] });
    events.keypress('space');
    events.keypress('n');
    await still();
    await expect(answer).resolves.toEqual({ signs: [], unsure: [] });
  });

  it('keeps the marks of the last time', async () => {
    const { answer, events } = await show({ marked: ['wet'], unsure: ['cold'] });
    events.keypress('enter');
    await still();
    await expect(answer).resolves.toEqual({ signs: ['wet'], unsure: ['cold'] });
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
    await expect(answer).resolves.toEqual({ signs: ['hot'], unsure: [] });
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
    expect(getScreen()).toContain('too fast');
    await still();
    events.keypress('space');
    events.keypress('enter');
    await still();
    await expect(answer).resolves.toEqual({ signs: ['hot'], unsure: [] });
  });
});
