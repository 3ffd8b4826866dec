import type { MedicineGroup, MedicinesContent } from '../../content/types.ts';
import type { Marked } from '../../terminal/prompter.ts';
import { bullets, type Page, paragraph } from '../../terminal/page.ts';

/** The introduction, which says that the label decides. */
export function medicinesIntro(page: Page, { intro, label }: MedicinesContent): string[] {
  return [...paragraph(page, intro), ...paragraph(page, label), ''];
}

/** The advice on one group of medicines. Any mark, also "not sure", means: ask first. @param reply what was marked */
export function adviceLines(page: Page, medicines: MedicinesContent, group: MedicineGroup, reply: Marked): string[] {
  const { style } = page;
  const marked = group.checks.filter(({ id }) => reply.signs.includes(id) || reply.unsure.includes(id));
  const advice =
    marked.length > 0
      ? [
          ...paragraph(page, `${medicines.ask} You marked:`, '  ').map(style.caution),
          ...bullets(
            page,
            marked.map(({ label }) => label),
            '    ',
          ),
        ]
      : paragraph(page, medicines.clear, '  ');
  // Whether to ask first stands before what guidelines recommend.
  return [...groupHead(page, group, advice), ''];
}

/** Creams, the label once more, and the signs to stop for. */
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

/** Everything there is to say, for a pipe or for reading. */
export function medicinesLines(page: Page, medicines: MedicinesContent): string[] {
  const groups = medicines.groups.flatMap((group) => [
    ...groupHead(page, group, [
      ...paragraph(page, `${medicines.ask.replace(/\.$/, '')} if any of this applies:`, '  '),
      ...bullets(
        page,
        group.checks.map(({ label, details }) => `${label}. ${details}`),
        '    ',
      ),
    ]),
    '',
  ]);
  return [...medicinesIntro(page, medicines), ...groups, ...medicinesClosing(page, medicines)];
}

function groupHead(page: Page, { title, examples, text, note }: MedicineGroup, cautions: readonly string[]): string[] {
  return [
    page.style.heading(title),
    ...paragraph(page, `For example: ${examples}. ${text}`, '  '),
    ...cautions,
    ...paragraph(page, note.text, '  '),
  ];
}
