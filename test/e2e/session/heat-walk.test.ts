import { describe, expect } from 'vitest';
import { eventually, LOW, test } from './person.ts';

const PAIN_AFTER = /And your pain now, 0 to 10\?[^]*Esc/;

describe.concurrent('heat', () => {
  test('asks for its form, asks halfway whether somebody is awake, and alarms at its end', async ({ someone }) => {
    const anna = someone();
    const seat = anna.sit(['heat', '--minutes', '18']);
    const { terminal, clock, press } = seat;
    await terminal.waitFor(
      /Which one do you want to use\?[^]*1 {2}heating pad[^]*2 {2}warm bath[^]*3 {2}warm shower[^]*Esc/,
    );
    await press('2');
    await terminal.waitFor(/Get into the bath[^]*Unplug the computer[^]*Enter start now/);
    await press('enter');
    await terminal.waitFor(/In the bath[^]*Lie back/);
    await clock.seconds(539);
    const before = seat.bells();
    await clock.seconds(1.5);
    await terminal.waitFor(/ARE YOU AWAKE\?[^]*Dry your hands before you answer\.[^]*any key I'm awake/);
    await clock.seconds(61);
    await eventually(() => seat.bells() - before, 3);
    await press('x');
    await terminal.waitFor(/IF YOU FEEL TOO HOT[^]*Enter I feel well {3}h I don't/);
    await press('enter');
    await terminal.waitFor(/In the bath[^]*Lie back/);
    await clock.minutes(1);
    expect(seat.bells() - before).toBe(3);
    await clock.minutes(7);
    await terminal.waitFor(/TIME IS UP\.[^]*Take the heat off, or get out slowly/);
    await press('enter');
    await terminal.waitFor(PAIN_AFTER);
    await press('escape');
    expect((await terminal.exited()).code).toBe(0);
    expect(await terminal.leftovers()).toEqual([]);
    expect(anna.session()).toMatchObject({ therapy: 'heat', form: 'bath', minutes: 18, ended: 'done' });
  });

  test('takes the form that was named', async ({ someone }) => {
    const { terminal } = someone().sit(['heat', '--form', 'shower']);
    await terminal.waitFor('Get into the shower');
  });

  test('that nobody answers halfway goes on to its end, and says so', async ({ someone }) => {
    const { terminal, clock, press } = someone().sit(['heat', '--form', 'pad', '--minutes', '10']);
    await terminal.waitFor('Get the heat ready');
    await press('enter');
    await clock.seconds(301);
    await terminal.waitFor('ARE YOU AWAKE?');
    await clock.minutes(5);
    await terminal.waitFor(/TIME IS UP\.[^]*It has been on since \d\d:\d\d\. The time was up at \d\d:\d\d\./);
  });
});

describe.concurrent('heat and ice in turns', () => {
  test('change at their times, with ice at the end, and count for both', async ({ someone }) => {
    const anna = someone();
    const { terminal, clock, press } = anna.sit(['contrast', '--rounds', '3'], { columns: 80, rows: 16 });
    await terminal.waitFor('Get both packs ready');
    await press('enter');
    for (const round of [1, 2, 3]) {
      await terminal.waitFor(`Heat, ${round} of 3`);
      await clock.minutes(3);
      await terminal.waitFor(/^ Change to ice$/m);
      await clock.seconds(15);
      await terminal.waitFor(`Ice, ${round} of 3`);
      await clock.minutes(1);
      if (round === 3) break;
      await terminal.waitFor(/^ Change to heat$/m);
      await clock.seconds(15);
    }
    await terminal.waitFor('TAKE THE ICE PACK OFF NOW');
    await press('x');
    await terminal.waitFor(PAIN_AFTER);
    await press('3');
    expect((await terminal.exited()).code).toBe(0);
    expect(terminal.screen()).toMatch(
      /You can use heat and ice in turns again from (?:\d\d:\d\d|.*, tomorrow), if your skin looks normal\./,
    );
    expect(anna.session()).toMatchObject({ therapy: 'contrast', ended: 'done', minutes: 13.3, planned: 13.3 });
    const { applications } = await anna.document<{ applications: object[] }>(['today']);
    expect(applications).toMatchObject([
      { therapy: 'ice', doneToday: 1 },
      { therapy: 'heat', doneToday: 1 },
    ]);
  });
});

describe.concurrent('a short walk', () => {
  test('says when to turn round, and ends by itself', async ({ someone }) => {
    const anna = someone();
    const { terminal, clock, press } = anna.sit(['walk'], LOW);
    await terminal.waitFor(/Stand up slowly[^]*Enter (start|go)/);
    await press('enter');
    await terminal.waitFor('Walk at an easy pace');
    await clock.seconds(150);
    await terminal.waitFor('Turn round, and walk back.');
    await clock.seconds(90);
    await terminal.waitFor('One minute left.');
    await clock.seconds(60);
    await terminal.waitFor('That was your walk.');
    await clock.seconds(10);
    await terminal.waitFor(PAIN_AFTER);
    await press('enter');
    expect((await terminal.exited()).code).toBe(0);
    expect(anna.session()).toMatchObject({ therapy: 'walk', minutes: 5, planned: 5, ended: 'done' });
  });
});
