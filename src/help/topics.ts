import type { Content } from '../content/content.ts';

/** Help about more than one command. */
export interface Topic {
  readonly title: string;
  /** What it is about, where its name doesn't say so. */
  readonly about?: string;
  readonly rows: readonly (readonly [name: string, text: string])[];
  /** Paragraphs; lines that begin with a space are kept as they are. */
  readonly closing?: readonly string[];
}

/** The topics with all of their rows: some come from the data. */
export function filledTopics(content: Content): Readonly<Record<string, Topic>> {
  const apps = content
    .importMaps()
    .map(
      ({ id, name, export: how, about, offer }) =>
        [`${name} (--app ${id})`, [how, about, offer?.text].filter(Boolean).join(' ')] as const,
    );
  return { ...HELP_TOPICS, import: { ...HELP_TOPICS['import']!, rows: apps } };
}

/** A file of one's own stretches, as an example. */
export const OWN_STRETCHES = [
  'stretches:',
  '  - id: my-twist',
  '    name: Seated twist',
  '    ready: { cue: Sit upright on a chair., seconds: 15 }',
  '    round:',
  '      - { kind: hold, title: Hold, cue: Turn slowly to the side., seconds: 15 }',
  '    sides: { cue: Come back to the middle., seconds: 5 }',
  'routines:',
  '  - id: my-routine',
  '    name: My routine',
  '    stretches: [cat-cow, my-twist, childs-pose]',
]
  .map((line) => `  ${line}`)
  .join('\n');

export const HELP_TOPICS: Readonly<Record<string, Topic>> = {
  environment: {
    title: 'Environment variables that unspasm reads',
    rows: [
      [
        'UNSPASM_COUNTRY',
        'your country, for its emergency number and its paper: a name or two letters, such as GB, DE or US',
      ],
      ['UNSPASM_ACCESSIBLE, ACCESSIBLE', 'plain numbered lines for a screen reader, like --accessible'],
      ['UNSPASM_NO_INPUT', 'never ask, like --no-input'],
      ['NO_COLOR', 'no colour, unless it is empty (https://no-color.org)'],
      ['FORCE_COLOR', 'colour everywhere, or nowhere if it is 0. It overrides NO_COLOR.'],
      [
        'CLICOLOR_FORCE, CLICOLOR',
        'CLICOLOR_FORCE=1 always uses colour, and CLICOLOR=0 uses none. NO_COLOR overrides both.',
      ],
      [
        'TERM',
        'dumb: plain lines without escape codes. linux: ASCII and blocks only. It also says which notifications work, and whether figures are made of dots.',
      ],
      ['LC_ALL, LC_CTYPE, LC_MESSAGES, LANG', 'whether more than ASCII can be shown, and a guess at the country'],
      ['LC_ALL, LC_TIME, LANG', 'a clock with 12 or 24 hours, and the first day of the week'],
      ['TZ', 'the time zone, for the same guess'],
      ['COLUMNS, LINES', 'the size to use when there is no window'],
      ['WT_SESSION, TERM_PROGRAM', 'on Windows, whether more than ASCII can be shown, and which notifications work'],
      [
        'KITTY_WINDOW_ID, KONSOLE_VERSION, VTE_VERSION, TMUX, TMUX_PANE, STY',
        'which notifications the terminal can show, where the desktop shows none, and whether figures are made of dots',
      ],
      [
        'DBUS_SESSION_BUS_ADDRESS, XDG_RUNTIME_DIR, WSL_DISTRO_NAME, WSL_INTEROP',
        'how to reach the desktop, for notifications and breaks',
      ],
      [
        'SSH_CONNECTION, SSH_CLIENT, SSH_TTY',
        'if set, no other program speaks, plays sounds or shows notifications, because you are at another computer',
      ],
      [
        'PATH, PATHEXT',
        'where to look for the programs that speak, play sounds, show notifications and keep the computer awake',
      ],
      [
        'DISPLAY, WAYLAND_DISPLAY, XDG_SESSION_ID',
        'how to ask the computer whether somebody is at the keyboard, for breaks',
      ],
      ['SHELL', 'the shell that runs a hook (see unspasm help hook)'],
      ['UNSPASM_DATA_DIR', 'the folder for the journal, such as one that is synced'],
      [
        'XDG_DATA_HOME, XDG_CONFIG_HOME, XDG_STATE_HOME',
        'where the journal, the settings, and the backups and internal files are saved. Relative paths are ignored.',
      ],
      ['HOME, USERPROFILE, LOCALAPPDATA', 'used when the XDG variables are not set, and to find fonts for a PDF'],
      ['WINDIR', 'on Windows, where the fonts for a PDF are'],
    ],
    closing: [
      'ACCESSIBLE and the UNSPASM_ variables that turn something on do nothing if they are empty, 0 or false. An option on the command line overrides any variable.',
    ],
  },
  'exit-codes': {
    title: 'Exit codes',
    rows: [
      ['0', 'success. This includes a finished triage, whatever its result, and a session that ran to the end.'],
      ['1', "failure: a file couldn't be read, the input ended too early, or the guide has no answer"],
      ['2', 'wrong usage or bad input. Standard error says what to do.'],
      ['130', 'you left with Ctrl-C, Ctrl-D or Esc, or stopped a session early, or SIGINT stopped it'],
      ['143, 129', 'SIGTERM or SIGHUP stopped it'],
    ],
    closing: ['In scripts, read the level of a triage from its JSON: unspasm triage --answers FILE --json'],
  },
  files: {
    title: 'Files that unspasm saves',
    rows: [
      ['~/.local/share/unspasm/journal/', 'the journal: one file per device. Lines are only ever added.'],
      ['~/.config/unspasm/config.json', 'the settings'],
      [
        '~/.config/unspasm/stretches.yaml',
        'your own stretches and routines, if you write any: see unspasm help own-stretches',
      ],
      [
        '~/.local/state/unspasm/',
        'backups, the id of this device, sessions in progress (the small file "session" is for prompts and status bars), breaks that are on, reminders, your profile, and safety questions that you answered',
      ],
    ],
    closing: [
      'On macOS they are in ~/Library/Application Support/unspasm, and on Windows in %LOCALAPPDATA%\\unspasm. To see where, run unspasm log path and unspasm config path. To change it, see unspasm help environment. Only you can read these files.',
    ],
  },
  'own-stretches': {
    title: 'Your own stretches and routines',
    rows: [
      ['File', 'stretches.yaml in the folder of the settings (see unspasm config path), or stretches.json'],
      ['stretches', 'a list. Each one needs id, name, ready and round.'],
      ['id', 'what you type, such as my-twist. It must not be the name of one that is built in.'],
      [
        'ready',
        'how to get into position: cue (a sentence that is read aloud), and maybe title, seconds (15 to 120) and figure',
      ],
      [
        'round',
        'one to four steps. Each one needs kind (hold or move), title, cue and seconds (3 to 180), and maybe most (the longest it can be made) and figure.',
      ],
      ['sides', 'if each round is done on both sides: the cue and the seconds to change over'],
      ['between', 'the cue and the seconds between two rounds'],
      ['rounds', 'usual, min and max: how often it is done, from 1 to 10'],
      ['stop', 'when to stop at once, beside the reasons that hold for every stretch'],
      ['steps, dose, care', 'what --print shows'],
      ['position', 'back, hands-knees, front, side, sitting or standing'],
      ['figure', 'a pose that is built in, such as all-fours. A mistake there lists them all.'],
      ['routines', 'a list. Each one needs id, name and stretches (ids, yours or built-in ones), and maybe summary.'],
    ],
    closing: [
      'Warnings about your health and the first days come before your own stretches, too. For example:',
      OWN_STRETCHES,
    ],
  },
  shell: {
    title: 'Your shell, tmux and status bars',
    about: 'Tab, your prompt, tmux and status bars',
    rows: [
      ['Tab', 'unspasm completion bash, zsh, fish or powershell prints a script that completes what you type'],
      [
        'Your prompt or status bar',
        'unspasm init bash, zsh, fish, tmux, starship or waybar prints what to paste to show the session in progress there',
      ],
      [
        'In your own words',
        'unspasm status --format "{icon} {name} {left}" prints the session in progress, and nothing without one',
      ],
      [
        '~/.local/state/unspasm/session',
        'the session in progress as a small file that a shell can read: a name and a value on each line, such as left=452. It is there as long as the session is. docs/session-state.md describes it.',
      ],
      [
        'Beside your work',
        'ice, heat, contrast and walk have --background. unspasm attach, stop, pause, resume, done and extend then act on the session from any terminal.',
      ],
    ],
  },
  hook: {
    title: 'A command of your own that sessions run',
    rows: [
      [
        'unspasm config set hook COMMAND',
        'During ice, heat, contrast, walk and stretch, your shell runs this command for each event. It reads a JSON document of one line from its standard input. The session never waits for it, its output is thrown away, and it is ended after 30 seconds. If it fails, the session tells you once. It runs with --quiet and --no-save as well. To remove it, run: unspasm config reset hook',
      ],
      [
        'unspasm config set hook "jq -r .text | curl -sfd @- https://ntfy.sh/TOPIC"',
        'sends a push message by ntfy. Anybody who knows the topic can read it.',
      ],
      [
        'unspasm config set hook "jq \'{text}\' | curl -sf --json @- ADDRESS"',
        'writes to Slack, by the address of an incoming webhook',
      ],
      [
        'event',
        "start: the first step after getting ready begins, or an interrupted session continues. half: half of a step of three minutes or more is over. check: look at your skin, or answer that you are awake. alarm: the time is over, or a check hasn't been answered. It comes again each time that the alarm sounds. end: the session is over, and its alarm has been answered.",
      ],
      ['text', 'what unspasm says at that moment, after the name of the session'],
      ['at', 'when that was, in ISO 8601 with the offset of your time zone, like all times here'],
      ['resumed', 'of a start: whether an interrupted session continues'],
      ['needsAnswer', 'of a check: whether it sounds as an alarm until somebody answers'],
      ['repeats', 'of an alarm: how often it has sounded before'],
      ['ended', 'of an end: done, stopped, hurt, or interrupted by a signal, such as that of a closed window'],
      [
        'session',
        'therapy, name, state (running, paused or over), secondsLeft, startedAt, endsAt (null while paused), step (number, of, kind, title, side) and saved (false with --no-save)',
      ],
      ['schemaVersion', '1, as in all JSON of unspasm'],
    ],
    closing: [
      'A script chooses what it wants: its first line may be text=$(jq -r \'select(.event == "alarm").text\'). A session that is killed, or a computer without power, sends no end.',
    ],
  },
  import: {
    title: 'Importing from other apps',
    // They are in data/import-maps.json.
    rows: [],
    closing: [
      'A table from any other program can be imported too. Its header row may have our names: at or date and time, pain, note, medicine, areas, triggers, helped. Names such as "pain level", notes, comments, trigger, location and medication are understood too. For other names, use --map, or let unspasm log import ask you in a terminal.',
      'A number is only saved as pain if it rates pain. --scale 100 reads ratings from 0 to 100. A mood, or a scale with other words, can be kept as a note: --map note=Mood',
    ],
  },
  accessibility: {
    title: 'Accessibility',
    rows: [
      [
        'Screen reader',
        'With ACCESSIBLE=1 or --accessible, every question is plain numbered lines. Type a number and press Enter. b goes back to the previous page or question, q leaves, and ? repeats. A text that is longer than the window waits for Enter after each page. Nothing is redrawn, framed or coloured. You can do all of triage this way.',
      ],
      [
        'Few keys',
        'one key answers each screen, and n means "none of these". b goes back, and q or Esc leaves. In a session, ? shows all keys. No question has a time limit.',
      ],
      [
        'Sessions',
        'ice, heat, contrast, walk and stretch continue by themselves. They announce each step, halfway, the last minute and the end, line by line. --speak reads them aloud, --slow gives more time, and --no-motion keeps the figures still. For a key, type its letter and press Enter. t tells you how much time is left.',
      ],
      [
        'Held keys',
        'an answer counts once the keyboard has been still for a tenth of a second, so a held key never answers two screens',
      ],
      [
        'Colour',
        "colour never carries meaning by itself. NO_COLOR=1 or --no-color turns it off. Only the terminal's own 16 colours are used, apart from one for what moves.",
      ],
      ['Letters', '--ascii writes only plain ASCII'],
      [
        'Without questions',
        'unspasm triage --answers FILE takes the answers from a file. unspasm medicines --print and unspasm guide only show text.',
      ],
    ],
  },
};
