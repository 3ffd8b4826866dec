import { describe, expect, test } from 'vitest';
import { type Example, learn } from '../../src/understanding/core/learn.ts';
import { openModel } from '../../src/understanding/core/model.ts';
import { settings } from './built.ts';

const EXAMPLES: readonly Example[] = [
  { text: 'my foot is numb', classes: ['numb'] },
  { text: 'numb toes since this morning', classes: ['numb'] },
  { text: 'the whole leg went numb', classes: ['numb'] },
  { text: 'I have a fever', classes: ['fever'] },
  { text: 'fever of 39.2 last night', classes: ['fever'] },
  { text: 'numb foot and a fever', classes: ['numb', 'fever'] },
  { text: 'slept well, walked to the shop', classes: [] },
  { text: 'walked the dog and stretched', classes: [] },
  { text: 'stiff this morning, better at noon', classes: [] },
];

const options = { classes: ['fever', 'numb'], settings, least: 1, rounds: 60, small: 0.05 };
const model = openModel(learn(EXAMPLES, options));

function likely(text: string): Record<string, number> {
  return Object.fromEntries(model.judge(text).map((one) => [one.id, one.likely]));
}

describe('what is learned from examples', () => {
  test('tells apart what they tell apart, in new sentences as well', () => {
    expect(likely('his left foot is numb again')['numb']).toBeGreaterThan(0.6);
    expect(likely('his left foot is numb again')['fever']).toBeLessThan(0.4);
    expect(likely('a fever of 38.6')['fever']).toBeGreaterThan(0.6);
    expect(likely('walked to the shop again')['numb']).toBeLessThan(0.3);
  });

  test('knows two classes in one text', () => {
    const both = likely('fever and numb toes');
    expect(Math.min(both['fever']!, both['numb']!)).toBeGreaterThan(0.5);
  });

  test('takes a denied word for another one, up to a word that turns it round', () => {
    const [denied, said] = [likely('no numb toes'), likely('some numb toes')];
    expect(denied['numb']).toBeLessThan(0.5 * said['numb']!);
    const [turned, listed] = [likely('no lemons but numb toes'), likely('no lemons in numb toes')];
    expect(turned['numb']).toBeGreaterThan(listed['numb']!);
  });

  test('knows a word in spite of a slip of the finger', () => {
    expect(likely('numbb foot')['numb']).toBeGreaterThan(likely('lemon foot')['numb']!);
  });

  test('is the same each time, to the byte', () => {
    expect(learn(EXAMPLES, options)).toEqual(learn(EXAMPLES, options));
  });

  test('changes with an example more, for its neighbours too', () => {
    const more = openModel(learn([...EXAMPLES, { text: 'toes feel like cotton wool', classes: ['numb'] }], options));
    const before = likely('like cotton wool under my foot')['numb']!;
    const after = more.judge('like cotton wool under my foot').find(({ id }) => id === 'numb')!.likely;
    expect(after).toBeGreaterThan(before);
  });

  test('finds in a long text the stretch that says it', () => {
    const long = `${'walked to the shop and slept well. '.repeat(12)}the whole leg went numb. ${'stretched the dog. '.repeat(12)}`;
    const numb = model.judge(long).find(({ id }) => id === 'numb')!;
    expect(numb.likely).toBeGreaterThan(0.5);
    expect(numb.window.words.map(({ word }) => word)).toContain('numb');
  });

  test('counts a hint less among many other words than alone', () => {
    const hint = 'numb foot';
    const rest = 'walked to the shop and slept well. '.repeat(6);
    expect(likely(`${rest}${hint}. ${rest}`)['numb']).toBeLessThan(likely(hint)['numb']!);
    expect(likely(`${rest}${hint}. ${rest}`)['numb']).toBeGreaterThan(likely(rest)['numb']!);
  });

  test.each(['', ' ', '?!', '\u0000', '🙂'])('judges %j without a fault', (text) => {
    for (const { likely: one } of model.judge(text)) expect(one).toBeGreaterThanOrEqual(0);
  });
});
