import type { SessionsContent } from '../../content/session-types.ts';
import { BELL } from '../../terminal/escapes.ts';
import type { FullScreen } from '../../terminal/full-screen.ts';
import type { Glyphs } from '../../terminal/glyphs.ts';
import { isLaidOutAlike, type Layout, layOutSession, rowToRead, sessionRows } from '../views/frame.ts';
import type { Shown } from '../views/head.ts';
import type { Films } from './films.ts';
import type { OpenStage } from './stage.ts';

export interface ScreenStageOptions {
  readonly open: (onKey: (key: string) => void, onStale: () => void) => FullScreen;
  readonly films: Films;
  readonly words: SessionsContent;
  /** The warning signs weren't checked in this episode. */
  readonly unchecked?: true;
  readonly glyphs: Glyphs;
  /** Whether half-blocks can be shown. */
  readonly blocks: boolean;
  /** The codes of the terminal's notification. */
  readonly notification: (text: string) => Promise<string>;
}

/** Shows a session on a screen of its own, drawn once a second; what hasn't changed isn't written. */
export function screenStage(options: ScreenStageOptions): OpenStage {
  const { open, films, words, unchecked, glyphs, blocks, notification } = options;
  return (press, redraw) => {
    const screen = open(press, redraw);
    let isOpen = true;
    let last:
      | { readonly shown: Shown; readonly columns: number; readonly rows: number; readonly layout: Layout }
      | undefined;
    return {
      show: ({ session, now, pain, notice, notes, showsKeys }) => {
        const figure = films.figureAt(session, now);
        const shown = { session, now, words, notice, notes, unchecked, pain, showsKeys, figure };
        const { columns, rows } = screen.size();
        const look = { columns, rows, glyphs, blocks };
        const isSame = last && last.columns === columns && last.rows === rows && isLaidOutAlike(last.shown, shown);
        const layout = isSame && last ? last.layout : layOutSession(shown, look);
        last = { shown, columns, rows, layout };
        screen.draw(sessionRows(shown, look, layout), rowToRead(layout));
      },
      changesAt: ({ session, now }) => films.changesAt(session, now),
      ring: () => screen.write(BELL),
      notify: (text) => {
        void notification(text).then((codes) => isOpen && screen.write(codes));
      },
      close: () => {
        isOpen = false;
        screen.close();
      },
    };
  };
}
