import { readdirSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { content, DATA } from '../../content/data-files.ts';
import { doubtful } from '../../understanding/doubtful.ts';
import { runProgram } from '../process.ts';
import { jsonError, readJson } from '../support/programs.ts';
import { closeTerminals, startTerminal } from '../terminal.ts';

const passages = content.chapters().flatMap((chapter) => chapter.passages);

afterEach(closeTerminals);

describe('without a question', () => {
  it('the common ones are answered, off a terminal', async () => {
    const { code, stdout } = await runProgram(['faq']);
    expect(code).toBe(0);
    for (const { title } of passages.filter(({ id }) => id.startsWith('faq-'))) expect(stdout).toContain(title);
    expect(stdout).toMatch(/unspasm\s+faq\s+--list/);
  });

  it('--list names everything, by chapter', async () => {
    const { stdout } = await runProgram(['faq', '--list']);
    for (const { id } of passages) expect(stdout).toContain(`[${id}]`);
    const { chapters } = await readJson<{ chapters: { passages: unknown[] }[] }>(['faq', '--list', '--json']);
    expect(chapters).toHaveLength(readdirSync(`${DATA}/guide`).length);
    expect(chapters.flatMap((chapter) => chapter.passages)).toHaveLength(passages.length);
  });

  it('--list takes no question', async () => {
    const error = jsonError(await runProgram(['faq', '--list', '--json', 'ice']), 2);
    expect(error.code).toBe('list-and-question');
  });
});

describe('at a terminal', () => {
  it('a list narrows down as one types, and Enter shows what is highlighted', async () => {
    const terminal = startTerminal(['faq']);
    await terminal.waitFor('How long does a spasm last?');
    terminal.type('matt');
    await terminal.waitFor(/> matt_[^]*❯ Sleep and mattress/);
    terminal.press('enter');
    const { code } = await terminal.exited();
    expect(code).toBe(0);
    expect(terminal.screen()).toMatch(/^Sleep and mattress {2}\[life-sleep-mattress\]/m);
    expect(await terminal.leftovers()).toEqual([]);
  });

  it('a question can be typed at once, Enter included', async () => {
    const terminal = startTerminal(['faq']);
    await terminal.waitFor('How long does a spasm last?');
    terminal.type('should I use a cold pack\r');
    await terminal.exited();
    expect(terminal.screen()).toContain('[rice-ice]');
  });

  it('Esc leaves', async () => {
    const terminal = startTerminal(['faq']);
    await terminal.waitFor('How long does a spasm last?');
    terminal.press('escape');
    const { code } = await terminal.exited();
    expect(code).toBe(130);
    expect(await terminal.leftovers()).toEqual([]);
  });

  it('who tells of a sign when asked has been told something; who denies it has not, and there was no answer', async () => {
    const asked = startTerminal(['faq', doubtful().text]);
    await asked.waitFor('Do you mean this?');
    asked.type('y');
    expect((await asked.exited()).code).toBe(0);
    const typed = startTerminal(['faq', '--accessible']);
    await typed.waitFor('Type a question');
    typed.type(`${doubtful().text}\r`);
    await typed.waitFor('Do you mean this?');
    typed.type('n\r');
    expect((await typed.exited()).code).toBe(1);
  });

  it('a line is asked for where there are no screens', async () => {
    const terminal = startTerminal(['faq', '--accessible']);
    await terminal.waitFor('Type a question');
    terminal.type('should I use a cold pack\r');
    await terminal.exited();
    expect(terminal.screen()).toContain(', id rice-ice');
  });
});
