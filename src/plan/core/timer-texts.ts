import { OperationError } from '../../errors.ts';
import { clockOf, type Schedule, shortDays } from './schedule.ts';

/** What a timer runs. */
export interface TimerCommand {
  /** The full path of a program. */
  readonly program: string;
  readonly args: readonly string[];
  /** Variables that it needs and that a timer wouldn't have by itself. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Refuses a command that would take more than one line of a timer: what follows a line break in a crontab or in a file
 * of systemd would be a line of its own.
 * @throws OperationError that names the word
 */
export function checkOneLine({ program, args, env }: TimerCommand): void {
  const word = [program, ...args, ...Object.values(env)].find((one) => /\p{Cc}/u.test(one));
  if (word === undefined) return;
  throw new OperationError(
    `no reminder can be set: the path ${JSON.stringify(word)} has a line break or another control character`,
    {
      code: 'bad-path',
      hint: 'use a path without it: rename the folder, or correct the variable that names it',
    },
  );
}

const ABOUT = 'A reminder to exercise, from unspasm. To remove it, run: unspasm plan remind off';

/**
 * The timer of systemd. A day that the computer was off isn't made up for: the next one has its own.
 * @param zone the time zone of the times; that of the computer by default
 */
export function systemdTimer(schedule: Schedule, zone?: string): string {
  return lines([
    `# ${ABOUT}`,
    '[Unit]',
    'Description=unspasm: time to exercise',
    '',
    '[Timer]',
    `OnCalendar=${[`${shortDays(schedule).join(',')} *-*-* ${clockOf(schedule)}:00`, ...(zone ? [zone] : [])].join(' ')}`,
    'AccuracySec=1min',
    '',
    '[Install]',
    'WantedBy=timers.target',
  ]);
}

/** What the timer of systemd starts. */
export function systemdService({ program, args, env }: TimerCommand): string {
  // systemd refuses programs with these in their path, and takes them as arguments of another.
  const words = /["'\\$]/.test(program) ? throughShell(program, args) : [program, ...args];
  return lines([
    `# ${ABOUT}`,
    '[Unit]',
    'Description=unspasm: time to exercise',
    '',
    '[Service]',
    'Type=oneshot',
    ...Object.entries(env).map(([name, value]) => `Environment=${forSystemd(`${name}=${value}`)}`),
    // A dollar sign begins a variable here, and not in the line above.
    `ExecStart=${words.map((word) => forSystemd(word).replaceAll('$', '$$$$')).join(' ')}`,
  ]);
}

/** The same command, with the program as an argument of a shell, which starts it in its own place. */
function throughShell(program: string, args: readonly string[]): string[] {
  return ['/bin/sh', '-c', 'exec "$0" "$@"', program, ...args];
}

// systemd reads backslashes as C does, and replaces what follows a percent sign.
function forSystemd(word: string): string {
  return `"${word.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('%', '%%')}"`;
}

/** The mark at the end of our line in a crontab. */
const CRON_MARK = '# unspasm: reminder to exercise';

/** A line of a crontab. `env` sets the variables in whatever shell the crontab names. */
export function cronLine({ days, hour, minute }: Schedule, { program, args, env }: TimerCommand): string {
  const set = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  // `env` would take a program with "=" in its path for a variable.
  const run = set.length > 0 && program.includes('=') ? throughShell(program, args) : [program, ...args];
  const words = [...(set.length > 0 ? ['/usr/bin/env', ...set] : []), ...run];
  // Without a backslash a percent sign would end the command.
  const command = words.map(forShell).join(' ').replaceAll('%', '\\%');
  return `${minute} ${hour} * * ${days.toSorted((a, b) => a - b).join(',')} ${command} ${CRON_MARK}`;
}

function forShell(word: string): string {
  return /^[\w@+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/**
 * A crontab with our line in place of an earlier one; every other line stays as it is.
 * @param line undefined to take ours away
 */
export function crontabWith(text: string, line: string | undefined): string {
  const others = text.split('\n').filter((one) => !isOurs(one));
  if (others.at(-1) === '') others.pop();
  const all = line === undefined ? others : [...others, line];
  return all.length === 0 ? '' : `${all.join('\n')}\n`;
}

/** Whether a crontab has our line. */
export function isInCrontab(text: string): boolean {
  return text.split('\n').some(isOurs);
}

function isOurs(line: string): boolean {
  return line.trimEnd().endsWith(CRON_MARK);
}

/** The agent of launchd. @param label its name */
export function launchAgent({ days, hour, minute }: Schedule, command: TimerCommand, label: string): string {
  const { program, args, env } = command;
  const times = days.flatMap((day) => [
    '    <dict>',
    ...[...entry('Weekday', day), ...entry('Hour', hour), ...entry('Minute', minute)].map((row) => `      ${row}`),
    '    </dict>',
  ]);
  const variables = Object.entries(env).flatMap(([name, value]) => [
    `    <key>${forXml(name)}</key>`,
    `    <string>${forXml(value)}</string>`,
  ]);
  return lines([
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
    `<!-- ${ABOUT} -->`,
    '<plist version="1.0">',
    '<dict>',
    '  <key>Label</key>',
    `  <string>${label}</string>`,
    '  <key>ProgramArguments</key>',
    '  <array>',
    ...[program, ...args].map((word) => `    <string>${forXml(word)}</string>`),
    '  </array>',
    ...(variables.length > 0 ? ['  <key>EnvironmentVariables</key>', '  <dict>', ...variables, '  </dict>'] : []),
    '  <key>StartCalendarInterval</key>',
    '  <array>',
    ...times,
    '  </array>',
    '</dict>',
    '</plist>',
  ]);
}

function entry(name: string, value: number): string[] {
  return [`<key>${name}</key>`, `<integer>${value}</integer>`];
}

function forXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The arguments of `schtasks` that make a task of Windows. @param name of the task */
export function scheduledTask(schedule: Schedule, { program, args }: TimerCommand, name: string): string[] {
  const run = [program, ...args].map((word) => (/[\s&^%()]/.test(word) ? `"${word}"` : word)).join(' ');
  const days = shortDays(schedule).map((day) => day.toUpperCase());
  return [...'/Create /F /SC WEEKLY /D'.split(' '), days.join(','), '/ST', clockOf(schedule), '/TN', name, '/TR', run];
}

function lines(all: readonly string[]): string {
  return `${all.join('\n')}\n`;
}
