import type { Context } from '../../context.ts';
import type { Equipment, Reach } from '../../equipment.ts';
import type { Notice, PlayDoors } from '../../player/play.ts';
import type { Stage } from '../../player/stage.ts';
import { type Telling, tellingOf } from '../../views/session/telling.ts';
import type { Manner } from './options.ts';

/** Says and sounds what happens, so that nobody has to look: speech, sounds, and for an alarm everything there is. */
export function makeTeller(context: Context, equipment: Equipment, manner: Manner): PlayDoors['tell'] {
  const { content, settings, now } = context;
  const speaks = !manner.quiet && (manner.speak ?? settings.speech === true);
  const sounds = !manner.quiet && settings.sound !== false;
  return (signals, session, stage) => {
    const tellings = signals.map((signal) => tellingOf(signal, session, content.sessions(), now().getTime()));
    if (sounds) sound(tellings, equipment, stage);
    if (speaks) speak(tellings, equipment);
    return noticeOf(tellings);
  };
}

// What happens at one moment is shown together; what says nothing by itself takes away what stood there.
// The words are the voice's: how long is left stands there in large digits, and goes on.
function noticeOf(tellings: readonly Telling[]): Notice | undefined {
  const shown = tellings.filter(({ shownFor }) => shownFor !== undefined);
  if (shown.length === 0) return undefined;
  const said = shown.filter(({ shownFor }) => shownFor! > 0).map(({ aloud }) => aloud);
  return { text: said.join(' '), seconds: Math.max(...shown.map(({ shownFor }) => shownFor!)) };
}

function sound(tellings: readonly Telling[], equipment: Equipment, stage: Stage): void {
  const alarm = tellings.find((telling) => telling.sound === 'alarm');
  if (alarm) stage.ring(alarm.line);
  const kind = alarm ? 'alarm' : tellings.findLast((telling) => telling.sound)?.sound;
  if (kind) later(equipment, (reach) => (reach.sound ? reach.sound.play(kind) : kind === 'step' && equipment.bell()));
}

function speak(tellings: readonly Telling[], equipment: Equipment): void {
  const text = tellings
    .map(({ aloud }) => aloud)
    .join(' ')
    .trim();
  if (text !== '') later(equipment, ({ voice }) => voice?.say(text));
}

// What reaches further is loaded once the session is shown already.
function later(equipment: Equipment, act: (reach: Reach) => unknown): void {
  setImmediate(() => void equipment.reach().then(act));
}
