import type { Scene } from '../../../src/sessions/playback/stage.ts';
import { stretchScript, therapyScript } from '../../sessions/scripts.ts';
import { MINUTE, Run, SECOND } from '../../sessions/stepping.ts';
import { chords, COMMON, type Screen } from './prompts.ts';
import { played } from '../../sessions/playback/played.ts';

const KEYS = chords(`${COMMON} h q w p b n + j ? 0 1 6 alt+h alt+q super+q ctrl+q`);
const RATINGS = chords(`${COMMON} 0 1 1 2 3 4 5 6 7 8 9 alt+6 super+6`);

/** Moments of a session, and by what they are known. */
const MOMENTS: readonly (readonly [string, Run, (scene: Scene) => boolean, typeof KEYS])[] = [
  [
    'a session that gets ready',
    new Run(therapyScript('ice')),
    ({ session }) => session.begunAt === undefined && !session.paused,
    KEYS,
  ],
  [
    'a session where the pain is rated',
    new Run(therapyScript('ice')),
    ({ pain, session }) => pain === undefined && session.begunAt === undefined,
    RATINGS,
  ],
  [
    'a session that runs',
    new Run(therapyScript('ice', { minutes: 20 })).ready().lives(5 * MINUTE),
    ({ session }) => session.at === 1 && !session.paused && !session.ended,
    KEYS,
  ],
  [
    'the alarm',
    new Run(therapyScript('ice', { minutes: 10 })).ready().lives(10 * MINUTE + SECOND),
    ({ session }) => session.alarm !== undefined,
    KEYS,
  ],
  [
    'a session where it hurts',
    new Run(stretchScript(['knee-to-chest', 'cat-cow'])).ready().lives(SECOND).does('hurts'),
    ({ session }) => session.paused?.why === 'hurt',
    KEYS,
  ],
];

/** The screens of a session. Their answer is the keys that reached it. */
export const SESSIONS: readonly Screen[] = MOMENTS.map(([name, run, holds, keys]) => ({
  name,
  open: () => played(run, holds),
  keys,
  after: (key) => ({ answer: [key] }),
  follows: (answer, { has }) => (answer as string[]).every((key) => has(key)),
  takesText: false,
}));
