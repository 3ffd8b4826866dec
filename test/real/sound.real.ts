import { afterEach, expect } from 'vitest';
import { readFileSync, writeFileSync } from 'node:fs';
import { type Seat, test } from '../e2e/session/person.ts';
import { withPrograms } from './needs.ts';
import { cleanUp, pathWith, pause, running, until } from './processes.ts';
import { heardMs, isHeard, SOUND_PROGRAMS, type SoundCard, startSoundCard } from './sound-card.ts';

afterEach(cleanUp);

/** What starts and ends other programs, beside those that are tried. */
const TOOLS = ['sh', 'sleep', 'cat'];
/** A melody is this loud, and a voice isn't. */
const LOUD = 0.3;
/** speech-dispatcher ends this long after its last client has gone, with its first phrase after that being lost. */
const SERVER_TIMEOUT_MS = 5_000;

/** Does something, and waits until it was heard to its end. @returns the pieces of the recording in between */
async function hears(card: SoundCard, act: () => Promise<unknown>): Promise<readonly number[]> {
  const before = card.now();
  await act();
  return card.nextSound(before);
}

/** Steps through the seconds of a session, and listens to each word of its countdown. */
async function hearsCountdown(card: SoundCard, seat: Seat): Promise<void> {
  for (const left of [3, 2, 1]) {
    const before = card.now();
    await seat.clock.seconds(1);
    // A word has a second before the next one ends it. The recording lags behind by a moment.
    await pause(1_000);
    expect(heardMs(card.since(before + 100)), `"${left}" is heard`).toBeGreaterThan(100);
  }
}

for (const speaker of ['espeak-ng', 'spd-say']) {
  withPrograms([...SOUND_PROGRAMS, speaker], `the voice of ${speaker}`, () => {
    test('says every phrase of a stretch, the first words and the last digits', async ({ someone }) => {
      const card = await startSoundCard();
      const anna = someone();
      const settings = JSON.parse(readFileSync(anna.settings, 'utf8')) as object;
      writeFileSync(anna.settings, JSON.stringify({ ...settings, sound: false }));
      const env = { ...card.env, HOME: anna.home, PATH: pathWith([...TOOLS, speaker]) };
      const args = ['stretch', 'knee-to-chest', '--speak', '--no-keep-awake'];
      const begin = card.now();
      const seat = anna.sit(args, { ownProcess: true, env, columns: 120 });
      await seat.terminal.waitFor('Lie on your back');
      // Four sentences are read before it begins: they take ten seconds and more.
      expect(heardMs(await card.nextSound(begin))).toBeGreaterThan(5_000);
      expect(heardMs(await hears(card, () => seat.press('enter')))).toBeGreaterThan(500);
      await pause(SERVER_TIMEOUT_MS + 2_000);
      await seat.clock.seconds(17);
      await hearsCountdown(card, seat);
      expect(heardMs(await card.nextSound(card.now() - 500))).toBeGreaterThan(1_000);
      expect(seat.terminal.screen()).not.toContain('read aloud');
      seat.terminal.press('ctrl+c');
      await seat.terminal.exited();
      await until(
        () => !running(`HOME=${anna.home}`).some((name) => [speaker, 'sh'].includes(name)),
        'they have ended',
      );
    });

    test('comes after the alarm, which is heard before it', async ({ someone }) => {
      const card = await startSoundCard();
      const anna = someone();
      const env = { ...card.env, HOME: anna.home, PATH: pathWith([...TOOLS, speaker, 'paplay']) };
      const args = ['ice', '--minutes', '10', '--speak', '--no-keep-awake'];
      const begin = card.now();
      const seat = anna.sit(args, { ownProcess: true, env });
      await seat.terminal.waitFor('Get the ice ready');
      await card.nextSound(begin);
      await hears(card, () => seat.press('enter'));
      const check = await hears(card, () => seat.clock.seconds(301));
      expect(heardMs(check)).toBeGreaterThan(2_000);
      // "One minute left" is heard to its end, so that nothing of it comes before the alarm.
      await hears(card, () => seat.clock.seconds(240));
      await pause(SERVER_TIMEOUT_MS + 2_000);
      const alarm = await hears(card, () => seat.clock.seconds(60));
      const begins = alarm.findIndex(isLoud);
      // On a busy computer the recording may lack a piece.
      const ends = alarm.findIndex((_, at) => at > begins && !alarm.slice(at, at + 3).some(isHeard));
      expect(begins).toBeLessThan(10);
      // The melody has 0.76 s. After it comes a moment of silence, and then all the words.
      expect((ends - begins) * 20).toBeGreaterThan(600);
      expect((ends - begins) * 20).toBeLessThan(1_000);
      expect(heardMs(alarm.slice(ends))).toBeGreaterThan(1_500);
      await seat.press('enter');
    });
  });
}

withPrograms(['paplay', 'espeak-ng'], 'without a sound server', () => {
  test('that nothing can be heard is said once', async ({ someone }) => {
    const env = { PATH: pathWith([...TOOLS, 'paplay', 'espeak-ng']), PULSE_SERVER: 'unix:/nowhere' };
    const seat = someone().sit(['ice', '--speak', '--no-keep-awake'], { ownProcess: true, env, columns: 120 });
    await seat.terminal.waitFor('Get the ice ready');
    const notes = [
      "Sounds can't be played: no sound program",
      "The instructions can't be read aloud: no speech program",
    ];
    for (let seconds = 0; seconds < 100 && !notes.every((note) => shows(seat, note)); seconds += 1) {
      await seat.clock.seconds(1);
      await pause(100);
    }
    for (const note of notes) expect(seat.terminal.screen().replaceAll(/\s+/g, ' ')).toContain(note);
  });
});

function shows(seat: Seat, note: string): boolean {
  return seat.terminal.screen().replaceAll(/\s+/g, ' ').includes(note);
}

function isLoud(piece: number): boolean {
  return piece > LOUD;
}
