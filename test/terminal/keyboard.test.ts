import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { therapyScript } from '../sessions/scripts.ts';
import { MINUTE, Run, SECOND, START } from '../sessions/stepping.ts';
import { played } from '../sessions/playback/played.ts';
import { asked, SIGNS } from './asked.ts';
import { fakeTime, type Outcome, type Shown } from './shown.ts';

const ESC = '\u001B';
const RUN = new Run(therapyScript('ice', { minutes: 10 })).ready().lives(10 * MINUTE + SECOND);
const alarm = () => played(RUN, ({ session }) => session.alarm !== undefined);

beforeEach(() => fakeTime(START));
afterEach(() => void vi.useRealTimers());

/** Pieces that arrive one after another, and numbers: the milliseconds that go by between them. */
type Arriving = readonly (string | Uint8Array | number)[];

/** What comes of a screen when these arrive, and nothing follows for a while. */
async function after(screen: Shown, ...arriving: Arriving): Promise<Outcome> {
  for (const one of [...arriving, 900]) {
    if (typeof one === 'number') await screen.passes(one);
    else screen.send(Buffer.from(one as string));
  }
  const outcome = screen.outcome();
  await screen.close();
  return outcome;
}

const pasted = (text: string) => `${ESC}[200~${text}${ESC}[201~`;

describe('a pasted text', () => {
  test.each(['n', 'y\r', ' \r', 'q', '\u007F'])('answers no checklist: %j', async (text) => {
    expect(await after(asked.checklist(), pasted(text))).toBe('open');
  });

  test.each(['3', '10', '3\r', 'j\r'])('answers no question: %j', async (text) => {
    expect(await after(asked.choice(), pasted(text))).toBe('open');
    expect(await after(asked.choice(), '1', 200, pasted(text))).toEqual({ answer: 'pain-1' });
  });

  test('says nothing to a session, and leaves its alarm on', async () => {
    const screen = alarm();
    screen.send(Buffer.from(pasted('q')));
    await screen.passes(900);
    expect(screen.isUntouched()).toBe(true);
    await screen.close();
  });

  test.each([
    ['no\nit hurts', 'no it hurts'],
    ['n', 'n'],
    ['a\tb\r\nc\u2028d', 'a b c d'],
    ['q\u0003\u001A', 'q'],
  ])('is text in a line: %j', async (text, line) => {
    expect(await after(asked.text(), pasted(text), 200, '\r')).toEqual({ answer: line });
  });

  test('goes on with what was typed, and is searched for', async () => {
    expect(await after(asked.text(), 'no, ', pasted('it hurts'), 200, '\r')).toEqual({ answer: 'no, it hurts' });
    expect(await after(asked.search(), 'what ', pasted('is\nheat'), 200, '\r')).toEqual({
      answer: { id: 'what is heat for' },
    });
  });

  test('that comes as keys goes on after its line breaks', async () => {
    const typed = 'numb legs\rsince friday';
    expect(await after(asked.text(), typed, 200, '\r')).toEqual({ answer: 'numb legs since friday' });
    expect(await after(asked.search(), typed, 200, '\r')).toEqual({ answer: { typed: 'numb legs since friday' } });
  });

  test('that has no end is given up, and can be left before that', async () => {
    expect(await after(asked.text(), `${ESC}[200~it hurts`, 3000, '\r')).toEqual({ answer: 'it hurts' });
    for (const leave of ['\u0003', `${ESC}[99;5u`, `${ESC}[27;5;99~`, `${ESC}[99;5u${ESC}[99;5:3u`])
      expect(await after(asked.text(), `${ESC}[200~it hurts`, leave)).toBe('left');
  });
});

/** A letter with a modifier, as each protocol sends it. */
const HELD = [
  ...['n', '3', 'y'].flatMap((key) => [
    ESC + key,
    `${ESC}[${key.charCodeAt(0)};3u`,
    `${ESC}[27;3;${key.charCodeAt(0)}~`,
  ]),
  ...['n', '3', 'y'].flatMap((key) => [`${ESC}[${key.charCodeAt(0)};5u`, `${ESC}[27;5;${key.charCodeAt(0)}~`]),
  ...['n', '3', 'y'].flatMap((key) => [`${ESC}[${key.charCodeAt(0)};9u`, `${ESC}[${key.charCodeAt(0)};33u`]),
  '\u000E',
  '\u0019',
  `${ESC}[78;49;110;1;2;1_`,
  `${ESC}[78;49;14;1;8;1_`,
  `${ESC}[110;7u`,
  `${ESC}\u000E`,
];

describe('a key that comes twice, as from a trembling hand', () => {
  const NONE = { answer: { signs: [], unsure: [], shown: SIGNS } };

  test('answers no list after the screen before it, whatever that was', async () => {
    expect(await after(asked.noThenChecklist(), 'n', 250, 'n')).toBe('open');
    expect(await after(asked.noThenChecklist(), 'n', 250, 'n', 399, 'n')).toBe('open');
    expect(await after(asked.noThenChecklist(), 'n', 400, 'n')).toEqual(NONE);
  });

  test.each(['\u007F', '\u0008', `${ESC}[127;5u`])('deletes a word, and leaves no line: %j', async (erases) => {
    expect(await after(asked.search(), 'h', 200, erases, 200, '\u007F', 399, '\u007F')).toBe('open');
    expect(await after(asked.search(), 'h', 200, erases, 400, '\u007F')).toBe('left');
  });
});

describe('a letter that is held with Alt, Ctrl or Super', () => {
  test.each(HELD)('is not the letter: %j', async (sent) => {
    expect(await after(asked.checklist(), sent)).toBe('open');
    // Nor does it mark anything.
    expect(await after(asked.checklist(), sent, 200, '\r')).toBe('open');
    expect(await after(asked.choice(), sent)).toBe('open');
    expect(await after(asked.text(), 'ice', sent, 200, '\r')).toEqual({ answer: 'ice' });
  });

  test.each(['\u0017', `${ESC}[119;5u`, `${ESC}[27;5;119~`, `${ESC}\u007F`, `${ESC}[127;3u`])(
    'erases a word where it does so at a shell: %j',
    async (sent) => {
      expect(await after(asked.text(), 'it hurts', sent, 200, '\r')).toEqual({ answer: 'it' });
    },
  );

  test.each([`${ESC}[122;7u`, `${ESC}\u001A`])('stops no program behind our back: %j', async (sent) => {
    const kill = vi.spyOn(process, 'kill').mockReturnValue(true);
    await after(asked.text(), sent);
    expect(kill).not.toHaveBeenCalled();
    kill.mockRestore();
  });

  test.each([`${ESC}\r`, `${ESC}[13;3u`, `${ESC}[27;3u`, `${ESC}[1;5D`, `${ESC}[1;3D`])(
    'and Enter, Esc or an arrow with it is none of them: %j',
    async (sent) => {
      expect(await after(asked.text(), sent)).toBe('open');
      expect(await after(asked.choice(), 'j', 200, sent)).toBe('open');
    },
  );
});

describe('the 1 that waits for the 0 of a 10', () => {
  test.each([
    ['1', 300, '0'],
    ['1', 40, '0'],
    [`${ESC}[49u`, 10, `${ESC}[49;1:3u`, 300, `${ESC}[48u`],
    ['1', 200, `${ESC}[I`, `${ESC}[<35;10;10M`, 200, '0'],
    [`${ESC}[57400u`, 300, `${ESC}[57399u`],
  ])('gets it, whatever the terminal reports meanwhile: %j %j %j', async (...arriving) => {
    expect(await after(asked.choice(), ...arriving)).toEqual({ answer: 'pain-10' });
  });

  test.each([`${ESC}0`, `${ESC}[48;5u`, `${ESC}[48;9u`, `${ESC}[15~`])(
    'is given up for a key that isn’t the 0: %j',
    async (sent) => {
      expect(await after(asked.choice(), '1', 300, sent)).toBe('open');
    },
  );

  test('is given up for the way back, or out', async () => {
    expect(await after(asked.choice(), '1', 300, `${ESC}[D`)).toEqual({ answer: 'back' });
    expect(await after(asked.choice(), '1', 300, ESC, 500)).toBe('left');
    expect(await after(asked.choice(), '1', 300, '\u0003')).toBe('left');
  });

  test('is a 1 when the terminal only reports something', async () => {
    expect(await after(asked.choice(), '1', 300, `${ESC}[O`, 300, `${ESC}[49;1:3u`)).toEqual({ answer: 'pain-1' });
  });
});

describe('a letter of UTF-8 that is cut', () => {
  test.each(['é', '日', '😀'])('in two is still that letter: %s', async (letter) => {
    const bytes = Buffer.from(letter);
    for (let at = 1; at < bytes.length; at += 1) {
      const pieces = [bytes.subarray(0, at), 700, bytes.subarray(at)];
      expect(await after(asked.text(), 'a', ...pieces, 200, '\r')).toEqual({ answer: `a${letter}` });
    }
  });

  test('and whose rest is lost leaves what follows alone', async () => {
    expect(await after(asked.text(), 'a', Buffer.of(0xe6, 0x97), 1000, 'b', 200, '\r')).toEqual({ answer: 'ab' });
    expect(await after(asked.checklist(), Buffer.of(0xe6), 1000, 'n')).toEqual({
      answer: { signs: [], unsure: [], shown: SIGNS },
    });
  });
});

describe('an Esc', () => {
  test.each(['checklist', 'choice', 'text', 'search'] as const)(
    'by itself leaves a %s, and not at once',
    async (kind) => {
      const screen = asked[kind]();
      screen.send(Buffer.from(ESC));
      await screen.passes(299);
      expect(screen.outcome()).toBe('open');
      expect(await after(screen, 200)).toBe('left');
    },
  );

  test('that turns out to begin an arrow is that arrow', async () => {
    expect(await after(asked.choice(), ESC, 250, '[D')).toEqual({ answer: 'back' });
    expect(await after(asked.choice(), `${ESC}[`, 900, 'D')).toEqual({ answer: 'back' });
  });

  test('before a report was pressed, and one that is half the end of a report was not', async () => {
    expect(await after(asked.choice(), ESC, 250, `${ESC}[I`)).toBe('left');
    expect(await after(asked.choice(), `${ESC}]11;rgb:ffff${ESC}`, 250, `${ESC}[I`)).toBe('open');
    expect(await after(asked.choice(), `${ESC}]11;rgb:ffff${ESC}`, 1500)).toBe('open');
  });

  test.each(['\u0003', `${ESC}[99;5u`, `${ESC}[27;5;99~`, `${ESC}[67;46;3;1;8;1_`])(
    'just before a Ctrl-C doesn’t take the way out: %j',
    async (leave) => {
      for (const screen of [asked.checklist(), asked.text(), alarm()]) {
        screen.send(Buffer.from(ESC));
        screen.send(Buffer.from(leave));
        await screen.passes(0);
        expect(screen.outcome()).toBe('left');
        await screen.close();
      }
    },
  );
});

test('the end of the input leaves', async () => {
  for (const screen of [asked.checklist(), asked.search(), alarm()]) {
    screen.end();
    await screen.passes(0);
    expect(screen.outcome()).toBe('left');
    await screen.close();
  }
});
