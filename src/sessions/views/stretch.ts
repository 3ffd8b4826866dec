import type { Pose, Routine, Stretch, StretchesContent } from '../../content/session-types.ts';
import type { Source } from '../../content/types.ts';
import { secondsOf, stepsOf } from '../core/script.ts';
import { SCHEMA_VERSION } from '../../schema-version.ts';
import { drawFigure, type Ink } from '../figure/figure.ts';
import { bullets, keyRow, numbered, type Page, paragraph } from '../../terminal/page.ts';
import { sourceLines } from '../../guide/views/guide.ts';

const FIGURE_COLUMNS = 40;
/** Wide enough for the id of any stretch. */
const ID_COLUMNS = 17;

/** The routines, and the stretches that each is made of. */
export function stretchListLines(page: Page, { stretches, routines }: StretchesContent): string[] {
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
    ...paragraph(page, 'Guided: unspasm stretch NAME. To read: unspasm stretch NAME --print'),
  ];
}

/** The stretches of a routine, in its order. */
export function stretchesOf(routine: Routine, stretches: readonly Stretch[]): Stretch[] {
  return routine.stretches.map((id) => stretches.find((stretch) => stretch.id === id)!);
}

/** One stretch to be read: how it is done, for how long, when to stop, a picture, and who says so. */
export function stretchLines(
  page: Page,
  stretch: Stretch,
  poses: ReadonlyMap<string, Pose>,
  sources: ReadonlyMap<string, Source>,
  ink: Ink,
): string[] {
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

// A screen reader gets the picture in words, as everybody does.
function pictureLines(page: Page, { round }: Stretch, poses: ReadonlyMap<string, Pose>, ink: Ink): string[] {
  const pose = poses.get(round.findLast(({ figure }) => figure)?.figure ?? '');
  if (!pose) return [];
  const columns = Math.min(page.width, FIGURE_COLUMNS);
  const picture = page.framed ? drawFigure(pose, { columns, ink, mirrored: false }).map((line) => line.trimEnd()) : [];
  const drawn = picture.slice(picture.findIndex((line) => line !== ''));
  return ['', ...drawn, ...(drawn.length ? [''] : []), ...paragraph(page, `Picture: ${pose.alt}`)];
}

/** Stretches, and routines, as the JSON document that scripts read. */
export function stretchesDocument(
  stretches: readonly Stretch[],
  routines: readonly Routine[],
  sources: ReadonlyMap<string, Source>,
): object {
  return {
    schemaVersion: SCHEMA_VERSION,
    stretches: stretches.map((stretch) => stretchDocument(stretch, sources)),
    routines: routines.map(({ id, name, summary, stretches: parts }) => ({ id, name, summary, stretches: parts })),
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
  return `about ${minutes} minute${minutes === 1 ? '' : 's'}`;
}
