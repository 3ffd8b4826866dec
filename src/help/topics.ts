import type { Content } from '../content/content.ts';
import { HOOK_TOPIC, OWN_STRETCHES_TOPIC } from './formats.ts';
import type { Topic } from './render.ts';

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

export const HELP_TOPICS: Readonly<Record<string, Topic>> = {
  environment: {
    title: 'Environment variables that unspasm reads',
    about: 'the variables that unspasm reads',
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
      [
        'UNSPASM_DATA_DIR',
        'the folder for the journal, such as one that is synced. A path that is not absolute begins in your home folder.',
      ],
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
    about: 'what each exit code means',
    rows: [
      ['0', 'success. This includes a finished triage, whatever its result, and a session that ran to the end.'],
      [
        '1',
        "failure: a file couldn't be read or written, the input ended too early, nothing was found (an entry with that id, a session in progress, an answer in the guide), or log check found bad lines",
      ],
      ['2', 'wrong usage or bad input. Standard error says what to do.'],
      ['130', 'you left with Ctrl-C, Ctrl-D or Esc, or stopped a session early, or SIGINT stopped it'],
      ['143, 129', 'SIGTERM or SIGHUP stopped it'],
    ],
    closing: [
      'In scripts, read the level of a triage from its JSON: unspasm triage --answers FILE --json. With --json, the last line of standard error is the error as JSON. docs/json.md lists the fields of each document.',
    ],
  },
  files: {
    title: 'Files that unspasm saves',
    about: 'where your journal and settings are saved',
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
  'own-stretches': OWN_STRETCHES_TOPIC,
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
      ['Recipes', 'docs/recipes.md has lines to paste: breaks at login, cron, a phone, Slack, two laptops, a backup'],
    ],
  },
  hook: HOOK_TOPIC,
  import: {
    title: 'Importing from other apps',
    about: 'bring in a journal from another app',
    // They are in data/import-maps.json.
    rows: [],
    closing: [
      'A table from any other program can be imported too. Its header row may have our names: at or date and time, pain, note, medicine, areas, triggers, helped. Names such as "pain level", notes, comments, trigger, location and medication are understood too. For other names, use --map, or let unspasm log import ask you in a terminal.',
      'A number is only saved as pain if it rates pain. --scale 100 reads ratings from 0 to 100. A mood, or a scale with other words, can be kept as a note: --map note=Mood',
    ],
  },
  accessibility: {
    title: 'Accessibility',
    about: 'screen readers, few keys and speech',
    rows: [
      [
        'Screen reader',
        'With ACCESSIBLE=1 or --accessible, every question is plain numbered lines. Type a number and press Enter. b goes back to the previous page or question, q leaves, ? says what this is, and repeat says the question once more. A text or list that is longer than the window waits for Enter after each page; numbers that you type before its end are kept. What you answer is read back. Nothing is redrawn, framed or coloured. You can do all of triage this way.',
      ],
      [
        'Few keys',
        'one key answers each screen, and n means "none of these". b goes back, q or Esc goes one level up, and ? shows all keys. No question has a time limit.',
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
