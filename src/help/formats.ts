import type { Topic } from './render.ts';

// The formats of what users write, or read with a program of their own.

/** A file of one's own stretches, as an example. */
export const OWN_STRETCHES = [
  'stretches:',
  '  - id: my-twist',
  '    name: Seated twist',
  '    ready: { cue: Sit upright on a chair., seconds: 15 }',
  '    round:',
  '      - { kind: hold, title: Hold, cue: Turn slowly., seconds: 15 }',
  '    sides: { cue: Come back to the middle., seconds: 5 }',
  'routines:',
  '  - id: my-routine',
  '    name: My routine',
  '    stretches: [cat-cow, my-twist, childs-pose]',
]
  .map((line) => `  ${line}`)
  .join('\n');

/** How to write stretches of one's own. */
export const OWN_STRETCHES_TOPIC: Topic = {
  title: 'Your own stretches and routines',
  about: 'add your own stretches and routines',
  rows: [
    [
      'File',
      'stretches.yaml in the folder of the settings (see unspasm config path), or stretches.json. Put a text with a comma or a colon in quotation marks.',
    ],
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
    ['stop', 'when to stop at once, in addition to the reasons that apply to every stretch'],
    ['steps, dose, care', 'what --print shows'],
    ['position', 'back, hands-knees, front, side, sitting or standing'],
    [
      'figure',
      'a pose that is built in, such as all-fours. If there is no such pose, the error names the closest one, or all of them.',
    ],
    ['routines', 'a list. Each one needs id, name and stretches (ids, yours or built-in ones), and maybe summary.'],
  ],
  closing: [
    'Warnings about your health and the first days come before your own stretches, too. A file with one of each:',
    OWN_STRETCHES,
  ],
};

/** What a hook gets to read. */
export const HOOK_TOPIC: Topic = {
  title: 'A command of your own that sessions run',
  about: 'run your own command during a session',
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
};
