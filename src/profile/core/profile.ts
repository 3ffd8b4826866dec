import { ownValue } from '../../text/own-value.ts';
import type { ProfileContent, ProfileItem } from '../../content/profile-types.ts';

/** What somebody said about their health. */
export interface Profile {
  /** Ids of what applies. */
  readonly applies: readonly string[];
  /** Ids of what was asked: of no other does silence mean no. */
  readonly asked: readonly string[];
  /** When each was answered, in milliseconds since 1970. */
  readonly at: Readonly<Record<string, number>>;
}

export const EMPTY_PROFILE: Profile = { applies: [], asked: [], at: {} };

const WEEK_MS = 7 * 24 * 3_600_000;

/** Whatever was read from a file, as a profile; what isn't known is left out. */
export function readProfile({ items }: ProfileContent, saved: unknown): Profile {
  if (typeof saved !== 'object' || saved === null) return EMPTY_PROFILE;
  const { applies, asked, at } = saved as Partial<Record<keyof Profile, unknown>>;
  const known = new Set(items.map(({ id }) => id));
  const ids = (value: unknown) => (Array.isArray(value) ? value.filter((id): id is string => known.has(id)) : []);
  const times = typeof at === 'object' && at !== null ? Object.entries(at) : [];
  return {
    applies: ids(applies),
    asked: ids(asked),
    at: Object.fromEntries(times.filter(([id, time]) => known.has(id) && typeof time === 'number')),
  };
}

/**
 * The profile with an answer more.
 * @param shown ids that were asked about now
 * @param applies those of them that apply
 * @param now milliseconds since 1970
 */
export function answerProfile(
  profile: Profile,
  shown: readonly string[],
  applies: readonly string[],
  now: number,
): Profile {
  const others = profile.applies.filter((id) => !shown.includes(id));
  return {
    applies: [...others, ...shown.filter((id) => applies.includes(id))],
    asked: [...new Set([...profile.asked, ...shown])],
    at: { ...profile.at, ...Object.fromEntries(shown.map((id) => [id, now])) },
  };
}

/** The items that apply and still count: what comes and goes has to have been said within its weeks. */
export function currentItems({ items }: ProfileContent, profile: Profile, now: number): ProfileItem[] {
  return items.filter((item) => profile.applies.includes(item.id) && isCurrent(item, profile, now));
}

/** What has no answer that counts: what was never asked, and what may have changed since. */
export function dueItems({ items }: ProfileContent, profile: Profile, now: number): ProfileItem[] {
  return items.filter((item) => !profile.asked.includes(item.id) || !isCurrent(item, profile, now));
}

function isCurrent({ id, weeks }: ProfileItem, { at }: Profile, now: number): boolean {
  if (weeks === undefined) return true;
  const said = ownValue(at, id) ?? 0;
  // After the clock was set back an answer seems to be from the future: that is no reason to trust it.
  return Math.abs(now - said) <= weeks * WEEK_MS;
}

/** The reasons to ask before a medicine of a group, as they are said: "you take a blood thinner". */
export function medicineReasons(items: readonly ProfileItem[], group: string): string[] {
  return items
    .filter(({ means }) => means.medicines?.some((one) => one.startsWith(`${group}/`)))
    .map(({ because }) => because);
}

/** The checks of a group of medicines that the profile marks. */
export function medicineMarks(items: readonly ProfileItem[], group: string): string[] {
  const all = items.flatMap(({ means }) => means.medicines ?? []);
  return all.filter((one) => one.startsWith(`${group}/`)).map((one) => one.slice(group.length + 1));
}

/** Reasons in one sentence: "you take a blood thinner, and your bones are fragile". */
export function reasonsText(reasons: readonly string[]): string {
  const [first = '', ...rest] = reasons;
  return [first, ...rest.map((one, at) => (at === rest.length - 1 ? `and ${one}` : one))].join(', ');
}
