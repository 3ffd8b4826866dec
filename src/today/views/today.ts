import type { JournalTexts } from '../../content/journal-content.ts';
import type { Entry, Words } from '../../journal/core/records.ts';
import { movementText } from '../../journal/views/movement.ts';
import { briefPlanLines, type PlanView } from '../../plan/views/plan.ts';
import { sanitize } from '../../text/sanitize.ts';
import type { TriageResult } from '../../triage/core/result.ts';
import type { TherapyAllowance, Today } from '../core/today.ts';
import type { Rating } from '../../journal/core/timed.ts';
import { aheadText } from '../../journal/views/ahead.ts';
import { habitsOf, livedDay } from '../../journal/core/habits.ts';
import { toIso } from '../../journal/core/when.ts';
import type { Step } from '../../triage/core/plan.ts';
import { nextStepLines } from '../../triage/views/next-step.ts';
import { headlineLines } from '../../triage/views/result.ts';
import type { KeyVerb } from '../../terminal/capabilities.ts';
import { noBreak } from '../../text/break-line.ts';
import { excerpt } from '../../text/excerpt.ts';
import { fillIn } from '../../text/fill-in.ts';
import { nextUseText } from '../../sessions/views/times.ts';
import { dayAndTime, momentText, periodText, sayAge, whenText } from '../../journal/core/say-when.ts';
import { bullets, hasBars, numbered, type Page, paragraph, sparkline } from '../../terminal/page.ts';

/** How many ratings fit into a line and can still be read. */
const RATINGS = 30;

/** How many characters of a note are quoted. */
const QUOTE = 60;

/** What is said beside the figures of the day. */
export interface TodayTexts {
  readonly journal: JournalTexts;
  /** A smaller change of pain counts as about the same. */
  readonly samePain: number;
  /** After how many days without pain of at least {@link newEpisodePain} an episode counts as over. */
  readonly quietDays: number;
  readonly newEpisodePain: number;
  /** Sentences about a note that mentions warning signs. */
  readonly noteWithSigns: readonly string[];
  readonly safetyNet: TriageResult['safetyNet'];
  /** The words for ids in entries. */
  readonly words: Words;
}

/** What triage says for today, and the step of its plan that a command can do next. */
export interface Advice extends TriageResult {
  readonly next: Step | undefined;
}

/** Everything on the page of today. */
export interface TodayView {
  readonly today: Today;
  readonly advice: Advice;
  /** What comes next without an episode; absent where somebody has to get help or to check a warning sign first. */
  readonly plan?: PlanView;
  readonly texts: TodayTexts;
  readonly now: Date;
  /** How the key that starts the next step is given; undefined where a command has to be named. */
  readonly verb?: KeyVerb | undefined;
}

/**
 * The sentence about an entry that mentions warning signs.
 * @param words the user's own words in it
 * @param labelOf the words for a sign
 */
export function noteWithSignsText(
  { at, signs = [] }: Entry,
  words: readonly string[],
  { journal, labelOf }: { readonly journal: JournalTexts; readonly labelOf: (sign: string) => string },
  now: Date,
): string {
  const labels = signs.map(labelOf).join('; ');
  const written = excerpt(words.join('; '), QUOTE);
  const quoted = written === '' ? labels : `"${written}" (${labels})`;
  return fillIn(journal.today.noteWithSigns, { when: whenText(at, now), signs: quoted });
}

/** The page of today. */
export function todayLines(page: Page, view: TodayView): string[] {
  const { today, texts } = view;
  const odd = aheadLines(page, view);
  if (today.unseen) return ['', ...unseenLines(page, today.unseen, view), ...odd];
  const note = texts.noteWithSigns.flatMap((text) => paragraph(page, text)).map(page.style.caution);
  const above = today.noteWithSigns ? ['', ...note, '', ...nextLines(page, view)] : [];
  if (today.episode) return [...above, '', ...episodeLines(page, today.episode, view), ...odd];
  // Somebody whose note mentions a warning sign isn't told to go swimming.
  return [...(today.noteWithSigns ? above : ['', ...quietLines(page, view)]), ...odd];
}

function nextLines(page: Page, { advice, verb }: TodayView): string[] {
  return advice.next ? nextStepLines(page, advice.next, verb) : [];
}

function aheadLines(page: Page, { today: { ahead }, texts: { journal }, now }: TodayView): string[] {
  const text = aheadText(ahead, journal, now);
  return text === undefined ? [] : ['', ...paragraph(page, text)];
}

// Somebody who was sent to get help, and hasn't been seen yet, is offered nothing else.
function unseenLines(page: Page, unseen: Entry, { texts, advice, now }: TodayView): string[] {
  const { journal, safetyNet } = texts;
  return [
    ...headlineLines(page, advice),
    ...paragraph(page, fillIn(journal.today.unseen, { when: whenText(unseen.at, now) })),
    '',
    ...numbered(page, textsOf(advice.plan)),
    '',
    ...paragraph(page, safetyNet.intro),
    ...bullets(page, textsOf(safetyNet.signs)),
  ];
}

function episodeLines(page: Page, episode: NonNullable<Today['episode']>, view: TodayView): string[] {
  const { today, texts, advice, now } = view;
  const { day, phase, isEstimate } = episode;
  const when = noBreak(phase === 'early' ? '(the first days)' : '(after the first days)');
  return [
    ...paragraph(page, `${dayText(day, isEstimate)} of this episode ${when}`).map(page.style.heading),
    ...whomToSeeLines(page, view),
    '',
    ...(today.noteWithSigns || !advice.next ? [] : [...nextLines(page, view), '']),
    ...doctorLines(page, view),
    ...painLines(page, view),
    ...medicineLines(page, view),
    ...(today.exercise.done > 0 ? movementLines(page, view) : []),
    ...shownAllowances(today, advice).flatMap((allowance) => paragraph(page, allowanceText(allowance, now))),
    '',
    ...paragraph(page, texts.journal.today.changes).map(page.style.strong),
    ...bullets(page, textsOf(texts.safetyNet.signs)),
  ];
}

function textsOf(items: readonly { readonly text: string }[]): string[] {
  return items.map(({ text }) => text);
}

// The answers of the last check as they count on this day, for somebody whom no health professional has seen since.
function whomToSeeLines(page: Page, { today, advice: { level, headline } }: TodayView): string[] {
  if (!today.checked || today.isSeen || level === 'self-care') return [];
  return paragraph(page, `Going by your last warning-sign check: ${headline}.`).map(page.style.caution);
}

// Where no check sends them to a doctor, what would be a reason to see one.
function doctorLines(page: Page, { today, advice: { level, plan } }: TodayView): string[] {
  if (today.noteWithSigns || today.isSeen || (today.checked && level !== 'self-care')) return [];
  const texts = textsOf(plan.filter(({ whenToSee }) => whenToSee));
  return texts.length === 0 ? [] : [...texts.flatMap((text) => paragraph(page, text)), ''];
}

// The start of an episode that was told in days or weeks is known no better than that.
function dayText(day: number, isEstimate = false): string {
  return day > 1 && isEstimate ? `About day ${day}` : `Day ${day}`;
}

// Ice and heat are named only where the plan has one of them, and not beside a warning sign that hasn't been checked.
function shownAllowances({ allowances, noteWithSigns }: Today, { plan }: Advice): readonly TherapyAllowance[] {
  if (noteWithSigns) return [];
  return plan.some(({ id }) => allowances.some(({ therapy }) => therapy.id === id)) ? allowances : [];
}

function painLines(page: Page, { today: { pains, lastIsNow }, texts: { samePain }, now: clock }: TodayView): string[] {
  const last = pains.at(-1);
  if (!last) return paragraph(page, 'Pain: not rated yet. To add a rating, run: unspasm log');
  const shown = sparkline(
    page,
    pains.slice(-RATINGS).map((rating) => rating.pain),
  );
  const change = changeText(pains, samePain);
  const now = lastIsNow
    ? `${last.pain} now${change && `, ${change}`}`
    : `${last.pain}, ${dayAndTime(last.at, clock)}${change && `; ${change}`}`;
  return paragraph(page, hasBars(page) ? `Pain: ${shown}  ${now}` : `Pain: ${now} (so far: ${shown})`);
}

function changeText(pains: readonly Rating[], samePain: number): string {
  const [first, last] = [pains[0]!, pains.at(-1)!];
  if (pains.length < 2) return '';
  const change = last.pain - first.pain;
  if (Math.abs(change) < samePain) return `about the same as the first rating (${first.pain})`;
  return `${change < 0 ? 'down' : 'up'} ${Math.abs(change)} from ${first.pain}`;
}

function allowanceText({ therapy, done, from }: TherapyAllowance, now: Date): string {
  const times = done === 0 ? 'not yet today' : done === 1 ? 'once today' : `${done} times today`;
  const many = done >= therapy.limits.softMaxPerDay ? ['That is the recommended maximum for a day.'] : [];
  const again = from === undefined ? [] : [nextUseText(therapy.name, momentText(from, now), therapy.limits)];
  return [`${therapy.name}: ${times}.`, ...many, ...again].join(' ');
}

function quietLines(page: Page, view: TodayView): string[] {
  const {
    today: { quiet },
    texts: { journal, quietDays, newEpisodePain },
    now,
  } = view;
  const ended = quiet && { from: livedDay(quiet.at, habitsOf(now)), to: livedDay(toIso(quiet.end!), habitsOf(now)) };
  const limits = { days: `${quietDays}`, pain: `${newEpisodePain}` };
  const over = ended && fillIn(journal.today.over, { period: periodText(ended, now), ...limits });
  return [
    ...(over ? [...paragraph(page, over), ''] : []),
    ...paragraph(page, journal.today.quiet).map(page.style.heading),
    '',
    ...(view.plan ? briefPlanLines(page, view.plan) : []),
    ...medicineLines(page, view),
  ];
}

function movementLines(page: Page, { today, texts }: TodayView): string[] {
  return paragraph(page, movementText(today.exercise, texts.words));
}

// When, and never how much or when again: that is on the package, and for a pharmacist to say.
function medicineLines(page: Page, { today: { medicines }, now }: TodayView): string[] {
  if (medicines.length === 0) return [];
  const taken = medicines.map(({ name, at }) => `${name}, ${sayAge(at, now)}`).join('; ');
  return paragraph(page, sanitize(`Taken: ${taken}`));
}
