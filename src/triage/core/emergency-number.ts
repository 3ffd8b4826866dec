import type { Country, CrisisContent, EmergencyNumbers } from '../../content/types.ts';
import { normal } from '../../text/normal.ts';

/** Whose emergency number is shown. */
export interface EmergencyNumber {
  /** What to dial, "999 or 112", where the country is certain. */
  readonly dial?: string;
  /** "999 or 112", or all that there is to say where the country isn't sure. */
  readonly inFull: string;
  /** The same inside a sentence. */
  readonly brief: string;
  readonly adviceLine?: string;
  readonly country?: Pick<Country, 'code' | 'name'>;
  /** It was guessed from the time zone and the locale. */
  readonly guessed?: true;
}

/** Who listens to thoughts of suicide there, day and night; where to find that out, if the country isn't known. */
export function crisisLine({ lines, unknownLine }: CrisisContent, { country }: EmergencyNumber): string {
  return lines.find((one) => one.country === country?.code)?.line ?? unknownLine;
}

/** What the settings of the machine say about its country. */
export interface LocaleHints {
  /** An IANA name, as "Europe/Berlin". */
  readonly zone?: string;
  /** The region of the locale, as "DE". */
  readonly region?: string;
}

/** The country that somebody typed: its ISO code, its name or another name for it, in any case and without accents. */
export function findCountry({ countries }: EmergencyNumbers, typed: string): Country | undefined {
  const wanted = plain(typed);
  return (
    countries.find(({ code }) => plain(code) === wanted) ??
    countries.find(({ name, also = [] }) => [name, ...also].some((one) => plain(one) === wanted))
  );
}

// "the U.K." and "uk" are the same; so are "Österreich" and "osterreich".
function plain(name: string): string {
  const letters = name.normalize('NFKD').replace(/[^\p{Letter}\s]/gu, '');
  return normal(letters).replace(/^the /, '');
}

/** The number to call in the country that the user named. */
export function numberIn(numbers: EmergencyNumbers, country: Country): EmergencyNumber {
  const { code, name, adviceLine } = country;
  // Never a number without its country: 111 is an ambulance in one and advice in another.
  const dial = country.numbers?.join(' or ');
  const withCountry = dial && `${dial} (${name})`;
  return {
    ...(dial && { dial }),
    inFull: withCountry ?? numbers.unknown,
    brief: withCountry ?? numbers.elsewhere,
    country: { code, name },
    ...(adviceLine && { adviceLine }),
  };
}

/**
 * The number of the country that time zone and locale agree on, marked as a guess with the
 * fallback beside it; where they disagree, only the fallback: a wrong number can cost a life.
 */
export function guessNumber(numbers: EmergencyNumbers, { zone, region }: LocaleHints): EmergencyNumber {
  const { unknown, elsewhere } = numbers;
  const country = zone && region ? findCountry(numbers, region) : undefined;
  if (!country?.numbers || !zone || !country.zones?.includes(zone)) return { inFull: unknown, brief: elsewhere };
  const { code, name, inText = name } = country;
  const dial = `${country.numbers.join(' or ')} if you are in ${inText}`;
  return {
    inFull: `${dial} (a guess); otherwise ${unknown}`,
    brief: `${dial}, otherwise ${elsewhere}`,
    country: { code, name },
    guessed: true,
  };
}
