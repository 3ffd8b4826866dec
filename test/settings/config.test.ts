import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Answer, loadWhole } from '../../src/app/command.ts';
import type { Context } from '../../src/app/context.ts';
import { command } from '../../src/settings/commands/config.ts';
import { SETTING_NAMES, type SettingChanges } from '../../src/settings/settings.ts';
import { openContent } from '../../src/system/content.ts';

const { subcommands } = await loadWhole(command);
const content = openContent(join(import.meta.dirname, '..', '..', 'data'));

/** Runs a subcommand by itself. @returns its answer, and what it saved */
async function run(name: string, args: readonly string[], settings: Context['settings'] = {}) {
  const saved: SettingChanges[] = [];
  const context = { content, settings, saveSettings: async (changes: SettingChanges) => void saved.push(changes) };
  const { run: runIt } = subcommands.find((one) => one.name === `config ${name}`)!;
  const answer = (await runIt({ args, options: {} }, context as unknown as Context)) as Answer;
  return { document: answer.document(), lines: answer.lines(), saved };
}

describe('config, as a function', () => {
  it('saves the value that a word stands for', async () => {
    expect(await run('set', ['country', 'gb'])).toEqual({
      document: { name: 'country', value: 'GB' },
      lines: ['country is now GB'],
      saved: [{ country: 'GB' }],
    });
    expect((await run('set', ['sound', 'off'])).saved).toEqual([{ sound: false }]);
  });

  it('resets one setting, or all', async () => {
    expect(await run('reset', ['motion'])).toMatchObject({
      document: { reset: ['motion'] },
      saved: [{ motion: undefined }],
    });
    const [changes] = (await run('reset', [])).saved;
    expect(Object.keys(changes!)).toHaveLength(SETTING_NAMES.length);
  });

  it('gets a value, and null in JSON where nothing is set', async () => {
    expect(await run('get', ['speech'], { speech: true })).toMatchObject({ document: { value: true }, lines: ['on'] });
    expect(await run('get', ['speech'])).toMatchObject({ document: { value: null }, lines: [] });
  });

  it('refuses a country that has no emergency number, and saves nothing', async () => {
    await expect(run('set', ['country', 'XX'])).rejects.toMatchObject({ code: 'bad-setting' });
  });
});
