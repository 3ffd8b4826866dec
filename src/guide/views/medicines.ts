import type { MedicineGroup, MedicinesContent } from '../../content/types.ts';
import type { Marked } from '../../terminal/prompter.ts';
import { bullets, type Page, paragraph } from '../../terminal/page.ts';

/** The advice on one group of medicines. Any mark, also "not sure", means: ask first. @param reply what was marked */
export function adviceLines(page: Page, medicines: MedicinesContent, group: MedicineGroup, reply: Marked): string[] {
  const reasons = reasonLines(page, group, [...reply.signs, ...reply.unsure], `${medicines.ask} You marked:`);
  const advice = reasons.length > 0 ? reasons : paragraph(page, medicines.clear, '  ');
  // Whether to ask first comes before what guidelines recommend.
  return [...groupHead(page, group, advice), ''];
}

/** Creams, the label, and the signs to stop for. */
export function medicinesClosing(page: Page, { topical, label, stop }: MedicinesContent): string[] {
  return [
    ...paragraph(page, topical.text),
    '',
    ...paragraph(page, label).map(page.style.strong),
    '',
    ...paragraph(page, stop.intro),
    ...bullets(
      page,
      stop.signs.map((sign) => sign.text),
    ),
  ];
}

/** The reasons to ask first that apply to somebody; nothing where none does. @param ids those of the reasons */
function reasonLines(page: Page, { checks }: MedicineGroup, ids: readonly string[], intro: string): string[] {
  const labels = checks.filter(({ id }) => ids.includes(id)).map(({ label }) => label);
  if (labels.length === 0) return [];
  return [...paragraph(page, intro, '  ').map(page.style.caution), ...bullets(page, labels, '    ')];
}

/** The reasons in each group of medicines that are known to apply to somebody, by the group's id. */
type KnownReasons = ReadonlyMap<string, readonly string[]>;

/** Everything there is to say, for a pipe or for reading; what is known about somebody comes first. */
export function medicinesLines(page: Page, medicines: MedicinesContent, known: KnownReasons): string[] {
  const groups = medicines.groups.flatMap((group) => [
    ...groupHead(page, group, [
      ...reasonLines(page, group, known.get(group.id) ?? [], `${medicines.ask} You said before:`),
      ...paragraph(page, `${medicines.ask.replace(/\.$/, '')} if any of these apply:`, '  '),
      ...bullets(
        page,
        group.checks.map(({ label, details }) => `${label}. ${details}`),
        '    ',
      ),
    ]),
    '',
  ]);
  return [...paragraph(page, medicines.intro), '', ...groups, ...medicinesClosing(page, medicines)];
}

/** The same as JSON, each group with the reasons that are known to apply. */
export function medicinesDocument(
  { intro, label, ask, groups, topical, stop }: MedicinesContent,
  known: KnownReasons,
): object {
  return {
    intro,
    label,
    ask,
    groups: groups.map((group) => ({ ...group, known: known.get(group.id) ?? [] })),
    topical,
    stop,
  };
}

function groupHead(page: Page, { title, examples, text, note }: MedicineGroup, cautions: readonly string[]): string[] {
  return [
    page.style.heading(title),
    ...paragraph(page, `For example: ${examples}. ${text}`, '  '),
    ...cautions,
    ...paragraph(page, note.text, '  '),
  ];
}
