import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawFigure } from '../../../src/sessions/figure/figure.ts';
import { content } from '../../content/data-files.ts';
import { inZone } from '../../journal/zone.ts';
import { routineScript, stretchScript, therapyScript } from '../scripts.ts';
import { MINUTE, Run, SECOND } from '../stepping.ts';
import { lookOf, screenOf, shownOf, textOf } from './screens.ts';
import { isLaidOutAlike, layOutSession, sessionRows } from '../../../src/sessions/views/frame.ts';

inZone('UTC', { beforeAll, afterAll });

const USUAL = lookOf(80, 24);
const SMALL = lookOf(40, 12, false);
const TINY = lookOf(20, 5, false);

const ready = () => new Run(therapyScript('ice'));
const on = () =>
  ready()
    .ready()
    .lives(7 * MINUTE + 28 * SECOND)
    .does('confirm');
const alarm = () =>
  ready()
    .ready()
    .lives(15 * MINUTE + 40 * SECOND);
const walk = () => new Run(therapyScript('walk'));
const knee = () => new Run(routineScript('first-days')).ready();
const figure = (id: string) => (columns: number) =>
  drawFigure(content.poses().get(id)!, { columns, ink: 'ascii', mirrored: false }).map((text) => [{ text }]);

describe('ice that is got ready', () => {
  it('shows what to do, what comes, and asks for the pain', () => {
    expect(screenOf(ready(), USUAL)).toMatchInlineSnapshot(`
      "
       Ice                                                                 ends 14:15
       Get the ice ready

                                ████████████    ████████████
                                ████████████    ████████████
                                        ████    ████    ████
                                        ████    ████    ████
                                    ████████    ████    ████
                                    ████████    ████    ████
                                        ████    ████    ████
                                        ████    ████    ████
                                ████████████    ████████████
                                ████████████    ████████████


       Wrap the ice in a thin, damp cloth. Lie on your side or your front, so that
       you don't lie on the ice.
       Pain now, 0 to 10? Type it or skip.
       Stop at once for white, blotchy or bright red skin, burning, stinging or
       numbness, or worse pain.
       Then: Put the ice where it hurts, with the cloth against your skin.
       Stay awake.
       step 1 of 2 ──────────────────────────────────────────────────────────────────
       Enter start now   space pause   h it hurts   q stop   + longer   ? all keys"
    `);
  });

  it('waits for somebody to begin, and says so in any window', () => {
    const waiting = ready().waits();
    expect(screenOf(waiting, USUAL)).toMatch(
      /not started\n Get the ice ready: take your time\n[^]*Take as long as you need\./,
    );
    expect(screenOf(waiting, SMALL)).toMatchInlineSnapshot(`
      "
       Ice                        not started
       Get the ice ready: take your time
                       15:00

       Wrap the ice in a thin, damp cloth.
       Lie on your side or your front, so
       that you don't lie on the ice.
       Pain now, 0 to 10? Type it or skip.
       Stop at once for white, blotchy or
       bright red skin, burning, stinging or
       numbness, or worse pain.
       Enter go  space 30 s  h hurts  q stop"
    `);
    expect(screenOf(waiting, TINY)).toContain('Get the ice ready');
  });

  it('in a small window', () => {
    expect(screenOf(ready(), SMALL)).toMatchInlineSnapshot(`
      "
       Ice                         ends 14:15
       Get the ice ready
                         30

       Wrap the ice in a thin, damp cloth.
       Lie on your side or your front, so
       that you don't lie on the ice.
       Pain now, 0 to 10? Type it or skip.
       Stop at once for white, blotchy or
       bright red skin, burning, stinging or
       numbness, or worse pain.
       Enter go  space pause  h hurts  q stop"
    `);
  });

  it('says in a small window when to stop, rather than how far it has come', () => {
    expect(screenOf(new Run(routineScript('first-days')), SMALL)).toMatchInlineSnapshot(`
      "
       1 of 3: Knee to chest       ends 14:03
       Lie on your back
                         20
       Lie on your back, knees bent, feet
       flat. You'll pull one knee to your
       chest, the left one first.
       Pain now, 0 to 10? Type it or skip.
       Stop at once for sharp or worse pain,
       pain moving down a leg, new numbness,
       tingling or weakness, feeling dizzy or
       unwell, or any other warning sign.
       Enter go  space pause  h hurts  q stop"
    `);
  });

  it('says first, where room is short, what has just happened', () => {
    const notice = 'Look at the skin.';
    expect(screenOf(on(), TINY, { notice })).toContain('\n Look at the skin.\n Put the ice …\n');
    expect(screenOf(on(), SMALL, { notice })).toContain('Stay awake.\n Look at the skin.\n');
    for (let rows = 5; rows < 24; rows += 1) expect(screenOf(on(), lookOf(40, rows), { notice })).toContain(notice);
  });

  it('in a tiny one', () => {
    expect(screenOf(ready(), TINY)).toMatchInlineSnapshot(`
      "
       Get the ice ready
               30
       Wrap the ice in a
       thin, damp …
       h hurts  q stop"
    `);
  });

  it('shows the pain that was typed, and what has to be known first', () => {
    const screen = screenOf(ready(), USUAL, { pain: 7, notes: ['Later the guide changes to heat.'] });
    expect(screen).toContain('Pain now, 0 to 10? 7\n');
    expect(screen).toContain('Later the guide changes to heat.');
  });
});

describe('a walk', () => {
  it('shows how long it will be before it starts', () => {
    expect(screenOf(walk().waits(), lookOf(20, 12, false))).toMatch(/\n +\d+:00\n/);
  });

  it('says its name once', () => {
    const screen = screenOf(walk().ready(), USUAL);
    expect(screen.match(/^ Walk\b/gm)).toEqual([' Walk', ' Walk']);
    expect(screen).toMatch(/^\n Walk +ends [^]*\n Walk at an easy pace/);
    expect(screenOf(walk().ready().does('pause'), USUAL)).toMatch(/^\n Walk +paused\n Paused\n/);
  });
});

describe('heat and ice in turns', () => {
  it('say what to change to next, and nothing where the end comes', () => {
    const run = new Run(therapyScript('contrast', { rounds: 3 })).ready();
    expect(screenOf(run, USUAL)).toContain('\n Then: Change to ice.\n step 2 of 12');
    expect(screenOf(run.reaches(3), SMALL)).toContain('\n Then: Change to heat.\n step 4 of 12');
    expect(screenOf(run.reaches(11), USUAL)).not.toContain('Then:');
  });
});

describe('ice that is on', () => {
  it('shows the time as large as it fits', () => {
    expect(screenOf(on(), USUAL)).toMatchInlineSnapshot(`
      "
       Ice                                                                 ends 14:15
       Ice on



             ███████████████               ███████████████     ███████████████
             ███████████████               ███████████████     ███████████████
             ▀▀▀▀▀▀▀▀▀▀█████     ▄▄▄▄▄     ▀▀▀▀▀▀▀▀▀▀█████     ▀▀▀▀▀▀▀▀▀▀█████
                       █████     █████               █████               █████
                       █████     █████               █████               █████
                  █████                         ██████████     ███████████████
                  █████                         ██████████     ███████████████
                  █████          ▄▄▄▄▄          ▀▀▀▀▀█████     █████▀▀▀▀▀▀▀▀▀▀
                  █████          █████               █████     █████
                  █████          █████               █████     █████
                  █████                    ███████████████     ███████████████
                  █████                    ███████████████     ███████████████
                  ▀▀▀▀▀                    ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀     ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀



       Put the ice where it hurts, with the cloth against your skin. Stay awake.
       step 2 of 2 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━─────────────────────────────────
       space pause   h it hurts   q stop   + longer   ? all keys"
    `);
  });

  it('in ASCII', () => {
    expect(screenOf(on(), lookOf(80, 24, false))).toMatchInlineSnapshot(`
      "
       Ice                                                                 ends 14:15
       Ice on




                    ############            ############    ############
                    ############            ############    ############
                            ####    ####            ####            ####
                            ####    ####            ####            ####
                        ####                    ########    ############
                        ####                    ########    ############
                        ####        ####            ####    ####
                        ####        ####            ####    ####
                        ####                ############    ############
                        ####                ############    ############





       Put the ice where it hurts, with the cloth against your skin. Stay awake.
       step 2 of 2 #################################---------------------------------
       space pause   h it hurts   q stop   + longer   ? all keys"
    `);
  });

  it('in a small window', () => {
    expect(screenOf(on(), SMALL)).toMatchInlineSnapshot(`
      "
       Ice                         ends 14:15
       Ice on
             ######      ######  ######
                 ##  ##      ##      ##
               ##          ####  ######
               ##    ##      ##  ##
               ##        ######  ######

       Put the ice where it hurts, with the
       cloth against your skin. Stay awake.
       step 2 of 2 #############-------------
       space pause  h hurts  q stop  + longer"
    `);
  });

  it('in a tiny one', () => {
    expect(screenOf(on(), TINY)).toMatchInlineSnapshot(`
      "
       Ice on  ends 14:15
              7:32
       Put the ice where
       it hurts, with …
       h hurts  q stop"
    `);
  });

  it('shows what has just happened', () => {
    expect(screenOf(on(), SMALL, { notice: 'Look at the skin.' })).toMatchInlineSnapshot(`
      "
       Ice                         ends 14:15
       Ice on
             ######      ######  ######
                 ##  ##      ##      ##
               ##          ####  ######
               ##    ##      ##  ##
               ##        ######  ######
       Put the ice where it hurts, with the
       cloth against your skin. Stay awake.
       Look at the skin.
       step 2 of 2 #############-------------
       space pause  h hurts  q stop  + longer"
    `);
  });
});

describe('ice that is paused', () => {
  it('shows what was left', () => {
    expect(screenOf(on().does('pause').lives(MINUTE), SMALL)).toMatchInlineSnapshot(`
      "
       Ice                             paused
       Paused: Ice on

             ######      ######  ######
                 ##  ##      ##      ##
               ##          ####  ######
               ##    ##      ##  ##
               ##        ######  ######

       Paused. Keep it off your skin.
       step 2 of 2 #############-------------
       space continue  h hurts  q stop"
    `);
    expect(screenOf(on().does('pause').lives(MINUTE), TINY)).toMatchInlineSnapshot(`
      "
       Ice on      paused
              7:32
       Paused. Keep it
       off your skin.
       h hurts  q stop"
    `);
  });
});

describe('the alarm', () => {
  it('is whole in a tiny one, over as many rows as it takes', () => {
    expect(screenOf(alarm(), TINY)).toMatchInlineSnapshot(`
      "
       TAKE THE ICE OFF
       NOW, AND LOOK AT
       YOUR SKIN.
             15:40
       any key it's off"
    `);
  });

  it('shows what to do above all, and for how long the ice has been on', () => {
    expect(screenOf(alarm(), USUAL)).toMatchInlineSnapshot(`
      "
       TAKE THE ICE OFF NOW, AND LOOK AT YOUR SKIN.

                 ▄▄▄▄▄▄  ▄▄▄▄▄▄  ▄▄  ▄▄  ▄▄▄▄▄▄      ▄▄▄▄▄▄  ▄▄  ▄▄  ▄▄▄▄▄▄
                 ██████  ██████  ██  ██  ██████      ██████  ██  ██  ██████
                   ██    ██  ██  ██  ██  ██            ██    ██  ██  ██
                   ██    ██▄▄██  ██▄▄▀▀  ██▄▄          ██    ██▄▄██  ██▄▄
                   ██    ██████  ████    ████          ██    ██████  ████
                   ██    ██  ██  ██  ██  ██            ██    ██  ██  ██
                   ██    ██  ██  ██  ██  ██▄▄▄▄        ██    ██  ██  ██▄▄▄▄
                   ██    ██  ██  ██  ██  ██████        ██    ██  ██  ██████


                       ▄▄  ▄▄▄▄▄▄  ▄▄▄▄▄▄      ▄▄▄▄▄▄  ▄▄▄▄▄▄  ▄▄▄▄▄▄
                       ██  ██████  ██████      ██████  ██████  ██████
                       ██  ██      ██          ██  ██  ██      ██
                       ██  ██      ██▄▄        ██  ██  ██▄▄    ██▄▄
                       ██  ██      ████        ██  ██  ████    ████
                       ██  ██      ██          ██  ██  ██      ██
                       ██  ██▄▄▄▄  ██▄▄▄▄      ██▄▄██  ██      ██
                       ██  ██████  ██████      ██████  ██      ██
       On for 15:40
       Wait two hours before you use it again.
       It has been on since 14:00. The time was up at 14:15.
       any key it's off"
    `);
  });

  it('says it in words, not only by how it looks', () => {
    const [title] = sessionRows(shownOf(alarm()), USUAL);
    expect(title![0]).toMatchObject({ as: 'alarm' });
    expect(textOf(title!).trim()).toBe('TAKE THE ICE OFF NOW, AND LOOK AT YOUR SKIN.');
  });

  it('of a check names what the answering key says', () => {
    const awake = new Run(therapyScript('heat')).ready().lives(450 * SECOND);
    expect(screenOf(awake, SMALL)).toMatchInlineSnapshot(`
      "
       ARE YOU AWAKE?

             #"# #"_ #""   # # #"# # #
             #"# #"_ #"    "#" # # # #
             " " " " """    "  """ """

             #"# #   # #"# # # #"" ""#
             #"# #_"_# #"# #"_ #"   ""
             " " "   " " " " " """  "
       7:30 left, until 14:15
       Look at your skin, then answer.
       any key I'm awake"
    `);
  });
});

describe('what hurts', () => {
  it('takes the place of everything else', () => {
    expect(screenOf(on().does('hurts'), USUAL)).toMatchInlineSnapshot(`
      "
       TAKE IT OFF NOW, AND LOOK AT YOUR SKIN.




         ██████  ██████  ██  ██  ██████      ██  ██████      ██████  ██████  ██████
         ██████  ██████  ██  ██  ██████      ██  ██████      ██████  ██████  ██████
           ██    ██  ██  ██  ██  ██          ██    ██        ██  ██  ██      ██
           ██    ██  ██  ██  ██  ██          ██    ██        ██  ██  ██      ██
           ██    ██████  ████    ████        ██    ██        ██  ██  ████    ████
           ██    ██████  ████    ████        ██    ██        ██  ██  ████    ████
           ██    ██  ██  ██  ██  ██          ██    ██        ██  ██  ██      ██
           ██    ██  ██  ██  ██  ██          ██    ██        ██  ██  ██      ██
           ██    ██  ██  ██  ██  ██████      ██    ██        ██████  ██      ██
           ██    ██  ██  ██  ██  ██████      ██    ██        ██████  ██      ██



       7:28 so far
       If a leg or the area between your legs is numb, tingling or weak, check the
       warning signs now: press w. If your skin is white, blotchy, very red,
       blistered or numb, leave it off for today. If the pain gets worse, leave it
       off too.
       w check the warning signs   b it doesn't hurt: go back   q end   ? all keys"
    `);
    expect(screenOf(on().does('hurts'), SMALL)).toMatchInlineSnapshot(`
      "
       TAKE IT OFF NOW, AND LOOK AT
       YOUR SKIN.


       If a leg or the area between your legs
       is numb, tingling or weak, check the
       warning signs now: press w. If your
       skin is white, blotchy, very red,
       blistered or numb, leave it off for
       today. If the pain gets worse, leave
       it off too.
       w warning signs  b go back  q end"
    `);
    expect(screenOf(on().does('hurts'), TINY)).toMatchInlineSnapshot(`
      "
       TAKE IT OFF NOW,
       AND LOOK AT
       YOUR SKIN.
       If a leg or …
       w warning signs"
    `);
  });

  it('offers the next part where there is one', () => {
    expect(screenOf(knee().does('hurts'), USUAL)).toContain('n skip this one   w check the warning signs   b it');
    expect(screenOf(knee().does('hurts'), USUAL)).toContain(
      'Ease off slowly, and rest. If you notice new numbness, tingling or weakness,',
    );
  });
});

describe('a stretch', () => {
  it('shows its figure beside the seconds', () => {
    const screen = screenOf(knee().lives(5 * SECOND), lookOf(80, 24, false), { figure: figure('knee-up') });
    expect(screen).toMatchInlineSnapshot(`
      "
       First days  1 of 3: Knee to chest                                   ends 14:03
       Hold, left side




                                                         ####        ############
                                                         ####        ############
                                                     ########        ####
                        ..       ..                  ########        ####
                      oooooooooo##'                      ####        ############
                   .o#*###*""""""  .ooo                  ####        ############
                 .o#"  '###o     oo#####.                ####                ####
         ooo.   o##oo....####.oo###*' "##o.              ####                ####
        *####oo##################"      '*#o         ############    ############
         "*"'''""""'''''''"****'          '**#o      ############    ############
       ''''''''''''''''''''''''''''''''''''''''''''



       Pull the knee gently towards your chest with both hands. Stay there,
       and breathe.
       step 2 of 22 ##---------------------------------------------------------------
       space pause   h it hurts   q stop   n next   + longer   b back   ? all keys"
    `);
  });

  it('in a small window', () => {
    expect(screenOf(knee().lives(5 * SECOND), SMALL, { figure: figure('knee-up') })).toMatchInlineSnapshot(`
      "
       1 of 3: Knee to chest       ends 14:03
       Hold, left side
                              ##    ######
                  .         ####    ##
           .o'*o'"*oo.        ##    ######
        ********#*"' "oo      ##        ##
       '''''''''''''''''''  ######  ######
       Pull the knee gently towards your
       chest with both hands. Stay there,
       and breathe.
       step 2 of 22 #------------------------
       space pause  h hurts  q stop  n next"
    `);
  });

  it('in a tiny one has no room for it', () => {
    expect(screenOf(knee().lives(5 * SECOND), TINY, { figure: figure('knee-up') })).toMatchInlineSnapshot(`
      "
       Hold, left side
               15
       Pull the knee
       gently …
       h hurts  q stop"
    `);
  });

  it('that is being got ready in the middle asks nothing any more', () => {
    const second = knee().does('hurts').does('skip');
    expect(screenOf(second, SMALL, { figure: figure('rotation-middle') })).toMatchInlineSnapshot(`
      "
       2 of 3: Spinal rotations    ends 14:02
       Lie on your back

                         16


       Lie on your back, knees bent and
       together. They'll go to the left, then
       to the right.
       Then: Left side: Let both knees sink
       to the side. Keep your shoulders down.
       Enter go  space pause  h hurts  q stop"
    `);
  });
});

describe('the end', () => {
  it('says what to do next', () => {
    const done = new Run(stretchScript(['knee-to-chest'])).ready().lives(50 * SECOND);
    expect(screenOf(done, USUAL)).toMatchInlineSnapshot(`
      "
       Stretches
       Done



             ███████████████               ███████████████     ███████████████
             ███████████████               ███████████████     ███████████████
             █████▀▀▀▀▀█████     ▄▄▄▄▄     █████▀▀▀▀▀▀▀▀▀▀     █████▀▀▀▀▀█████
             █████     █████     █████     █████               █████     █████
             █████     █████     █████     █████               █████     █████
             █████     █████               ███████████████     █████     █████
             █████     █████               ███████████████     █████     █████
             █████     █████     ▄▄▄▄▄     ▀▀▀▀▀▀▀▀▀▀█████     █████     █████
             █████     █████     █████               █████     █████     █████
             █████     █████     █████               █████     █████     █████
             ███████████████               ███████████████     ███████████████
             ███████████████               ███████████████     ███████████████
             ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀               ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀     ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀



       Rest for a moment. To get up, roll onto your side first, then push yourself up
       with your arms.
       any key continue"
    `);
    expect(screenOf(done, TINY)).toMatchInlineSnapshot(`
      "
       Done
              0:50
       Rest for a moment.
       To get up, …
       any key continue"
    `);
  });
});

describe('an episode whose warning signs were not checked', () => {
  const sessions = ['ice', 'heat', 'contrast', 'walk'].map((id) => [id, () => new Run(therapyScript(id))] as const);
  const all = [...sessions, ['a stretch', () => new Run(routineScript('first-days'))] as const];

  it.each(all)('is told so, and how to check them, before %s begins, in every window', (_, start) => {
    const { stop } = start().session.script.parts[0]!;
    for (const look of [lookOf(80, 24), lookOf(40, 12), lookOf(36, 20), lookOf(40, 12, false)]) {
      const text = screenOf(start(), look, { unchecked: true }).replaceAll(/\s+/g, ' ');
      expect(text).toMatch(/Press w to check (?:them|the warning signs)\./);
      expect(text).toContain(stop.at(-1)!);
    }
  });

  it('is told so in whole where there is room, and not at all where they were checked', () => {
    const told = screenOf(ready(), USUAL, { unchecked: true });
    expect(told).toContain("You haven't checked the warning signs this time. Press w to check them.");
    expect(screenOf(ready(), USUAL)).not.toContain('warning signs');
  });
});

describe('a screen a moment later', () => {
  it('is laid out as before while only time goes by, though its notes are put together again', () => {
    const run = on();
    const before = shownOf(run, { notes: ['The sound is off.'] });
    expect(isLaidOutAlike(before, shownOf(run.lives(SECOND), { notes: ['The sound is off.'] }))).toBe(true);
    expect(isLaidOutAlike(before, shownOf(run, { notes: [] }))).toBe(false);
    expect(isLaidOutAlike(before, shownOf(run, { notes: ['The voice is off.'] }))).toBe(false);
    expect(isLaidOutAlike(before, shownOf(run.does('pause'), { notes: ['The sound is off.'] }))).toBe(false);
  });

  it('has the same rows as before where nothing in them has changed', () => {
    const run = knee();
    const shown = () => shownOf(run, { figure: () => picture });
    const picture = figure('knee-up')(40);
    const layout = layOutSession(shown(), USUAL);
    const rows = sessionRows(shown(), USUAL, layout);
    expect(sessionRows(shown(), USUAL, layout).filter((row, at) => row !== rows[at])).toEqual([]);
    run.lives(SECOND);
    const later = sessionRows(shown(), USUAL, layout);
    const changed = later.filter((row, at) => row !== rows[at]);
    expect(changed.length).toBeGreaterThan(0);
    // Those with the digits, and perhaps the bar.
    expect(changed.length).toBeLessThan(later.length / 2);
    expect(later.map(textOf)).toEqual(sessionRows(shown(), USUAL).map(textOf));
  });
});
