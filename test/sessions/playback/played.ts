import { vi } from 'vitest';
import { play } from '../../../src/sessions/playback/play.ts';
import { screenStage } from '../../../src/sessions/playback/screen-stage.ts';
import type { Scene } from '../../../src/sessions/playback/stage.ts';
import { wallClock } from '../../../src/runtime.ts';
import { makeGlyphs } from '../../../src/terminal/glyphs.ts';
import { openFullScreen } from '../../../src/terminal/full-screen.ts';
import { PLAIN } from '../../../src/terminal/style.ts';
import { WORDS } from '../scripts.ts';
import type { Run } from '../stepping.ts';
import { FakeTerminal, HOST } from '../../terminal/fake-terminal.ts';
import { type Outcome, passes, settled, type Shown } from '../../terminal/shown.ts';

/**
 * Plays a session on from where a run of it is; its answer is the keys that reached it. Time has to be faked.
 * @param holds whether a moment is still the one at the beginning
 */
export function played({ session, now }: Run, holds: (scene: Scene) => boolean): Shown {
  vi.setSystemTime(now);
  const terminal = new FakeTerminal();
  const { stdin, screen } = terminal;
  const keys: string[] = [];
  const looks = { style: PLAIN, color: false, host: HOST, spell: undefined };
  const openStage = screenStage({
    open: (onKey, onStale) => {
      const take = (key: string) => {
        keys.push(key);
        onKey(key);
      };
      return openFullScreen({ stdin, screen, ...looks, onKey: take, onStale });
    },
    films: { figureAt: () => undefined, changesAt: () => undefined },
    words: WORDS,
    glyphs: makeGlyphs(true),
    blocks: true,
    notification: () => Promise.resolve(''),
  });
  let scene: Scene | undefined;
  let outcome: Outcome | undefined;
  const over = play(
    { session, signals: [] },
    {
      clock: wallClock,
      waitPolicy: { canAnswer: true, linger: 8000 },
      openStage: (press, stale) => {
        const stage = openStage(press, stale);
        const show: typeof stage.show = (shown, signals) => {
          scene = shown;
          stage.show(shown, signals);
        };
        return { ...stage, show };
      },
      announce: () => undefined,
      save: () => {},
      notes: () => [],
      lateNotes: () => '',
    },
  );
  over.then(
    ({ left }) => (outcome = left === 'stop' ? 'left' : { answer: keys }),
    (error: Error) => (outcome = { answer: error }),
  );
  return {
    send: (bytes) => terminal.send(bytes),
    end: () => terminal.stdin.emit('end'),
    passes,
    isUntouched: () => keys.length === 0 && holds(scene!),
    outcome: () => outcome ?? (keys.length > 0 ? { answer: keys } : 'open'),
    isOver: () => outcome !== undefined,
    close: async () => {
      if (outcome === undefined) terminal.send('\u0003');
      await settled();
      terminal.close();
    },
  };
}
