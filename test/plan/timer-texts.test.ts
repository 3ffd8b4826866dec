import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cronLine,
  crontabWith,
  isInCrontab,
  launchAgent,
  scheduledTask,
  systemdService,
  systemdTimer,
  type TimerCommand,
} from '../../src/plan/core/timer-texts.ts';
import { toolPath } from '../e2e/harness/tools.ts';

const WHEN = { days: [1, 3, 0], hour: 18, minute: 5 };
const ODD = `/home/o'neil & <sons>/50% "off"/back\\slash/$HOME`;
const ODD_LETTERS = ['a', ' ', "'", '"', '%', '$', '\\', '`', '&', ';', '#', '!', '*', '<', '|', '(', '{', '~', 'é'];
const COMMAND: TimerCommand = {
  program: '/usr/bin/node',
  args: ['/opt/unspasm/bin/unspasm.cjs', 'plan', 'remind', '--notify'],
  env: {},
};
const HARD: TimerCommand = { program: `${ODD}/node`, args: [`${ODD}/unspasm.cjs`, 'plan'], env: { DATA: ODD } };

/** The odd path as systemd reads it in quotation marks. @param dollar what a dollar sign is there */
function quoted(dollar: string): string {
  return `/home/o'neil & <sons>/50%% \\"off\\"/back\\\\slash/${dollar}HOME`;
}

describe('systemd', () => {
  test('is told the days and the time', () => {
    expect(systemdTimer(WHEN)).toContain('\nOnCalendar=Mon,Wed,Sun *-*-* 18:05:00\n');
    expect(systemdTimer(WHEN)).toMatch(/\[Install\]\nWantedBy=timers\.target\n$/);
  });

  test('starts the command, each word in quotes', () => {
    expect(systemdService(COMMAND)).toContain(
      '\nExecStart="/usr/bin/node" "/opt/unspasm/bin/unspasm.cjs" "plan" "remind" "--notify"\n',
    );
    expect(systemdService(COMMAND)).not.toContain('Environment=');
  });

  test('gets quotes, backslashes, percent and dollar signs as it reads them', () => {
    const text = systemdService(HARD);
    expect(text).toContain(
      `\nExecStart="/bin/sh" "-c" "exec \\"$$0\\" \\"$$@\\"" "${quoted('$$')}/node" "${quoted('$$')}/unspasm.cjs" "plan"\n`,
    );
    expect(text).toContain(`\nEnvironment="DATA=${quoted('$')}"\n`);
  });
});

describe('cron', () => {
  test('gets a line with its own mark', () => {
    expect(cronLine(WHEN, COMMAND)).toBe(
      '5 18 * * 0,1,3 /usr/bin/node /opt/unspasm/bin/unspasm.cjs plan remind --notify # unspasm: reminder to exercise',
    );
  });

  test('gets variables in a way that every shell understands', () => {
    expect(cronLine(WHEN, { ...COMMAND, env: { A: '1' } })).toContain(' /usr/bin/env A=1 /usr/bin/node ');
  });

  test('starts a program with "=" in its path all the same', () => {
    const line = cronLine(WHEN, { program: '/a=b/node', args: ['x'], env: { A: '1' } });
    expect(line).toContain(` /usr/bin/env A=1 /bin/sh -c 'exec "$0" "$@"' /a=b/node x `);
  });

  test('hands any path to the shell as it is', () => {
    const printer = toolPath('printf');
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...ODD_LETTERS), minLength: 1 }), (word) => {
        const line = cronLine(WHEN, { program: printer, args: ['%s|', word], env: {} });
        // What cron does before the shell sees it: the first five fields go, and "\%" is a percent sign.
        const command = line.split(' ').slice(5).join(' ').replaceAll('\\%', '%');
        expect(execFileSync(toolPath('sh'), ['-c', command], { encoding: 'utf8' })).toBe(`${word}|`);
      }),
      { numRuns: 25 },
    );
    expect(cronLine(WHEN, HARD)).not.toMatch(/(?<!\\)%/);
  });

  const others = '# mine\nMAILTO=""\n\n0 5 * * * backup --keep 5%\n';
  const line = cronLine(WHEN, COMMAND);

  test('keeps every other line, and one of ours', () => {
    const once = crontabWith(others, line);
    expect(once).toBe(`${others}${line}\n`);
    const later = cronLine({ ...WHEN, hour: 7 }, COMMAND);
    expect(crontabWith(once, later)).toBe(`${others}${later}\n`);
    expect(crontabWith(crontabWith(once, line), line)).toBe(once);
    expect(crontabWith(once, undefined)).toBe(others);
  });

  test('keeps a last line that does not end, and says whether ours is there', () => {
    expect(crontabWith('0 5 * * * backup', line)).toBe(`0 5 * * * backup\n${line}\n`);
    expect([isInCrontab(others), isInCrontab(crontabWith(others, line)), isInCrontab('')]).toEqual([
      false,
      true,
      false,
    ]);
    expect([crontabWith('', undefined), crontabWith(`${line}\n`, undefined)]).toEqual(['', '']);
  });
});

describe('launchd', () => {
  test('is told each day, and the command', () => {
    const text = launchAgent(WHEN, COMMAND, 'local.unspasm');
    expect(text.match(/<key>Weekday<\/key>\s*<integer>(\d)<\/integer>/g)!.map((one) => /\d/.exec(one)![0])).toEqual([
      '1',
      '3',
      '0',
    ]);
    expect(text.match(/<key>Hour<\/key>\s*<integer>18</g)).toHaveLength(3);
    expect(text).toMatch(/<array>\s*<string>\/usr\/bin\/node<\/string>\s*<string>\/opt\/unspasm/);
    expect(text).not.toContain('EnvironmentVariables');
  });

  test('gets paths as XML', () => {
    const text = launchAgent(WHEN, HARD, 'local.unspasm');
    const escaped = `/home/o'neil &amp; &lt;sons&gt;/50% "off"/back\\slash/$HOME`;
    expect(text).toContain(`<string>${escaped}/node</string>`);
    expect(text).toMatch(/<key>DATA<\/key>\s*<string>\/home\/o'neil &amp;/);
    // Each tag that is opened is closed.
    const open: string[] = [];
    for (const [, closes, name] of text.matchAll(/<(\/?)(\w+)(?: [^>]*)?>/g)) {
      if (closes) expect(open.pop()).toBe(name);
      else open.push(name!);
    }
    expect(open).toEqual([]);
  });
});

test('Windows gets a weekly task', () => {
  const program = String.raw`C:\Program Files\nodejs\node.exe`;
  expect(scheduledTask(WHEN, { ...COMMAND, program }, 'unspasm-exercise')).toEqual([
    '/Create',
    '/F',
    '/SC',
    'WEEKLY',
    '/D',
    'MON,WED,SUN',
    '/ST',
    '18:05',
    '/TN',
    'unspasm-exercise',
    '/TR',
    `"${program}" /opt/unspasm/bin/unspasm.cjs plan remind --notify`,
  ]);
});
