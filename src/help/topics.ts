/** Help that is about no single command. */
export interface Topic {
  readonly title: string;
  readonly rows: readonly (readonly [name: string, text: string])[];
  readonly closing?: readonly string[];
}

export const HELP_TOPICS: Readonly<Record<string, Topic>> = {
  environment: {
    title: 'Environment variables that unspasm reads',
    rows: [
      ['UNSPASM_COUNTRY', 'your country as two letters, for its emergency number: GB, DE, US'],
      ['UNSPASM_ACCESSIBLE, ACCESSIBLE', 'plain numbered lines for a screen reader, as --accessible'],
      ['UNSPASM_NO_INPUT', 'never ask, as --no-input'],
      ['NO_COLOR', 'no colour, unless it is empty (https://no-color.org)'],
      ['FORCE_COLOR', 'colour everywhere; 0 for nowhere. Stronger than NO_COLOR'],
      ['CLICOLOR_FORCE, CLICOLOR', '1 forces colour; CLICOLOR=0 leaves it out. Weaker than NO_COLOR'],
      ['TERM', 'dumb: plain lines without any escape code; linux: ASCII alone'],
      ['LC_ALL, LC_CTYPE, LC_MESSAGES, LANG', 'whether more than ASCII can be shown, and a guess at the country'],
      ['TZ', 'the time zone, for the same guess'],
      ['COLUMNS, LINES', 'the size to write at where there is no window'],
      ['WT_SESSION, TERM_PROGRAM', 'on Windows: whether more than ASCII can be shown'],
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
      ['0', 'done. A triage that was finished is 0, whatever it found'],
      ['1', "it could not be done: a file that can't be read, input that ended midway"],
      ['2', 'wrong usage or bad input: what would be right stands on standard error'],
      ['130', 'left with Ctrl-C, Ctrl-D or Esc, or stopped by SIGINT'],
      ['143, 129', 'stopped by SIGTERM, by SIGHUP'],
    ],
    closing: ['For scripts, the level of a triage is in its JSON: unspasm triage --answers FILE --json'],
  },
  accessibility: {
    title: 'Accessibility',
    rows: [
      [
        'Screen reader',
        'ACCESSIBLE=1 or --accessible: every question is plain numbered lines, answered by typing a number and Enter. Nothing is redrawn, framed or coloured. All of triage can be done so',
      ],
      ['Few keys', 'one key answers a screen; n says "none of these"; nothing is timed'],
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
