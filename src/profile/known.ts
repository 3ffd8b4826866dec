import type { Context } from '../app/context.ts';
import type { ProfileItem } from '../content/profile-types.ts';
import {
  answerProfile,
  currentItems,
  medicineReasons,
  type Profile,
  readProfile,
  reasonsText,
} from './core/profile.ts';
import { fillIn } from '../text/fill-in.ts';

/** What somebody said about their health, whenever that was. */
export function savedProfile({ content, answerStore }: Context): Profile {
  return readProfile(content.profile(), answerStore.profile());
}

/** What applies to them, as far as it still counts. */
export function knownItems(context: Context): ProfileItem[] {
  // Most people have no profile: its data is read only where there is one.
  if (context.answerStore.profile() === undefined) return [];
  return currentItems(context.content.profile(), savedProfile(context), context.now().getTime());
}

/** Saves an answer. @param shown ids that were asked about @param applies those of them that apply */
export function saveProfile(context: Context, shown: readonly string[], applies: readonly string[]): Profile {
  const profile = answerProfile(savedProfile(context), shown, applies, context.now().getTime());
  context.answerStore.rememberProfile(profile);
  return profile;
}

/**
 * Learns from marks on another list what it says about somebody's health: only what applies is learned, as "no" to
 * one kind of blood thinner is no answer to all of them.
 * @param kind the list @param marked ids of what was marked there
 */
export function learnFrom(
  context: Context,
  kind: 'signs' | 'answers' | 'cautions' | 'medicines',
  marked: readonly string[],
): void {
  if (marked.length === 0) return;
  const { items } = context.content.profile();
  const learned = items.filter(({ means }) => {
    const ids = means[kind] ?? [];
    return kind === 'answers' ? ids.some((id) => marked.includes(id)) : ids.length === 1 && marked.includes(ids[0]!);
  });
  const ids = learned.map(({ id }) => id);
  if (ids.length > 0) saveProfile(context, ids, ids);
}

/**
 * What is to be said when a medicine is logged; nothing where nothing is known to speak against it.
 * @param medicine as it was typed: "ibuprofen 2x"
 */
export function medicineCaution(context: Context, medicine: string): string | undefined {
  const items = knownItems(context);
  if (items.length === 0) return undefined;
  const words = new Set(medicine.toLowerCase().match(/[a-z]+/g));
  const groups = context.content.medicines().groups.filter(({ names }) => names.some((name) => words.has(name)));
  const reasons = [...new Set(groups.flatMap(({ id }) => medicineReasons(items, id)))];
  if (reasons.length === 0) return undefined;
  const { medicine: text } = context.content.profile();
  return fillIn(text, { medicine: medicine.trim(), reasons: reasonsText(reasons) });
}
