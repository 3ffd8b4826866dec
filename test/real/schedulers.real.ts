import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect } from 'vitest';
import { launchAgent } from '../../src/plan/core/timer-texts.ts';
import { builtProgram } from '../e2e/harness/environment.ts';
import { toolPath } from '../e2e/harness/tools.ts';
import { test } from '../e2e/session/person.ts';
import { install } from '../system/fake-programs.ts';
import { withPrograms } from './needs.ts';
import { afterwards, cleanUp, makeFolder, pause, until } from './processes.ts';

afterEach(cleanUp);

/** A folder whose name has what schedulers take for something else. */
const ODD = `odd "name" 'of' 100% & $HOME <x>`;

// `systemctl --user` needs a login session, which a container doesn't have. What it would load is checked all the same.
withPrograms(['systemd-analyze'], 'the units for systemd', () => {
  test.for([[undefined], ['Europe/Berlin']])(
    'are valid, and due at the right time: %s',
    async ([zone], { someone }) => {
      const anna = someone();
      const programs = makeFolder();
      install(programs, { systemctl: 'exit 0' });
      const env = { PATH: programs, XDG_DATA_HOME: join(anna.home, ODD), TZ: zone ?? '' };
      await anna.does(['plan', 'remind', 'mon,wed', '18:30', '--yes'], { env, ownProcess: true });
      const units = join(anna.home, '.config', 'systemd', 'user');
      const verified = spawnSync(toolPath('systemd-analyze'), ['verify', join(units, 'unspasm-exercise.timer')]);
      expect([verified.status, String(verified.stderr)]).toEqual([0, '']);
      const [, when] = /^OnCalendar=(.*)$/m.exec(readFileSync(join(units, 'unspasm-exercise.timer'), 'utf8'))!;
      const said = execFileSync(toolPath('systemd-analyze'), ['calendar', when!], {
        encoding: 'utf8',
        env: { TZ: 'UTC' },
      });
      expect(said).toContain(`Normalized form: Mon,Wed *-*-* 18:30:00${zone ? ` ${zone}` : ''}`);
      expect(said).toMatch(/Next elapse: (?:Mon|Wed) /);
    },
  );
});

withPrograms(['xmllint'], 'the agent for launchd', () => {
  test('is well-formed, and says what it was given', () => {
    const command = { program: '/usr/bin/node', args: [ODD], env: { XDG_DATA_HOME: ODD } };
    const file = join(makeFolder(), 'agent.plist');
    writeFileSync(file, launchAgent({ days: [1, 3], hour: 18, minute: 30 }, command, 'local.unspasm'));
    const text = (path: string) =>
      execFileSync(toolPath('xmllint'), ['--nonet', '--xpath', `string(${path})`, file], { encoding: 'utf8' }).trim();
    expect(text('//key[.="ProgramArguments"]/following-sibling::array[1]/string[2]')).toBe(ODD);
    expect(text('//key[.="XDG_DATA_HOME"]/following-sibling::string[1]')).toBe(ODD);
    expect(text('count(//key[.="Weekday"])')).toBe('2');
  });
});

/** Runs a script where it has a crontab and a cron of its own: others neither see nor lose anything. */
function withOwnCron(script: string, env: Readonly<Record<string, string>>): void {
  const begin = [
    'mount -t tmpfs tmpfs /var/spool/cron',
    'mkdir -m 1730 /var/spool/cron/crontabs && chgrp crontab /var/spool/cron/crontabs',
    'mount -t tmpfs tmpfs /run',
    'mount -t proc proc /proc',
    'cron',
    // cron notices a change by the second in which the folder was changed, so it must not be that of its start.
    'sleep 2',
  ];
  const args = ['--mount', '--pid', '--fork', '--kill-child', 'sh', '-c', [...begin, script].join(' && ')];
  const child = spawn(toolPath('unshare'), args, { env, stdio: 'ignore' });
  afterwards(() => void child.kill('SIGKILL'));
}

describe.skipIf(process.getuid?.() !== 0)('as root', () => {
  withPrograms(['cron', 'crontab', 'unshare'], 'cron', () => {
    test('shows the reminder at its time, through whatever the paths contain', async ({ someone }) => {
      const anna = someone();
      const [data, said] = [join(anna.home, ODD), join(anna.home, 'said')];
      mkdirSync(data);
      // cron has a PATH of its own, so the fake has to be in it, in place of the real one.
      const fake = join(anna.home, 'notify-send');
      install(anna.home, { 'notify-send': `for word; do last=$word; done; echo "$last" >> '${said}'` });
      const program = builtProgram.map((word) => `'${word}'`).join(' ');
      const script = [
        `touch /usr/bin/notify-send && mount --bind '${fake}' /usr/bin/notify-send`,
        `${program} plan remind daily "$(date -d '+75 seconds' +%H:%M)" --yes`,
        'sleep 180',
      ].join(' && ');
      const env = { PATH: process.env['PATH']!, HOME: anna.home, XDG_DATA_HOME: data };
      withOwnCron(script, { ...env, DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' });
      // cron looks at its tables when a minute begins.
      await pause(60_000);
      await until(() => existsSync(said), 'the reminder');
      expect(readFileSync(said, 'utf8')).toMatch(/^Next: .*To start, run: unspasm /);
    });
  });
});
