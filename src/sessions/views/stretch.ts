import type { Pose, Stretch, StretchesContent } from '../../content/session-types.ts';
import type { Source } from '../../content/types.ts';
import type { OwnStretches } from '../own/own-stretches.ts';
import { secondsOf, stepsOf } from '../core/script.ts';
import { stretchesOf } from '../core/stretch-choice.ts';
import { drawFigure, type Ink } from '../figure/figure.ts';
import { bullets, keyRow, numbered, type Page, paragraph } from '../../terminal/page.ts';
import { sourceLines } from '../../guide/views/guide.ts';
import { pluralize } from '../../text/plural.ts';

const FIGURE_COLUMNS = 40;
/** Wide enough for the id of any stretch. */
const ID_COLUMNS = 17;

/** The list of routines and stretches, with the length of each. */
export function stretchListLines(page: Page, { stretches, routines }: StretchesContent, own: OwnStretches): string[] {
  const row = (id: string, text: string) => keyRow(page, id, ID_COLUMNS, text);
  return [
    page.style.heading('Routines'),
    ...routines.flatMap((routine) =>
      row(routine.id, `${routine.summary} (${aboutMinutes(stretchesOf(routine, stretches))})`),
    ),
    '',
    page.style.heading('Stretches'),
    ...stretches.flatMap((stretch) => row(stretch.id, `${stretch.name} (${aboutMinutes([stretch])})`)),
    '',
    ...ownListLines(page, own, [...stretches, ...own.stretches], row),
    ...paragraph(page, 'To be guided, run: unspasm stretch NAME. To read it, add --print.'),
  ];
}

function ownListLines(
  { style }: Page,
  own: OwnStretches,
  all: readonly Stretch[],
  row: (id: string, text: string) => string[],
): string[] {
  if (own.stretches.length + own.routines.length === 0) return [];
  return [
    style.heading('Your own'),
    ...own.routines.flatMap((routine) =>
      row(routine.id, `${routine.name}: ${routine.summary} (${aboutMinutes(stretchesOf(routine, all))})`),
    ),
    ...own.stretches.flatMap((stretch) => row(stretch.id, `${stretch.name} (${aboutMinutes([stretch])})`)),
    '',
  ];
}

/** What a page about a stretch is made with. */
export interface StretchPage {
  readonly poses: ReadonlyMap<string, Pose>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly ink: Ink;
}

/** A stretch to read: how it is done, how long, when to stop, its picture, and its sources. */
export function stretchLines(page: Page, stretch: Stretch, { poses, sources, ink }: StretchPage): string[] {
  const { style } = page;
  return [
    style.heading(stretch.name),
    ...numbered(page, stretch.steps),
    '',
    ...paragraph(page, stretch.dose),
    ...bullets(page, stretch.care),
    '',
    style.strong('Stop at once for:'),
    ...bullets(page, stretch.stop),
    ...pictureLines(page, stretch, poses, ink),
    '',
    ...stretch.sources.flatMap((id) => sourceLines(page, sources.get(id)!, '')),
  ];
}

// The picture is described in words for everybody, not only for people who use a screen reader.
function pictureLines(page: Page, { round }: Stretch, poses: ReadonlyMap<string, Pose>, ink: Ink): string[] {
  const pose = poses.get(round.findLast(({ figure }) => figure)?.figure ?? '');
  if (!pose) return [];
  const columns = Math.min(page.width, FIGURE_COLUMNS);
  const picture = page.framed ? drawFigure(pose, { columns, ink, mirrored: false }).map((line) => line.trimEnd()) : [];
  const drawn = picture.slice(picture.findIndex((line) => line !== ''));
  return ['', ...drawn, ...(drawn.length ? [''] : []), ...paragraph(page, `Figure: ${pose.alt}`)];
}

/** Stretches and routines as a JSON document. */
export function stretchesDocument(
  { stretches, routines, own }: Pick<StretchesContent, 'stretches' | 'routines'> & { readonly own: OwnStretches },
  sources: ReadonlyMap<string, Source>,
): object {
  const ownIds = new Set([...own.stretches, ...own.routines].map(({ id }) => id));
  const mark = (id: string) => (ownIds.has(id) ? { own: true } : {});
  return {
    stretches: stretches.map((stretch) => ({ ...stretchDocument(stretch, sources), ...mark(stretch.id) })),
    routines: routines.map(({ id, name, summary, stretches: parts }) => ({
      id,
      name,
      summary,
      stretches: parts,
      ...mark(id),
    })),
  };
}

function stretchDocument(stretch: Stretch, sources: ReadonlyMap<string, Source>): object {
  const { id, name, position, steps, dose, care, stop, passage, rounds } = stretch;
  return {
    id,
    name,
    position,
    steps,
    rounds: rounds?.usual ?? 1,
    seconds: secondsOf(stepsOf([stretch], {})),
    script: stepsOf([stretch], {}).map(({ kind, title, cue, seconds, side }) => ({
      kind,
      title,
      cue,
      seconds,
      ...(side && { side }),
    })),
    dose,
    care,
    stop,
    passage,
    sources: stretch.sources.map((source) => sources.get(source)),
  };
}

function aboutMinutes(stretches: readonly Stretch[]): string {
  const minutes = Math.max(1, Math.round(secondsOf(stepsOf(stretches, {})) / 60));
  return `about ${pluralize(minutes, 'minute')}`;
}
