import type { LevelExercise, PlanContent, PlanTexts } from '../../content/plan-types.ts';
import type { Stretch } from '../../content/session-types.ts';
import type { Words } from '../../journal/core/records.ts';
import { sayDate, sayWeekday } from '../../journal/core/say-when.ts';
import { movementText } from '../../journal/views/movement.ts';
import { type Page, paragraph } from '../../terminal/page.ts';
import { fillIn } from '../../text/fill-in.ts';
import { pluralize } from '../../text/plural.ts';
import { wrap } from '../../text/wrap.ts';
import type { NextStep, Plan, PlannedWeek, UpStep } from '../core/plan.ts';

/** From this width on a week with its minutes fits into a line. */
const ROOM_FOR_MINUTES = 44;

/** What is said beside the figures of a plan. */
export interface PlanView {
  readonly plan: Plan;
  readonly content: PlanContent;
  /** The words for ids in entries. */
  readonly words: Words;
  readonly now: Date;
}

/** The same with what is only on the whole page. */
export interface WholePlanView extends PlanView {
  readonly stretches: readonly Stretch[];
  /** What the last check of the warning signs says against exercise, in sentences. */
  readonly objections: readonly string[];
}

/** The plan on a page of its own. */
export function planLines(page: Page, view: WholePlanView): string[] {
  const { plan, content, objections } = view;
  const inEpisode = plan.phase === undefined ? [] : [content.texts.episode];
  const cautions = [...inEpisode, ...objections, ...plan.cautions.map(({ text }) => text)];
  return [
    '',
    ...paragraph(page, content.texts.title).map(page.style.heading),
    '',
    ...(cautions.length === 0
      ? []
      : [...cautions.flatMap((text) => paragraph(page, text)).map(page.style.caution), '']),
    ...weekLines(page, view),
    '',
    ...nextLines(page, view),
    '',
    ...coreLines(page, view),
    '',
    ...walkingLines(page, view),
    '',
    ...tipLines(page, view),
  ];
}

/** The plan in short, for the page of today. */
export function briefPlanLines(page: Page, { plan, content, words }: PlanView): string[] {
  const { weeks, core, walking, cautions } = plan;
  const toAsk = cautions.filter(({ ask }) => ask).flatMap(({ text }) => paragraph(page, text));
  return [
    ...paragraph(page, content.aim.text),
    '',
    ...(toAsk.length === 0 ? [] : [...toAsk.map(page.style.caution), '']),
    ...withBoxes(page, weeks[0]!, movementText(weeks[0]!, words)),
    ...paragraph(page, `Core exercises: level ${core.level.id} of ${core.of}`),
    ...paragraph(page, `Walking: ${stageText(walking)}`),
    '',
    ...nextLines(page, { plan, content }),
    ...tipLines(page, { plan }),
    '',
    ...paragraph(page, content.texts.painNow),
  ];
}

/** How the next session is called: "core exercises at level 2". */
export function nextText(next: NextStep, { core }: Pick<Plan, 'core'>): string {
  return next.id === 'core' ? `core exercises at level ${core.level.id}` : `a walk of ${next.minutes} minutes`;
}

/** The command that starts it. */
export function nextCommand(next: NextStep, { core }: Pick<PlanContent, 'core'>): string {
  return next.id === 'core' ? `stretch ${core.routine}` : `walk --minutes ${next.minutes}`;
}

function nextLines(page: Page, { plan, content }: Pick<PlanView, 'plan' | 'content'>): string[] {
  const { next, waits } = plan;
  if (next) {
    const command = `(unspasm ${nextCommand(next, content)})`;
    return paragraph(page, `${page.style.strong('Next:')} ${nextText(next, plan)} ${command}`);
  }
  // What a check said is at the top of the page.
  return waits === 'done' ? paragraph(page, content.texts.wait.done) : [];
}

function tipLines(page: Page, { plan: { tip } }: Pick<PlanView, 'plan'>): string[] {
  return paragraph(page, `${page.style.strong('Tip:')} ${tip.text} (unspasm guide ${tip.passage})`);
}

function withBoxes(page: Page, week: PlannedWeek, text: string): string[] {
  return wrap(text, page.width, { first: boxes(page, week) });
}

// A screen reader would read each circle by its name; the words say the same.
function boxes({ framed, glyphs }: Page, { done, goal }: PlannedWeek): string {
  if (!framed) return '';
  const marks = Array.from({ length: goal }, (_, at) => (at < done ? glyphs.marked : glyphs.empty));
  return `${marks.join(' ')}  `;
}

// What wasn't done is an empty box, and nothing is said about it. A screen reader has no boxes.
function weekLines(page: Page, { plan: { weeks }, now }: WholePlanView): string[] {
  return weeks.flatMap((week, ago) => {
    const name = ago === 0 ? 'This week' : `Week of ${sayDate(week.from, now)}`;
    const minutes = page.width < ROOM_FOR_MINUTES ? '' : `, ${week.minutes} min`;
    const what = week.done > 0 || !page.framed ? `: ${pluralize(week.done, 'session')}${minutes}` : '';
    return withBoxes(page, week, `${name}${what}`);
  });
}

function coreLines(page: Page, { plan, content, stretches, now }: WholePlanView): string[] {
  const { level, of, why, up, waitsForPain } = plan.core;
  const { texts } = content;
  const exercises = level.exercises.map((exercise) => exerciseText(exercise, stretches)).join('; ');
  const isTop = level.id === content.core.levels.at(-1)!.id;
  const sentences = [
    ...(waitsForPain === undefined ? [] : [fillIn(texts.wait.later, { pain: `${waitsForPain}` })]),
    ...(why ? [texts.why[why]] : []),
    ...(up ? [upText(up, texts, now)] : isTop ? [texts.top] : []),
    texts.hurts,
  ];
  return [
    ...paragraph(page, page.style.strong(`Core exercises: level ${level.id} of ${of}`)),
    ...paragraph(page, `${capitalized(exercises)}.`, '  '),
    ...paragraph(page, sentences.join(' '), '  '),
  ];
}

function upText({ level, sessions, from }: UpStep, texts: PlanTexts, now: Date): string {
  const values = { level: level.id, sessions: pluralize(sessions, 'session') };
  if (from === undefined) return fillIn(texts.up, values);
  return fillIn(texts.upFrom, { ...values, day: `${sayWeekday(from)} ${sayDate(from, now)}` });
}

// "bird-dog 4 times on each side, 6 seconds each"
function exerciseText({ stretch: id, rounds, seconds }: LevelExercise, stretches: readonly Stretch[]): string {
  const stretch = stretches.find((one) => one.id === id)!;
  const side = stretch.sides ? ' on each side' : '';
  return `${stretch.name.toLowerCase()} ${rounds} times${side}, ${seconds} seconds each`;
}

function capitalized(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function walkingLines(page: Page, { plan: { walking }, content }: WholePlanView): string[] {
  return [
    ...paragraph(page, page.style.strong(`Walking: ${stageText(walking)}`)),
    ...paragraph(page, content.walking.goal.text, '  '),
  ];
}

function stageText({ minutes, days, done }: Plan['walking']): string {
  const soFar = done > 0 ? `, ${pluralize(done, 'day')} so far` : '';
  return `${minutes} minutes on ${pluralize(days, 'day')} a week${soFar}`;
}

/** What comes next, for scripts. */
export function nextDocument({ plan, content }: Pick<PlanView, 'plan' | 'content'>): object | null {
  const { next } = plan;
  return next ? { id: next.id, text: nextText(next, plan), command: `unspasm ${nextCommand(next, content)}` } : null;
}

/** The plan for scripts. */
export function planDocument({ plan, content }: Pick<PlanView, 'plan' | 'content'>): object {
  const { weeks, core, walking, waits, tip, cautions } = plan;
  const { level, number, of, why, up, waitsForPain } = core;
  return {
    waits: waits ?? null,
    next: nextDocument({ plan, content }),
    weeks,
    core: {
      level: level.id,
      number,
      of,
      exercises: level.exercises,
      why: why ?? null,
      up: up ? { level: up.level.id, sessions: up.sessions, from: up.from ?? null } : null,
      waitsForPain: waitsForPain ?? null,
    },
    walking: { stage: walking.id, of: walking.of, minutes: walking.minutes, days: walking.days, done: walking.done },
    tip: { id: tip.id, text: tip.text, passage: tip.passage },
    cautions: cautions.map(({ id, text }) => ({ id, text })),
  };
}
