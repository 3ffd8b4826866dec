import type { JournalContent, SafetyNet } from '../content/types.ts';
import type { Application, Rating, Today } from '../journal/today.ts';
import { toIso } from '../journal/when.ts';
import type { Step } from '../triage/plan.ts';
import { SCHEMA_VERSION } from './documents.ts';
import { whenText } from './when.ts';
import { bullets, numbered, type Page, paragraph } from './page.ts';
import { sparkline } from './sparkline.ts';

/** How many ratings fit into a line and still say something. */
const RATINGS = 30;

export interface TodayTexts {
  readonly journal: JournalContent;
  readonly safetyNet: SafetyNet;
  /** The headline of a level, as triage says it. */
  readonly headline: (level: string) => string;
}

/** The page of today. @param next the step that comes next in an episode */
export function todayLines(page: Page, today: Today, texts: TodayTexts, next: Step | undefined, now: Date): string[] {
  const reminder = today.unseen ? [...unseenLines(page, today, texts, now), ''] : [];
  const body = today.episode ? episodeLines(page, today, texts, next, now) : quietLines(page, today, texts);
  return ['', ...reminder, ...body];
}

function unseenLines(page: Page, { unseen }: Today, { journal, headline }: TodayTexts, now: Date): string[] {
  const text = journal.today.unseen
    .replace('{when}', whenText(unseen!.at, now))
    .replace('{headline}', headline(unseen!.level!));
  return paragraph(page, text).map(page.style.caution);
}

function episodeLines(page: Page, today: Today, texts: TodayTexts, next: Step | undefined, now: Date): string[] {
  const { day, phase } = today.episode!;
  const { style } = page;
  return [
    style.heading(`Day ${day} of this episode, ${phase === 'early' ? 'the first days' : 'after the first days'}`),
    '',
    ...painLines(page, today.pains, texts.journal.course.samePain),
    ...today.applications.flatMap((application) => paragraph(page, applicationText(application, now))),
    ...(next ? [...paragraph(page, `${style.strong('Next:')} ${next.text} (unspasm ${next.command})`), ''] : ['']),
    ...paragraph(page, texts.journal.today.changes).map(style.strong),
    ...bullets(
      page,
      texts.safetyNet.signs.map((sign) => sign.text),
    ),
  ];
}

function painLines(page: Page, pains: readonly Rating[], samePain: number): string[] {
  const last = pains.at(-1);
  if (!last) return paragraph(page, 'Pain: not rated yet. unspasm log');
  const shown = pains.slice(-RATINGS).map((rating) => rating.pain);
  return paragraph(page, `Pain: ${sparkline(page, shown)}  ${last.pain} now${changeText(pains, samePain)}`);
}

function changeText(pains: readonly Rating[], samePain: number): string {
  const [first, last] = [pains[0]!, pains.at(-1)!];
  if (pains.length < 2) return '';
  const change = last.pain - first.pain;
  if (Math.abs(change) < samePain) return `, ${first.pain} at first: about the same`;
  return `, ${first.pain} at first: ${Math.abs(change)} ${change < 0 ? 'better' : 'worse'}`;
}

function applicationText({ therapy, done, from }: Application, now: Date): string {
  const times = done === 0 ? 'not yet today' : done === 1 ? 'once today' : `${done} times today`;
  const many = done >= therapy.softMaxPerDay ? '; that is as often as advised in a day' : '';
  const again = from === undefined ? '' : `; again from ${clock(from, now)}, when the skin is as it was`;
  return `${therapy.name}: ${times}${many}${again}`;
}

function clock(time: number, now: Date): string {
  return whenText(toIso(time), now).replace(/^.* (\d\d:\d\d), today$/, '$1');
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
export function todayDocument(today: Today, next: Step | undefined): object {
  const { unseen, episode, pains, sessions, applications, exercise } = today;
  return {
    schemaVersion: SCHEMA_VERSION,
    unseen: unseen ? { id: unseen.id, at: unseen.at, level: unseen.level } : null,
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
