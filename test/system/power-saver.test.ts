import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { isSavingPower } from '../../src/system/power-saver.ts';
import { fakeComputer } from './fake-programs.ts';
import { makeFolder, removeFolders } from './places.ts';

afterEach(removeFolders);

const NOWHERE = '/nowhere/platform_profile';

describe.skipIf(process.platform === 'win32')('the battery is being saved', () => {
  it('where firmware and desktop say so, without starting a program', async () => {
    const { env, log } = fakeComputer({ gdbus: 'echo asked >> "$LOG"' });
    const file = join(makeFolder(), 'platform_profile');
    writeFileSync(file, 'low-power\n');
    expect(await isSavingPower(env, 'linux', file)).toBe(true);
    expect(log()).toEqual([]);
    writeFileSync(file, 'balanced\n');
    expect(await isSavingPower(env, 'linux', file)).toBe(false);
    expect(log()).toEqual(['asked']);
  });

  it.each([
    ["(<'power-saver'>,)", true],
    ["(<'balanced'>,)", false],
  ])('where power-profiles-daemon says %s: %s', async (answer, is) => {
    const { env, log } = fakeComputer({ gdbus: `echo "$*" >> "$LOG"; echo "${answer}"` });
    expect(await isSavingPower(env, 'linux', NOWHERE)).toBe(is);
    expect(log()[0]).toMatch(/^call --system .* net\.hadess\.PowerProfiles ActiveProfile$/);
  });

  it.each([
    ['1', true],
    ['0', false],
  ])('where macOS has lowpowermode %s: %s', async (mode, is) => {
    const { env } = fakeComputer({ pmset: `[ "$1" = -g ] && printf ' sleep 1\\n lowpowermode         ${mode}\\n'` });
    expect(await isSavingPower(env, 'darwin')).toBe(is);
  });

  it("not where that can't be told", async () => {
    expect(await isSavingPower(fakeComputer({}).env, 'linux', NOWHERE)).toBe(false);
    expect(await isSavingPower(fakeComputer({ gdbus: 'exit 1' }).env, 'linux', NOWHERE)).toBe(false);
    expect(await isSavingPower(fakeComputer({}).env, 'darwin')).toBe(false);
    expect(await isSavingPower(fakeComputer({}).env, 'win32')).toBe(false);
  });
});
