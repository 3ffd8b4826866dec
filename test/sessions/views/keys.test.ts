import { describe, expect, it } from 'vitest';
import { keysNow, meaningOf } from '../../../src/sessions/core/keys.ts';
import { keyRows, keysText } from '../../../src/sessions/views/keys.ts';
import { routineScript, stretchScript, therapyScript } from '../scripts.ts';
import { MINUTE, Run, SECOND } from '../stepping.ts';
import { textOf } from './screens.ts';

const ice = () => new Run(therapyScript('ice')).ready().lives(MINUTE);
const checked = () => ice().lives(4 * MINUTE + SECOND);
const knee = () => new Run(routineScript('first-days')).ready();
const rows = ({ session }: Run, width = 79, low = false) => keyRows(session, width, low).map(textOf);

const does = (press: string, run: Run) => meaningOf(press, run.session);

describe('the keys that are named', () => {
  it.each<[string, Run, string | string[]]>([
    [
      'getting ready, which may take a while',
      new Run(therapyScript('ice')),
      ' Enter start now   space pause   h it hurts   q stop   + longer   ? all keys',
    ],
    [
      'getting ready, paused',
      new Run(therapyScript('ice')).does('pause'),
      ' Enter start now   space continue   h it hurts   q stop   + longer   ? all keys',
    ],
    ['on the skin, which has no way back', ice(), ' space pause   h it hurts   q stop   + longer   ? all keys'],
    [
      'a skin check',
      checked(),
      [" Enter skin looks normal   h it doesn't   space pause   q stop   + longer", ' ? all keys'],
    ],
    ['paused', ice().does('pause'), ' space continue   h it hurts   q stop   + longer   ? all keys'],
    ['a stretch', knee(), ' space pause   h it hurts   q stop   n next   + longer   b back   ? all keys'],
    [
      'the last step',
      new Run(stretchScript(['cat-cow'])).ready().lives(99 * SECOND),
      ' space pause   h it hurts   q stop   + longer   b back   ? all keys',
    ],
    [
      'hurt',
      knee().does('hurts'),
      [" n skip this one   w check the warning signs   b it doesn't hurt: go back", ' q end   ? all keys'],
    ],
    [
      'hurt, and no part is left',
      ice().does('hurts'),
      " w check the warning signs   b it doesn't hurt: go back   q end   ? all keys",
    ],
    ['the alarm', ice().lives(15 * MINUTE), " any key it's off"],
    ['are you awake', new Run(therapyScript('heat')).ready().lives(450 * SECOND), " any key I'm awake"],
    ['the end', knee().does('stop'), ' any key continue'],
  ])('%s', (_, run, expected) => {
    expect(rows(run)).toEqual([expected].flat());
  });

  it('take more rows where they have to, the most needed first', () => {
    expect(rows(knee(), 30)).toEqual([
      ' space pause   h it hurts',
      ' q stop   n next   + longer',
      ' b back   ? all keys',
    ]);
    expect(rows(new Run(therapyScript('ice')), 39, true)).toEqual([
      ' Enter go  space pause  h hurts  q stop',
      ' ? keys',
    ]);
    expect(rows(knee(), 30, true)).toEqual([' space pause  h hurts  q stop', ' n next  + longer  ? keys']);
  });

  it('that stop it come first in a window narrower than 30 columns', () => {
    expect(rows(knee(), 29, true)[0]).toBe(' space pause  h hurts  q stop');
    expect(rows(knee(), 28, true)).toEqual([' h hurts  q stop  n next', ' space pause  + longer', ' ? keys']);
    expect(rows(knee().does('hurts'), 19, true)).toEqual([
      ' n next one',
      ' w warning signs',
      ' q end  b go back',
      ' ? keys',
    ]);
  });

  it('that answer a check fit the narrowest window', () => {
    expect(rows(checked(), 39, true)[0]).toBe(" Enter skin looks normal  h it doesn't");
    expect(rows(checked(), 19, true)[0]).toBe(' Enter all well');
  });

  it('do what they say', () => {
    expect(does('space', ice())).toEqual({ event: 'pause' });
    expect(does('enter', new Run(therapyScript('ice')))).toEqual({ event: 'skip' });
    expect(does('enter', new Run(therapyScript('ice')).does('pause'))).toEqual({ event: 'skip' });
    expect(does('space', new Run(therapyScript('ice')).does('pause'))).toEqual({ event: 'resume' });
    expect(does('enter', new Run(therapyScript('ice')).does('hurts'))).toEqual({ event: 'resume' });
    expect(does('w', ice().does('hurts'))).toEqual({ leave: 'signs' });
    expect(does('escape', ice().does('hurts'))).toEqual({ event: 'back' });
    expect(does('escape', ice())).toEqual({ event: 'stop' });
    expect(does('enter', checked())).toEqual({ event: 'confirm' });
    expect(does('h', checked())).toEqual({ event: 'hurts' });
    expect(does('enter', checked().does('pause'))).toEqual({ event: 'resume' });
    expect(does('b', knee())).toEqual({ event: 'back' });
    expect(does('quit', knee())).toEqual({ event: 'stop' });
    expect(does('pause', knee())).toEqual({ event: 'pause' });
  });

  it.each<[string, Run]>([
    ['getting ready', new Run(therapyScript('ice'))],
    ['on the skin', ice()],
    ['at a check', checked()],
    ['paused', ice().does('pause')],
    ['in a stretch', knee()],
    ['hurt', knee().does('hurts')],
    ['at the alarm', ice().lives(15 * MINUTE)],
    ['at the end', knee().does('stop')],
  ])('mean something by the name that is shown, and the same as it is typed: %s', (_, { session }) => {
    for (const { key, typed } of keysNow(session)) {
      const meaning = meaningOf(key.toLowerCase(), session);
      expect.soft(meaning, key).toBeDefined();
      expect.soft(meaningOf((typed ?? key).toLowerCase(), session), key).toEqual(meaning);
    }
  });

  it('are a line to be typed from where no screen is drawn', () => {
    expect(keysText(knee().does('hurts').session)).toBe(
      "n: skip this one, w: check the warning signs, b: it doesn't hurt: go back, q: end.",
    );
    expect(keysText(ice().lives(MINUTE).session)).toMatch(/^p: pause, h: it hurts, .*, t: time left\.$/);
    expect(keysText(ice().lives(15 * MINUTE).session)).toBe("Enter: it's off.");
  });
});
