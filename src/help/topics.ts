/** Help about more than one command. */
export interface Topic {
  readonly title: string;
  readonly rows: readonly (readonly [name: string, text: string])[];
  readonly closing?: readonly string[];
}

export const HELP_TOPICS: Readonly<Record<string, Topic>> = {
  environment: {
    title: 'Environment variables that unspasm reads',
    rows: [
      ['UNSPASM_COUNTRY', 'your country, for its emergency number: a name or two letters, such as GB, DE, US'],
      ['UNSPASM_ACCESSIBLE, ACCESSIBLE', 'plain numbered lines for a screen reader, as --accessible'],
      ['UNSPASM_NO_INPUT', 'never ask, as --no-input'],
      ['NO_COLOR', 'no colour, unless it is empty (https://no-color.org)'],
      ['FORCE_COLOR', 'colour everywhere; 0 for nowhere. Stronger than NO_COLOR'],
      ['CLICOLOR_FORCE, CLICOLOR', '1 forces colour; CLICOLOR=0 leaves it out. Weaker than NO_COLOR'],
      ['TERM', 'dumb: plain lines without any escape code; linux: ASCII alone; which notification is understood'],
      ['LC_ALL, LC_CTYPE, LC_MESSAGES, LANG', 'whether more than ASCII can be shown, and a guess at the country'],
      ['TZ', 'the time zone, for the same guess'],
      ['COLUMNS, LINES', 'the size to write at where there is no window'],
      [
        'WT_SESSION, TERM_PROGRAM',
        'on Windows: whether more than ASCII can be shown; which notification is understood',
      ],
      [
        'KITTY_WINDOW_ID, KONSOLE_VERSION, VTE_VERSION, TMUX, STY',
        'which notification the terminal understands, for the alarm of a session',
      ],
      [
        'SSH_CONNECTION, SSH_CLIENT, SSH_TTY',
        'set: no speech and no sound by programs, as nobody is there to hear them',
      ],
      ['PATH, PATHEXT', 'where programs are looked for that speak, sound and keep the computer awake'],
      ['UNSPASM_DATA_DIR', 'the folder that the journal is kept in, for one that is synced, say'],
      [
        'XDG_DATA_HOME, XDG_CONFIG_HOME, XDG_STATE_HOME',
        'where the journal, the settings, and the backups with what it notes about itself are kept; relative paths are ignored',
      ],
      ['HOME, USERPROFILE, LOCALAPPDATA', 'where they are kept else'],
    ],
    closing: ['Set means: not empty, not 0, not false. An option on the command line is stronger than any of them.'],
  },
  'exit-codes': {
    title: 'Exit codes',
    rows: [
      ['0', 'done. A triage that was finished is 0, whatever it found; a session that ran to its end'],
      [
        '1',
        "it could not be done: a file that can't be read, input that ended midway; a question that the guide does not answer",
      ],
      ['2', 'wrong usage or bad input: what would be right stands on standard error'],
      ['130', 'left with Ctrl-C, Ctrl-D or Esc, or stopped by SIGINT; a session that was stopped before its end'],
      ['143, 129', 'stopped by SIGTERM, by SIGHUP'],
    ],
    closing: ['For scripts, the level of a triage is in its JSON: unspasm triage --answers FILE --json'],
  },
  files: {
    title: 'Files that unspasm keeps',
    rows: [
      ['~/.local/share/unspasm/journal/', 'the journal: one file a device, to which lines are only ever added'],
      ['~/.config/unspasm/config.json', 'the settings'],
      [
        '~/.local/state/unspasm/',
        'backups, and what it notes about itself: the id of this device, sessions that run, checks that were passed',
      ],
    ],
    closing: [
      'On macOS they are in ~/Library/Application Support/unspasm, on Windows in %LOCALAPPDATA%\\unspasm. unspasm log path and unspasm config path show where; unspasm help environment names the variables that change it. Nobody but you can read them.',
    ],
  },
  accessibility: {
    title: 'Accessibility',
    rows: [
      [
        'Screen reader',
        'ACCESSIBLE=1 or --accessible: every question is plain numbered lines, answered by typing a number and Enter; back goes to the question before, and quit ends. Nothing is redrawn, framed or coloured. All of triage can be done so',
      ],
      ['Few keys', 'one key answers a screen; n says "none of these"; no question is timed'],
      [
        'Sessions',
        'ice, heat, contrast, walk and stretch go on by themselves, and are told line by line: each step, half, the last minute, the end. --speak reads them aloud, --slow gives more time, --no-motion lets figures stand still. Keys are typed as a letter and Enter; t tells how much time is left',
      ],
      [
        'Held keys',
        'an answer counts once the keyboard is still for a tenth of a second, so that a held key never answers two screens',
      ],
      [
        'Colour',
        "never carries a meaning by itself; NO_COLOR=1 or --no-color leaves it out. Only the terminal's own 16 colours are used",
      ],
      ['Letters', '--ascii writes nothing but plain ASCII'],
      [
        'Without questions',
        'unspasm triage --answers FILE decides from a file; medicines --print and guide only show text',
      ],
    ],
  },
};
