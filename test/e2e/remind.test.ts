import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { fakeComputer } from '../system/fake-programs.ts';
import { type Someone, test } from './session/person.ts';

const CRONTAB = `case "$1" in -l) [ -f "$TAB" ] && cat "$TAB" || { echo "no crontab for anna" >&2; exit 1; };; -) cat > "$TAB";; esac`;
const SHOWS = 'echo "$*" >> "$LOG"; echo 7';

/** Somebody whose computer has these programs; the tests' own cron is a file. */
function equipped(person: Someone, programs: Readonly<Record<string, string>>) {
  const { env, log } = fakeComputer(programs, join(person.home, 'programs'));
  const tab = join(person.home, 'tab');
  const text = () => (existsSync(tab) ? readFileSync(tab, 'utf8') : '');
  const variables = { ...env, TAB: tab, DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' };
  return { options: { env: variables, ownProcess: true }, log, tab, text };
}

describe.concurrent('plan remind', () => {
  test('sets a line for cron, shows it, and removes it again', async ({ someone }) => {
    const anna = someone();
    const { options, tab, text } = equipped(anna, { crontab: CRONTAB });
    writeFileSync(tab, '0 5 * * * backup\n');
    expect(await anna.does(['plan', 'remind'], options)).toMatch(
      /^No reminder is set\. To set one, run: unspasm plan remind/,
    );
    const said = await anna.does(['plan', 'remind', 'mon,wed,fri', '18:30', '--yes'], options);
    expect(said).toMatch(/^In your crontab:\n {2}30 18 \* \* 1,3,5 .*unspasm\.cjs'? plan remind --notify # unspasm/);
    expect(said).toMatch(
      /\nYou are reminded to exercise on Mon, Wed and Fri at 18:30, by cron\. To cancel\nthat, run:/,
    );
    expect(text()).toMatch(/^0 5 \* \* \* backup\n30 18 \* \* 1,3,5 [^\n]*\n$/);
    expect(await anna.document(['plan', 'remind'], options)).toMatchObject({
      set: true,
      scheduler: 'cron',
      days: ['mon', 'wed', 'fri'],
      time: '18:30',
    });
    await anna.does(['plan', 'remind', 'daily', '7:00', '--yes'], options);
    expect(text().match(/unspasm\.cjs/g)).toHaveLength(1);
    expect(await anna.does(['plan', 'remind', 'off'], options)).toBe('The reminder was removed from cron.\n');
    expect(text()).toBe('0 5 * * * backup\n');
    expect(await anna.does(['plan', 'remind', 'off'], options)).toBe('No reminder was set.\n');
  });

  test('doesn’t say that none is set where the crontab can’t be read', async ({ someone }) => {
    const anna = someone();
    const { options } = equipped(anna, { crontab: 'echo "crontab: no space left" >&2; exit 1' });
    for (const args of [['off'], []]) {
      const { code, stdout, stderr } = await anna.run(['plan', 'remind', ...args], options);
      expect([code, stdout]).toEqual([1, '']);
      expect(stderr).toMatch(/^unspasm: crontab -l failed: crontab: no space left\n/);
    }
  });

  test('takes a reminder away from one scheduler, whatever the other says', async ({ someone }) => {
    const anna = someone();
    const refuses = 'echo "crontab: you (anna) are not allowed to use this program" >&2; exit 1';
    const { options } = equipped(anna, { systemctl: 'exit 0', crontab: refuses });
    const said = await anna.does(['plan', 'remind', 'mon', '18:30', '--yes'], options);
    expect(said).toContain('by systemd.');
    expect(await anna.does(['plan', 'remind', 'off'], options)).toBe('The reminder was removed from systemd.\n');
  });

  test('writes nothing for a path that would make more than one line', async ({ someone }) => {
    const anna = someone();
    const { options, text } = equipped(anna, { crontab: CRONTAB });
    const env = { ...options.env, UNSPASM_DATA_DIR: `${anna.home}/a\n* * * * * touch b` };
    const refused = await anna.run(['plan', 'remind', 'mon', '18:30', '--yes'], { ...options, env });
    expect([refused.code, text()]).toEqual([1, '']);
    expect(refused.stderr).toContain('has a line break or another control character');
  });

  test('asks first, and sets nothing for a no', async ({ someone }) => {
    const anna = someone();
    const { options, text } = equipped(anna, { crontab: CRONTAB });
    const no = await anna.run(['plan', 'remind', 'mon', '18:30'], { ...options, input: 'l\n' });
    expect(no).toMatchObject({ code: 1, stdout: '' });
    expect(no.stderr).toMatch(
      /In your crontab:\n {2}30 18[\s\S]*Do you want to set this reminder\?[\s\S]*unspasm: no reminder was set\n/,
    );
    expect(text()).toBe('');
    const refused = await anna.run(['plan', 'remind', 'mon', '18:30', '--no-input'], options);
    expect([refused.code, text()]).toEqual([2, '']);
    expect(refused.stderr).toContain('to set it without being asked, use --yes');
    await anna.does(['plan', 'remind', 'mon', '18:30'], { ...options, input: '\n' });
    expect(text()).toMatch(/^30 18 \* \* 1 /);
  });

  test('what the timer runs works from any folder, with the same files', async ({ someone }) => {
    const anna = someone();
    const data = join(anna.home, "anna's data 100%");
    const { options, text } = equipped(anna, { crontab: CRONTAB });
    const env = { ...options.env, UNSPASM_DATA_DIR: data };
    await anna.does(['plan', 'remind', 'mon', '18:30', '--yes'], { ...options, env });
    expect(text()).toContain(`'UNSPASM_DATA_DIR=${data.replace("'", `'\\''`).replace('%', '\\%')}'`);
  });

  test('that cannot be set says why in one line', async ({ someone }) => {
    const anna = someone();
    const refuses = 'echo "Failed to connect to bus: No medium found" >&2; exit 1';
    const { options } = equipped(anna, { systemctl: refuses });
    const { code, stdout, stderr } = await anna.run(['plan', 'remind', 'mon', '18:30', '--yes'], options);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(
      /^unspasm: no reminder can be set: systemctl --user doesn't work here \(Failed to connect to bus: No medium found\)\n {2}install cron, or /,
    );
  });

  test.for([['mon', 'at', 'noon'], ['18:30'], ['fryday', '18:30']])('%s is refused', async (when, { someone }) => {
    const { code, stderr } = await someone().run(['plan', 'remind', ...when, '--yes']);
    expect(code).toBe(2);
    expect(stderr).toContain('\n  say which days and when, such as: unspasm plan remind mon,wed,fri 18:30\n');
  });
});

describe.concurrent('the reminder', () => {
  test('shows what comes next in the plan', async ({ someone }) => {
    const anna = someone();
    const { options, log } = equipped(anna, { 'notify-send': SHOWS });
    const said = await anna.does(['plan', 'remind', '--notify'], options);
    expect(said).toBe('Exercise today: Next: core exercises at level 1. To start, run: unspasm stretch core\n');
    expect(log().join(' ')).toMatch(/Exercise today.*core exercises at level 1/);
  });

  test.for([
    ['exercised-today', ['exercise', 'swim', '30m'], 'you have exercised today'],
    ['first-days', ['log', '6'], 'in the first days of an episode'],
    ['warning-signs', ['log', '--note', "can't feel my left foot since this morning"], 'warning signs'],
  ] as const)('shows nothing: %s', async ([why, args, said], { someone }) => {
    const anna = someone();
    const { options, log } = equipped(anna, { 'notify-send': SHOWS });
    await anna.does([...args], options);
    expect(await anna.document(['plan', 'remind', '--notify'], options)).toMatchObject({ shown: false, why });
    expect(await anna.does(['plan', 'remind', '--notify'], options)).toContain(`No reminder now: ${said}`);
    expect(log()).toEqual([]);
  });

  test('that nothing can show is an error', async ({ someone }) => {
    const anna = someone();
    const { options } = equipped(anna, {});
    const { code, stderr } = await anna.run(['plan', 'remind', '--notify'], options);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^unspasm: the reminder couldn't be shown: notify-send isn't installed/);
  });
});
