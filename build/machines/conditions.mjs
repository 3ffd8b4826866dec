// What machines differ in. Each group is one respect; of each group a machine has one condition.
// `files` are the tests that a condition concerns: what is run when it has met the whole suite already.

const DAYS = [
  'test/journal',
  'test/report',
  'test/today',
  'test/triage',
  'test/sessions',
  'test/e2e/journal',
  'test/e2e/session',
  'test/e2e/report',
];
const STARTS = ['test/e2e', 'test/terminal', 'test/system', 'test/house'];
const PATHS = ['test/e2e/harness', 'test/e2e/completion', 'test/e2e/launcher', 'test/e2e/help', 'test/e2e/fault'];
const PLAYS = ['test/e2e/session', 'test/e2e/help', 'test/e2e/readme', 'test/system', 'test/fuzz'];
const ALL = ['test'];

const XDG = { XDG_CONFIG_HOME: '/nowhere/c', XDG_DATA_HOME: '/nowhere/d', XDG_STATE_HOME: '/nowhere/s' };
const OWN = {
  UNSPASM_DATA_DIR: '/nowhere/u',
  UNSPASM_COUNTRY: 'US',
  UNSPASM_NO_INPUT: '1',
  UNSPASM_NO_COLOR: '1',
  UNSPASM_DEBUG: '1',
};
const GERMAN = { LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8', LANGUAGE: 'de' };

export const GROUPS = {
  hour: {
    midnight: { hour: '00:05', files: DAYS },
    'half-past-midnight': { hour: '00:31', files: DAYS },
    night: { hour: '03:30', files: DAYS },
    noon: { hour: '12:00', files: DAYS },
    'last-minute': { hour: '23:59', files: DAYS },
  },
  day: {
    'this-day': { day: 'today', files: DAYS },
    'clocks-forward': { day: 'forward', files: DAYS },
    'clocks-back': { day: 'back', files: DAYS },
    'leap-day': { day: '02-29', files: DAYS },
    'new-years-eve': { day: '12-31', files: DAYS },
  },
  zone: Object.fromEntries(
    [
      'UTC',
      'Europe/Berlin',
      'America/New_York',
      'America/St_Johns',
      'Asia/Kolkata',
      'Australia/Lord_Howe',
      'Pacific/Apia',
    ].map((zone) => [zone, { zone, files: DAYS }]),
  ),
  owner: {
    'as-root': { user: false, files: STARTS },
    'as-user': { user: true, files: STARTS },
  },
  programs: {
    'fake-programs': { programs: 'fakes', files: PLAYS },
    'no-programs': { programs: 'none', files: PLAYS },
  },
  surroundings: {
    'lang-c': { env: { LANG: 'C', LC_ALL: 'C', NO_COLOR: '1' }, files: STARTS },
    german: { env: { ...GERMAN, ...XDG, ...OWN }, files: STARTS },
    'force-color': { env: { FORCE_COLOR: '3', COLORTERM: 'truecolor', CI: 'true' }, files: STARTS },
    accessible: {
      env: { ACCESSIBLE: '1', COLUMNS: '37', LINES: '7', DEBUG: '*', SSH_TTY: '/dev/pts/9' },
      files: STARTS,
    },
  },
  folder: {
    'plain-folder': { folder: 'unspasm', files: PATHS },
    spaces: { folder: 'my back & spine', files: PATHS },
    umlauts: { folder: 'Rückenschmerz', files: PATHS },
    apostrophe: { folder: "O'Brien", files: PATHS },
  },
  git: {
    'with-git': { git: true, files: PATHS },
    'no-git': { git: false, files: PATHS },
  },
  node: {
    'node-20.19.0': { node: '20.19.0', files: STARTS },
    'node-22': { node: '22', files: STARTS },
    'node-24': { node: '24', files: STARTS },
    'node-26': { node: '26', files: STARTS },
  },
  copies: {
    'one-copy': { copies: 1, files: ALL },
    'two-copies': { copies: 2, files: [...DAYS, 'test/e2e'] },
  },
};

/** Somebody who has just cloned it: the README's test command, with nothing installed or built before. */
export const NEWCOMER = 'newcomer';
export const NEWCOMER_CONDITIONS = ['half-past-midnight', 'as-user', 'no-programs', 'with-git'];

/** Programs that make sounds, speak, notify, keep a computer awake or open windows: no test may start one. */
export const LOUD_PROGRAMS = (
  'paplay pw-play aplay ffplay afplay play mpv spd-say espeak-ng espeak say festival notify-send terminal-notifier ' +
  'osascript zenity systemd-inhibit elogind-inhibit caffeinate gnome-session-inhibit xdg-open open gio sensible-browser firefox ' +
  'powershell pwsh'
).split(' ');

/** The group of a condition, and what it is. @throws where there is no such condition */
export function conditionNamed(name) {
  for (const [group, conditions] of Object.entries(GROUPS)) {
    if (Object.hasOwn(conditions, name)) return { group, name, ...conditions[name] };
  }
  const names = [NEWCOMER, ...Object.values(GROUPS).flatMap(Object.keys)];
  throw new Error(`"${name}" isn't a condition; there are: ${names.join(', ')}`);
}
