import type { Habits } from '../journal/core/habits.ts';
import { WEEKDAYS } from '../journal/core/day.ts';
import type { Settings } from './settings.ts';

/*
 * Where clocks have twelve hours, and where weeks begin on a Saturday or a Sunday, by the Unicode CLDR 48. Node knows the
 * same (`Intl.Locale`), but its first use takes as long as starting Node.
 */
const TWELVE_HOURS =
  'AE AG AL AR AS AU BB BD BH BM BN BO BS BT CA CL CO CR CU CY DJ DM DO DZ EC EG EH ER ET FJ FM GD GH GM GR GT GU GY HK HN IN IQ JM JO KH KI KN KP KR KW KY LB LC LR LS LY MH MO MP MR MW MX MY NA NH NI NZ OM PA PE PG PH PK PR PS PW PY QA SA SB SD SG SL SO SS SV SY SZ TC TD TN TO TT TW UM US UY VC VE VG VI VU WS YE ZM';
const FROM_SUNDAY =
  'AG AS BD BR BS BT BU BW BZ CA CO DM DO ET GT GU HK HN ID IL IN IS JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW';
const FROM_SATURDAY = 'AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY';

/**
 * How the user counts days and reads the clock: by the settings, otherwise by the locale.
 * @param locale of the environment, such as "en_US.UTF-8"; empty where there is none
 */
export function habitsFor(settings: Settings, locale: string): Habits {
  const [, language = '', region = ''] = /^([a-z]{2,3})[_-]([A-Z]{2})\b/.exec(locale) ?? [];
  const isIn = (regions: string) => region !== '' && regions.includes(region);
  const [hours = '0', minutes = '0'] = settings['day-begins']?.split(':') ?? [];
  const clock = settings['clock'] ?? (isIn(TWELVE_HOURS) && `${language}_${region}` !== 'fr_CA' ? '12' : '24');
  const usualDay = isIn(FROM_SUNDAY) ? 0 : isIn(FROM_SATURDAY) ? 6 : region === 'MV' ? 5 : 1;
  const first = settings['week-begins'];
  return {
    dayBegins: Number(hours) * 60 + Number(minutes),
    twelveHours: clock === '12',
    weekBegins: first === undefined ? usualDay : (WEEKDAYS.indexOf(first) as Habits['weekBegins']),
  };
}
