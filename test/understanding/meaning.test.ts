import { describe, expect, test } from 'vitest';
import { toldRoughly } from './said.ts';

/**
 * Each line, and what is detected in it; nothing after the last arrow means that nothing is. They are examples that
 * were learned from; what is learned forgives itself one in eight for the sake of the others.
 */
function hears(lines: string): void {
  const cases = lines
    .trim()
    .split('\n')
    .map((line) => ({
      text: line.slice(0, line.lastIndexOf(' ->')).trim(),
      signs: line.slice(line.lastIndexOf('->') + 2).trim(),
    }));
  test(`is understood: ${cases[0]!.text} ...`, () => {
    const wrong = cases
      .map((one) => ({ ...one, found: toldRoughly(one.text).join(' ') }))
      .filter(({ signs, found }) => found !== signs.split(' ').toSorted().join(' '));
    expect(wrong.slice(Math.ceil(cases.length / 8)), JSON.stringify(wrong, undefined, 2)).toEqual([]);
  });
}

describe('a denial', () => {
  hears(`
    no numbness, tingling or weakness ->
    no numbness in my legs ->
    my leg is not numb ->
    neither leg is numb or weak ->
    no fever but I wet myself -> bladder-bowel
    no fever and I wet myself -> bladder-bowel
    fever: none. weakness: absent ->
    suicidal? no ->
    denies numbness, denies incontinence ->
    without a fall, it just went ->
    I'm not able to hold my urine -> bladder-bowel
    not that I can feel my foot -> leg-numbness-weakness
    I haven't not been able to move ->
    it isn't that I can't feel my legs ->
    never had bladder trouble before this week -> bladder-bowel
    can't say I've had any tingling ->
  `);
});

describe('a supposition', () => {
  hears(`
    can stress cause fever? ->
    what if I can't feel my legs ->
    is numbness dangerous ->
    when should I call about a numb leg ->
    what are the signs, numb legs and so on ->
    can it make people pee themselves ->
    is it normal that my leg is numb? -> leg-numbness-weakness
    why is my foot numb -> leg-numbness-weakness
    do I need an x-ray, I fell off a ladder -> severe-injury
    should I worry if my leg is numb -> leg-numbness-weakness
    what if I want to end my life -> self-harm
    what if people end their lives ->
  `);
});

describe('somebody else', () => {
  hears(`
    the dog peed on the carpet ->
    in the film he can't feel his legs ->
    the roof is leaking ->
    my husband can't feel his foot -> leg-numbness-weakness
    a client of mine wet herself -> bladder-bowel
    my wife has a fever, I strained my back nursing her ->
    walking the dog I fell down the stairs -> severe-injury
  `);
});

describe('the past', () => {
  hears(`
    my leg was numb in 2015 ->
    toes numb since 1998, no different today ->
    had a fever, all gone now ->
    numb for years and now it is spreading up my leg -> leg-numbness-weakness
    used to wet the bed as a child ->
    leg tingled for a minute ->
    leg numb, fever gone -> leg-numbness-weakness
    tingling in my foot, it stopped ->
    tingling in my foot and it won't stop -> leg-numbness-weakness
    my foot is numb, but the pain has gone -> leg-numbness-weakness
    wet myself, back is better today -> bladder-bowel
    numb foot yesterday, pain and numbness gone now ->
    chest pain this morning, pain gone now ->
    couldn't get out of bed yesterday, back is fine now ->
    told I have a widened aorta last year -> known-aaa
    they found an aneurysm last month, now my back hurts -> known-aaa
    had an aneurysm repaired in 2010 ->
    my dad had an aneurysm years ago ->
  `);
});

describe('a temperature', () => {
  hears(`
    temp 38.0 -> fever
    temp 37.7 ->
    temp 100.4 F -> fever
    temp 99.9 F ->
    98.6 so no fever ->
    38,5 on the thermometer -> fever
    101F this morning -> fever
    my temperature is one hundred and one point five -> fever
    39.1 all night -> fever
    bath at 39 degrees ->
    it is 38 degrees outside ->
    page 39 of the guide ->
    weight 39.5 kg ->
    37.2 in the morning so no fever, 38.4 tonight -> fever
  `);
});

describe('a weight', () => {
  hears(`
    wt 82 -> 75 kg, no diet -> weight-loss
    went from 11 stone 4 to 9 stone 12 -> weight-loss
    went from 75 to 82 kg ->
    lost 6 kilos without trying -> weight-loss
    lost 6 kilos on my diet ->
    lost 6 kilos and no, I'm not on a diet -> weight-loss
  `);
});

describe('spelling, shorthand and dictation', () => {
  hears(`
    nubmness in my foot -> leg-numbness-weakness
    lost control of my blader -> bladder-bowel
    inconntinent since monday -> bladder-bowel
    CANT FEEL MY LEGS -> leg-numbness-weakness paralysis
    can’t feel my legs -> leg-numbness-weakness paralysis
    no fever period I wet myself full stop -> bladder-bowel
    no fever comma my foot is numb -> leg-numbness-weakness
    rta yesterday, lbp -> severe-injury
    w/o fever ->
    lunch at the weekend ->
  `);
});

describe('figures of speech and harmless things', () => {
  hears(`
    cabin fever ->
    crashed on the sofa ->
    numb from the ice pack ->
    ice made my foot numb ->
    my foot is numb, should I use ice or heat? -> leg-numbness-weakness
    numb foot since yesterday, tried ice, no help -> leg-numbness-weakness
    fever since last night, can I use a heat pad -> fever
    my leg tingled for a few minutes ->
    my leg has been tingling for a few days -> leg-numbness-weakness
    can't stand up straight ->
    can't bend down ->
    fell asleep ->
    can't move my leg -> leg-numbness-weakness paralysis
    can't walk the dog ->
    fingers numb from typing ->
    my arms are heavy after the gym ->
    chest pain while typing -> chest-pain
    chest pain, my phone is dying -> chest-pain
    chest pain spreading to my jaw and teeth -> chest-pain
    chest pain while lying on my back -> chest-pain
    chest pain while holding my coffee -> chest-pain
    pain going up into my jaw -> chest-pain
    jaw hurts when chewing ->
    dead arm, I slept on it ->
    foot went numb after a run ->
    foot went numb after a run and is still numb -> leg-numbness-weakness
    fell down the stairs, I have osteoporosis -> severe-injury
    fell out of a tree -> severe-injury
    fell out with my sister ->
    sweating and can't pee -> bladder-bowel
    my tea towel is wet ->
    feels like being stabbed ->
    swap hot and cold packs ->
    can't walk at all -> cannot-move
  `);
});

describe('other emergencies', () => {
  hears(`
    crushing chest pain -> chest-pain
    I want to end my life -> self-harm
    passed out this morning -> collapse
    took 30 paracetamol -> overdose
    took 2 paracetamol ->
    took 30 mg codeine tablets ->
    took 400 mg more ibuprofen ->
    took two ibuprofen, the last ones 12 hours ago ->
    20 minutes ago two ibuprofen ->
    ibuprofen 12 hourly, 20 tablets gone -> overdose
    took a whole packet of 500 mg paracetamol -> overdose
    took 60 ml more than the label says -> overdose
    vomiting blood -> vomiting-blood
    20 weeks pregnant and bleeding -> pregnancy-now
    28 weeks, tightenings every few minutes -> pregnancy-now
    24 weeks of physio done ->
    I have a widened aorta and new back pain -> known-aaa
    took 20 of my painkillers because it would not stop -> overdose
    my lips have blown up -> swollen-throat
    bad belly ache, he's all grey and clammy -> aaa-signs
    can't get hard any more -> ces-sexual
    I cannot move my legs -> paralysis leg-numbness-weakness
    can't move my legs because of the pain -> cannot-move leg-numbness-weakness
  `);
});
