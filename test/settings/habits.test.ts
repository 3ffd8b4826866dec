import { describe, expect, it } from 'vitest';
import { habitsFor } from '../../src/settings/habits.ts';
import { parseSettings, SETTINGS } from '../../src/settings/settings.ts';

/** What Node knows of a locale: it knows the same, only too slowly. */
function byNode(tag: string) {
  const locale = new Intl.Locale(tag) as Intl.Locale & {
    readonly hourCycles?: readonly string[];
    readonly weekInfo?: { readonly firstDay: number };
    readonly getHourCycles?: () => readonly string[];
    readonly getWeekInfo?: () => { readonly firstDay: number };
  };
  const cycle = (locale.getHourCycles?.() ?? locale.hourCycles!)[0];
  const { firstDay } = locale.getWeekInfo?.() ?? locale.weekInfo!;
  return { dayBegins: 0, twelveHours: cycle === 'h12', weekBegins: firstDay % 7 };
}

describe('by the locale', () => {
  it.each(
    'en_US en_GB en_CA fr_CA en_AU en_IN hi_IN en_IE en_ZA de_DE de_AT fr_FR es_ES es_MX pt_BR pt_PT it_IT nl_NL sv_SE pl_PL ja_JP ko_KR zh_CN ar_EG ar_SA he_IL fa_IR ru_RU tr_TR dv_MV'.split(
      ' ',
    ),
  )('a clock and a week are those of %s', (locale) => {
    expect(habitsFor({}, `${locale}.UTF-8`)).toEqual(byNode(locale.replace('_', '-')));
  });

  it.each(['', 'C', 'C.UTF-8', 'POSIX', 'en', 'de.UTF-8', 'en_XX', 'en_A', 'xx_ U'])(
    'a locale without a known region has 24 hours and weeks from Monday: "%s"',
    (locale) => {
      expect(habitsFor({}, locale)).toEqual({ dayBegins: 0, twelveHours: false, weekBegins: 1 });
    },
  );
});

describe('by the settings', () => {
  it('which override the locale', () => {
    const set = parseSettings({ 'day-begins': '04:30', clock: '24', 'week-begins': 'saturday' });
    expect(habitsFor(set, 'en_US.UTF-8')).toEqual({ dayBegins: 270, twelveHours: false, weekBegins: 6 });
    expect(habitsFor(parseSettings({ clock: '12' }), 'de_DE')).toMatchObject({ twelveHours: true, weekBegins: 1 });
  });

  it.each([
    ['04:00', '04:00'],
    ['4:00', '04:00'],
    ['0:00', '00:00'],
    ['12:00', '12:00'],
    ['12:30', undefined],
    ['18:00', undefined],
    ['4', undefined],
    ['4:60', undefined],
    [':00', undefined],
    ['4am', undefined],
    ['', undefined],
  ])('a day begins at "%s": %s', (typed, means) => {
    expect(SETTINGS['day-begins'].read(typed)).toBe(means);
  });
});
