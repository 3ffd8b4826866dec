import type { Country, EmergencyNumbers } from '../content/types.ts';

export interface EmergencyNumber {
  /** As shown and said: "999 or 112", or the words for an unknown country. */
  readonly text: string;
  readonly adviceLine?: string;
  readonly country?: Pick<Country, 'code' | 'name'>;
  /** It was guessed from the time zone and the locale. */
  readonly guessed?: true;
}

/** What the machine tells about where it is. */
export interface Whereabouts {
  /** An IANA name, as "Europe/Berlin". */
  readonly zone?: string;
  /** The region of the locale, as "DE". */
  readonly region?: string;
}

/** The country of an ISO code, in upper or lower case. */
export function findCountry(numbers: EmergencyNumbers, code: string): Country | undefined {
  return numbers.countries.find((country) => country.code === code.toUpperCase());
}

/** The number to call in the country that the user named. */
export function numberIn(numbers: EmergencyNumbers, country: Country): EmergencyNumber {
  const { code, name, adviceLine } = country;
  const text = country.numbers?.join(' or ') ?? numbers.unknown;
  return { text, country: { code, name }, ...(adviceLine && { adviceLine }) };
}

/**
 * The number of the country that time zone and locale agree on, marked as a guess with the
 * fallback beside it; else the fallback alone: a wrong number can cost a life.
 */
export function guessNumber(numbers: EmergencyNumbers, { zone, region }: Whereabouts): EmergencyNumber {
  const country = zone && region ? findCountry(numbers, region) : undefined;
  if (!country?.numbers || !zone || !country.zones?.includes(zone)) return { text: numbers.unknown };
  const { code, name } = country;
  const text = `${country.numbers.join(' or ')} if you are in ${nameInText(name)}, else ${numbers.unknown}`;
  return { text, country: { code, name }, guessed: true };
}

function nameInText(name: string): string {
  return /^(United|Netherlands|Philippines|Czech Republic)/.test(name) ? `the ${name}` : name;
}
