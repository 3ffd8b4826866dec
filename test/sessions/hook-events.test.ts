import { describe, expect, it } from 'vitest';
import { followForHook } from '../../src/sessions/core/hook-events.ts';
import type { Script } from '../../src/sessions/core/script.ts';
import { routineScript, therapyScript } from './scripts.ts';
import { MINUTE, Run, SECOND } from './stepping.ts';

/** A session that a hook hears about. */
class Followed extends Run {
  readonly #hook = followForHook();
  readonly events: string[] = [];

  constructor(script: Script) {
    super(script);
    this.#tell(this.signalled.length);
  }

  override does(event: Parameters<Run['does']>[0]): this {
    // The constructor of the parent has nothing to tell yet.
    const known = this.signalled.length;
    super.does(event);
    this.#tell(this.signalled.length - known);
    return this;
  }

  ends(): this {
    this.events.push(...this.#hook.end(this.session).map(({ event }) => event));
    return this;
  }

  #tell(count: number): void {
    const signals = count === 0 ? [] : this.signalled.slice(-count).map(({ signal }) => signal);
    if (signals.length === 0) return;
    for (const { event, needsAnswer, repeats } of this.#hook.follow(signals, this.session))
      this.events.push(
        [event, needsAnswer && 'asks', repeats].filter((one) => one !== undefined && one !== false).join(' '),
      );
  }
}

describe('what a hook hears about', () => {
  it('is the start after getting ready, half, checks, alarms as often as they sound, and the end once it was answered', () => {
    const ice = new Followed(therapyScript('ice', { minutes: 15 }));
    expect(ice.events).toEqual([]);
    ice.ready();
    expect(ice.events).toEqual(['start']);
    ice.lives(15 * MINUTE);
    expect(ice.events).toEqual(['start', 'check', 'half', 'check', 'alarm 0']);
    ice.lives(21 * SECOND);
    expect(ice.events.slice(5)).toEqual(['alarm 1']);
    ice.does('acknowledge').ends().ends();
    expect(ice.events.slice(6)).toEqual(['end']);
  });

  it('is a check at half time as both, and the alarms after it where nobody answers', () => {
    const heat = new Followed(therapyScript('heat', { minutes: 15 })).ready().lives(7.5 * MINUTE);
    expect(heat.events).toEqual(['start', 'check', 'half', 'check asks']);
    heat.lives(20 * SECOND);
    expect(heat.events.slice(4)).toEqual(['alarm 1']);
    heat.does('acknowledge').lives(7.2 * MINUTE);
    expect(heat.events.slice(5)).toEqual(['check', 'alarm 0']);
  });

  it('is the end at once where nothing has to come off', () => {
    const stretch = new Followed(routineScript('first-days'));
    stretch.lives(30 * MINUTE);
    expect([stretch.events[0], stretch.events.at(-1)]).toEqual(['start', 'end']);
    expect(stretch.ends().events.filter((event) => event === 'end')).toHaveLength(1);
  });

  it('is the end when somebody stops it', () => {
    const ice = new Followed(therapyScript('ice', { minutes: 15 })).ready().lives(MINUTE).does('stop');
    expect(ice.events).toEqual(['start', 'end']);
  });

  it('is nothing of a session that never began', () => {
    expect(new Followed(therapyScript('ice')).lives(SECOND).does('stop').ends().events).toEqual([]);
  });
});

describe('an end with an alarm that nobody can answer', () => {
  it('comes after the alarm', () => {
    const ice = new Run(therapyScript('ice', { minutes: 10 })).ready().lives(10 * MINUTE);
    const hook = followForHook();
    const { alarm: _, ...answered } = ice.session;
    hook.follow([], { ...answered, begunAt: ice.now });
    const signals = ice.since(ice.now);
    const events = [...hook.follow(signals, answered), ...hook.end(answered)];
    expect(events.map(({ event }) => event)).toEqual(['alarm', 'end']);
  });
});
