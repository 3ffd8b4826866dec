import type { JournalContent } from '../../content/journal-types.ts';
import type { Entry } from '../../journal/core/records.ts';
import type { TriageResult } from '../../triage/core/result.ts';
import type { TherapyAllowance, Rating, Today } from '../core/today.ts';
import { toIso } from '../../journal/core/when.ts';
import type { Step } from '../../triage/core/plan.ts';
import { SCHEMA_VERSION } from '../../schema-version.ts';
import { noBreak } from '../../text/wrap.ts';
import { momentText, whenText } from '../../journal/core/when-text.ts';
import { bullets, numbered, type Page, paragraph } from '../../terminal/page.ts';
import { hasBars, sparkline } from '../../terminal/page.ts';

/** How many ratings fit into a line and still say something. */
const RATINGS = 30;

export interface TodayTexts {
  readonly journal: JournalContent;
  /** What is said of a note that told of warning signs, in sentences. */
  readonly heard: readonly string[];
  readonly safetyNet: TriageResult['safetyNet'];
}

/** What triage says of this day, and the step of it that a command can do next. */
export interface Advice extends TriageResult {
  readonly next: Step | undefined;
}

/** That a note told of warning signs. @param labelOf the words for a sign */
export function signsInNoteText(
  { at, signs = [] }: Entry,
  { journal, labelOf }: { readonly journal: JournalContent; readonly labelOf: (sign: string) => string },
  now: Date,
): string {
  const { heard } = journal.today;
  return heard.replace('{when}', whenText(at, now)).replace('{signs}', signs.map(labelOf).join('; '));
}

/** The page of today. */
export function todayLines(page: Page, today: Today, texts: TodayTexts, advice: Advice, now: Date): string[] {
  if (today.unseen) return ['', ...unseenLines(page, today.unseen, texts, advice, now)];
  const heard = today.heard ? ['', ...detectedLines(page, texts)] : [];
  if (today.episode) return [...heard, '', ...episodeLines(page, today, texts, advice, now)];
  // Whose note told of a warning sign isn't told to go swimming.
  return today.heard ? heard : ['', ...quietLines(page, today, texts)];
}

function detectedLines(page: Page, { heard }: TodayTexts): string[] {
  return heard.flatMap((text) => paragraph(page, text)).map(page.style.caution);
}

// Nothing else is offered to somebody who was sent to get help and hasn't been seen.
function unseenLines(
  page: Page,
  unseen: Entry,
  { journal, safetyNet }: TodayTexts,
  advice: Advice,
  now: Date,
): string[] {
  const text = journal.today.unseen.replace('{when}', whenText(unseen.at, now)).replace('{headline}', advice.headline);
  return [
    ...paragraph(page, text).map(page.style.caution),
    '',
    ...numbered(
      page,
      advice.plan.map((step) => step.text),
    ),
    '',
    ...paragraph(page, safetyNet.intro),
    ...bullets(
      page,
      safetyNet.signs.map((sign) => sign.text),
    ),
  ];
}

function episodeLines(page: Page, today: Today, texts: TodayTexts, advice: Advice, now: Date): string[] {
  const { day, phase } = today.episode!;
  const { style } = page;
  const { next } = advice;
  return [
    style.heading(`Day ${day} of this episode, ${phase === 'early' ? 'the first days' : 'after the first days'}`),
    ...(advice.level === 'urgent' ? paragraph(page, `Your last check: ${advice.headline}`).map(style.caution) : []),
    '',
    ...painLines(page, today.pains, texts.journal.course.samePain),
    ...allowed(today, advice).flatMap((application) => paragraph(page, applicationText(application, now))),
    ...(next
      ? [...paragraph(page, `${style.strong('Next:')} ${next.text} ${noBreak(`(unspasm ${next.command})`)}`), '']
      : ['']),
    ...paragraph(page, texts.journal.today.changes).map(style.strong),
    ...bullets(
      page,
      texts.safetyNet.signs.map((sign) => sign.text),
    ),
  ];
}

// Ice and heat are named only where the plan has one of them, and not beside a warning sign that wasn't looked at.
function allowed({ applications, heard }: Today, { plan }: Advice): readonly TherapyAllowance[] {
  if (heard) return [];
  return plan.some(({ id }) => applications.some(({ therapy }) => therapy.id === id)) ? applications : [];
}

function painLines(page: Page, pains: readonly Rating[], samePain: number): string[] {
  const last = pains.at(-1);
  if (!last) return paragraph(page, 'Pain: not rated yet. unspasm log');
  const shown = sparkline(
    page,
    pains.slice(-RATINGS).map((rating) => rating.pain),
  );
  const now = `${last.pain} now${changeText(pains, samePain)}`;
  return paragraph(page, hasBars(page) ? `Pain: ${shown}  ${now}` : `Pain: ${now} (so far: ${shown})`);
}

function changeText(pains: readonly Rating[], samePain: number): string {
  const [first, last] = [pains[0]!, pains.at(-1)!];
  if (pains.length < 2) return '';
  const change = last.pain - first.pain;
  if (Math.abs(change) < samePain) return `, ${first.pain} at first: about the same`;
  return `, ${first.pain} at first: ${Math.abs(change)} ${change < 0 ? 'better' : 'worse'}`;
}

function applicationText({ therapy, done, from }: TherapyAllowance, now: Date): string {
  const times = done === 0 ? 'not yet today' : done === 1 ? 'once today' : `${done} times today`;
  const many = done >= therapy.limits.softMaxPerDay ? '; that is as often as advised in a day' : '';
  const again = from === undefined ? '' : `; again from ${momentText(from, now)}, ${therapy.limits.onlyWhen}`;
  return `${therapy.name}: ${times}${many}${again}`;
}

function quietLines(page: Page, { exercise }: Today, { journal }: TodayTexts): string[] {
  return [
    ...paragraph(page, journal.today.quiet).map(page.style.heading),
    '',
    ...numbered(
      page,
      journal.prevention.map(({ text }) => text),
    ),
    '',
    ...paragraph(page, `Exercise sessions this week: ${exercise.done} of ${exercise.goal}`),
  ];
}

/** The same as the JSON document that scripts read. */
export function todayDocument(today: Today, { next, headline }: Advice): object {
  const { unseen, heard, episode, pains, sessions, applications, exercise } = today;
  return {
    schemaVersion: SCHEMA_VERSION,
    unseen: unseen ? { id: unseen.id, at: unseen.at, level: unseen.level, headline } : null,
    heard: heard ? { id: heard.id, at: heard.at, signs: heard.signs } : null,
    episode: episode ? { start: toIso(episode.start), day: episode.day, phase: episode.phase } : null,
    pains,
    sessions: sessions.map(({ id, at, therapy, minutes }) => ({ id, at, therapy, minutes })),
    applications: applications.map(({ therapy, done, from }) => ({
      therapy: therapy.id,
      doneToday: done,
      allowedFrom: from === undefined ? null : toIso(from),
    })),
    next: next ? { id: next.id, text: next.text, ...(next.command && { command: `unspasm ${next.command}` }) } : null,
    exercise,
  };
}
