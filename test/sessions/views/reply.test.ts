import { describe, expect, it } from 'vitest';
import { commandMeans } from '../../../src/sessions/core/commands.ts';
import { refusalWords } from '../../../src/sessions/views/reply.ts';
import { therapyScript } from '../scripts.ts';
import { Run } from '../stepping.ts';

/** Why a session can't be paused now, as somebody reads it. */
function whyNoPause({ session }: Run): string {
  const meaning = commandMeans({ name: 'pause' }, session);
  if (!('refusal' in meaning)) throw new Error('it can be paused');
  const { message, hint } = refusalWords(meaning.refusal, session);
  return `${message}: ${hint}`;
}

describe('a pause', () => {
  it('is refused for a session that has not begun with how to begin it', () => {
    const waiting = new Run(therapyScript('ice')).waits();
    expect(whyNoPause(waiting)).toBe("ice hasn't started yet: to start it, run: unspasm done");
  });

  it('is refused for one that is paused with how to continue it', () => {
    const paused = new Run(therapyScript('ice')).ready().does('pause');
    expect(whyNoPause(paused)).toBe('ice is paused already: to continue, run: unspasm resume');
  });
});
