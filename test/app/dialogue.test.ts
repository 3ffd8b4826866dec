import { describe, expect, it } from 'vitest';
import { type CommandEnd, noticeUnread, startingOthers } from '../../src/app/dialogue.ts';
import type { Printing } from '../../src/app/printing.ts';
import type { Prompting } from '../../src/app/prompting.ts';
import type { Capabilities, PromptMode } from '../../src/terminal/capabilities.ts';
import type { Prompter } from '../../src/terminal/prompter.ts';

const capabilities = (prompts: PromptMode) => ({ prompts, interactive: true }) as Capabilities;

/** Somebody who is asked in this way, and what happens on the terminal. */
function terminal() {
  const events: string[] = [];
  const prompter = {
    read: async () => {},
    choice: () => Promise.resolve('ice'),
    show: () => {},
    freshScreen: () => events.push('fresh screen'),
    close: () => {},
  } as unknown as Prompter;
  const prompting: Prompting = {
    prompter: () => Promise.resolve(prompter),
    releaseKeyboard: async () => void events.push('keyboard released'),
  };
  return { events, prompting };
}

const startedIn = (prompts: PromptMode, end: CommandEnd) => {
  const { events, prompting } = terminal();
  const run = (command: string, leadsBack: boolean) => {
    events.push(`${command}${leadsBack ? ', and back' : ''}`);
    return Promise.resolve(end);
  };
  return { events, ...startingOthers(run, prompting, capabilities(prompts)) };
};

const noticingIn = (prompts: PromptMode) => {
  const printing = { print: () => {}, printText: () => {}, note: () => {} } as unknown as Printing;
  return noticeUnread(printing, terminal().prompting, capabilities(prompts));
};

describe('another command', () => {
  const CLEAN = ['fresh screen', 'keyboard released'];

  it('begins on a clean screen, and so does what it leads back to', async () => {
    const { events, start, open } = startedIn('screens', 'done');
    await start('today');
    await open('ice');
    expect(events).toEqual([...CLEAN, 'today', ...CLEAN, 'ice, and back', ...CLEAN]);
  });

  it('stays in sight where nothing may follow it', async () => {
    const { events, open } = startedIn('screens', 'over');
    expect(await open('triage')).toBe('over');
    expect(events).toEqual([...CLEAN, 'triage, and back']);
  });

  it('scrolls nothing away where lines are read', async () => {
    const { events, start } = startedIn('lines', 'done');
    await start('today');
    expect(events).toEqual(['keyboard released', 'today']);
  });
});

describe('what was printed', () => {
  it('is unread until somebody is asked', async () => {
    const { printing, prompting, hasUnread } = noticingIn('screens');
    expect(hasUnread()).toBe(false);
    printing.print(['x']);
    expect(hasUnread()).toBe(true);
    await (await prompting.prompter()).choice({ options: [] } as never);
    expect(hasUnread()).toBe(false);
  });

  it.each(['screens', 'lines'] as const)(
    'page by page on %s has been read, unless lines go on after the last',
    async (way) => {
      const { prompting, hasUnread } = noticingIn(way);
      await (await prompting.prompter()).read({ blocks: () => [] });
      expect(hasUnread()).toBe(way === 'lines');
    },
  );
});
