import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Schedule } from '../plan/core/schedule.ts';
import {
  cronLine,
  crontabWith,
  isInCrontab,
  launchAgent,
  scheduledTask,
  systemdService,
  systemdTimer,
  type TimerCommand,
} from '../plan/core/timer-texts.ts';
import { type Ended, runToEnd } from './ask-program.ts';
import { zoneOfComputer, zoneOfShell } from './locale.ts';
import { type Environment, findProgram } from './programs.ts';
import { failed, reason, setByFiles, type TimerChange } from './timer-files.ts';
import { namesIn, textOf } from './lenient-files.ts';

/** A scheduler of the computer that can remind somebody. */
export interface Timer {
  readonly name: 'systemd' | 'launchd' | 'cron' | 'Task Scheduler';
  readonly changes: (schedule: Schedule, command: TimerCommand) => readonly TimerChange[];
  /** Sets the reminder in place of an earlier one, which stays where possible. @throws OperationError where that fails */
  readonly set: (schedule: Schedule, command: TimerCommand) => Promise<void>;
  /** Whether a reminder of ours is set. @throws OperationError where the scheduler doesn't say */
  readonly isSet: () => Promise<boolean>;
  /** Takes our reminder away. @throws OperationError where that fails */
  readonly remove: () => Promise<void>;
}

/** The schedulers of a computer. */
export interface Timers {
  /** The one to use, or why there is none. */
  readonly best: Timer | string;
  /** What has to be known before it is used: why it isn't the usual one, or why a reminder may come late or never. */
  readonly notes: readonly string[];
  /** Everything that may have a reminder of ours from an earlier time. */
  readonly all: readonly Timer[];
}

/** What is needed to find them. */
export interface TimerPlaces {
  readonly env: Environment;
  readonly platform: string;
  readonly home: string;
  /** Where Linux shows its processes. */
  readonly processes?: string;
}

const NAME = 'unspasm-exercise';
const LABEL = `local.${NAME}`;
const LIMIT_MS = 15_000;

/** Finds the schedulers of this computer: systemd before cron, as it needs no other service. */
export async function findTimers(places: TimerPlaces): Promise<Timers> {
  const { env, platform } = places;
  const run = (name: string) => runnerOf(name, env);
  if (platform === 'darwin') return only('launchd', run('launchctl'), env, (launchctl) => launchd(launchctl, places));
  if (platform === 'win32') return only('Task Scheduler', run('schtasks'), env, taskScheduler);
  const [systemctl, crontab] = [run('systemctl'), run('crontab')];
  const all = [...(systemctl ? [systemd(systemctl, places)] : []), ...(crontab ? [cron(crontab, env)] : [])];
  const refused = systemctl ? await whyNot(systemctl) : undefined;
  const best = all.find(({ name }) => name !== 'systemd' || refused === undefined);
  if (best === undefined)
    return { best: refused ?? 'neither systemctl nor crontab is installed on this computer', all, notes: [] };
  const isCron = best.name === 'cron';
  const notes = [
    ...(refused === undefined ? [] : [`${refused}, so cron is used`]),
    ...(isCron && !isCronRunning(places.processes) ? [NO_CRON] : []),
    // systemd can be told the zone, if it has a name.
    ...(isCron || zoneOfShell(env) === undefined ? zoneNotes(best.name, env) : []),
  ];
  return { best, all, notes };
}

const NO_CRON = "cron doesn't seem to be running on this computer. Until it does, no reminder comes";

/**
 * Whether something runs what is in a crontab, as far as that can be told: systemd may do so without a process for it,
 * and some computers hide the processes of others.
 */
function isCronRunning(processes = '/proc'): boolean {
  const first = nameOfProcess(processes, '1');
  if (first === undefined || first === 'systemd') return true;
  return namesIn(processes).some((pid) => /^\d+$/.test(pid) && nameOfProcess(processes, pid)?.includes('cron'));
}

function nameOfProcess(processes: string, pid: string): string | undefined {
  return textOf(join(processes, pid, 'comm'))?.trim();
}

/** A note where a scheduler has the time zone of the computer, and the user's shell another one. */
function zoneNotes(scheduler: string, env: Environment): string[] {
  if (!env['TZ'] || zoneOfShell(env) === zoneOfComputer()) return [];
  return [`${scheduler} uses the time zone of this computer, not that of your variable TZ (${env['TZ']})`];
}

type Run = (args: readonly string[], input?: string) => Promise<Ended>;

function runnerOf(name: string, env: Environment): Run | undefined {
  const program = findProgram([name], env);
  if (program === undefined) return undefined;
  return (args, input) => runToEnd({ program, args, env, limitMs: LIMIT_MS, ...(input !== undefined && { input }) });
}

function only(name: string, run: Run | undefined, env: Environment, make: (run: Run) => Timer): Timers {
  if (!run) return { best: `the program of ${name} isn't installed on this computer`, all: [], notes: [] };
  const timer = make(run);
  return { best: timer, all: [timer], notes: zoneNotes(name, env) };
}

// Where nobody has logged in, as in a container or after `su`, there is no systemd of this user.
async function whyNot(systemctl: Run): Promise<string | undefined> {
  const ended = await systemctl(['--user', 'show-environment']);
  return ended.code === 0 ? undefined : `systemctl --user doesn't work here (${reason(ended)})`;
}

function systemd(systemctl: Run, { env, home }: TimerPlaces): Timer {
  const folder = join(env['XDG_CONFIG_HOME'] || join(home, '.config'), 'systemd', 'user');
  const [timer, service] = [join(folder, `${NAME}.timer`), join(folder, `${NAME}.service`)];
  const changes: Timer['changes'] = (schedule, command) => [
    { where: timer, text: systemdTimer(schedule, zoneOfShell(env)) },
    { where: service, text: systemdService(command) },
  ];
  const user = (...args: string[]) => systemctl(['--user', ...args]);
  const load = async () => {
    const loaded = await user('daemon-reload');
    // A timer that runs already keeps its old times until it is started again.
    const enabled = loaded.code === 0 ? await user('enable', `${NAME}.timer`) : loaded;
    return enabled.code === 0 ? user('restart', `${NAME}.timer`) : enabled;
  };
  const remove = async () => {
    await user('disable', '--now', `${NAME}.timer`);
    for (const file of [timer, service]) rmSync(file, { force: true });
    await user('daemon-reload');
  };
  return {
    name: 'systemd',
    changes,
    set: (schedule, command) => setByFiles(changes(schedule, command), { name: 'systemctl --user', load, remove }),
    isSet: async () => existsSync(timer),
    remove,
  };
}

function launchd(launchctl: Run, { home }: TimerPlaces): Timer {
  const file = join(home, 'Library', 'LaunchAgents', `${LABEL}.plist`);
  const domain = `gui/${process.getuid?.() ?? 0}`;
  const changes: Timer['changes'] = (schedule, command) => [
    { where: file, text: launchAgent(schedule, command, LABEL) },
  ];
  const unload = () => launchctl(['bootout', `${domain}/${LABEL}`]);
  const load = async () => {
    await unload();
    return launchctl(['bootstrap', domain, file]);
  };
  const remove = async () => {
    await unload();
    rmSync(file, { force: true });
  };
  return {
    name: 'launchd',
    changes,
    set: (schedule, command) => setByFiles(changes(schedule, command), { name: 'launchctl', load, remove }),
    isSet: async () => existsSync(file),
    remove,
  };
}

// Without one of these, a program that cron starts finds no desktop to show anything on.
function withDesktop(command: TimerCommand, env: Environment): TimerCommand {
  const [runtime, bus] = [env['XDG_RUNTIME_DIR'], env['DBUS_SESSION_BUS_ADDRESS']];
  const found = runtime ? { XDG_RUNTIME_DIR: runtime } : { ...(bus && { DBUS_SESSION_BUS_ADDRESS: bus }) };
  return { ...command, env: { ...found, ...command.env } };
}

function cron(crontab: Run, env: Environment): Timer {
  const lineFor = (schedule: Schedule, command: TimerCommand) => cronLine(schedule, withDesktop(command, env));
  const write = async (line: string | undefined) => {
    const text = await readCrontab(crontab);
    const ended = await crontab(['-'], crontabWith(text, line));
    if (ended.code !== 0) throw failed('crontab', ended);
  };
  return {
    name: 'cron',
    changes: (schedule, command) => [{ where: 'your crontab', text: `${lineFor(schedule, command)}\n` }],
    set: (schedule, command) => write(lineFor(schedule, command)),
    isSet: async () => isInCrontab(await readCrontab(crontab)),
    remove: () => write(undefined),
  };
}

// What can't be read must not be replaced: the other lines are somebody else's.
async function readCrontab(crontab: Run): Promise<string> {
  const ended = await crontab(['-l']);
  if (ended.code === 0) return ended.stdout;
  if (/no crontab|no such file/i.test(ended.stderr)) return '';
  throw failed('crontab -l', ended);
}

function taskScheduler(schtasks: Run): Timer {
  return {
    name: 'Task Scheduler',
    changes: (schedule, command) => [
      { where: `the task ${NAME}`, text: `schtasks ${scheduledTask(schedule, command, NAME).join(' ')}\n` },
    ],
    set: async (schedule, command) => {
      const ended = await schtasks(scheduledTask(schedule, command, NAME));
      if (ended.code !== 0) throw failed('schtasks', ended);
    },
    isSet: async () => {
      const ended = await schtasks(['/Query', '/TN', NAME]);
      // It fails where there is no such task.
      if (ended.code === undefined) throw failed('schtasks', ended);
      return ended.code === 0;
    },
    remove: async () => {
      const ended = await schtasks(['/Delete', '/F', '/TN', NAME]);
      if (ended.code !== 0) throw failed('schtasks', ended);
    },
  };
}
