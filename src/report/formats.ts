import { UsageError } from '../errors.ts';

/** The formats, and how the names of their files end; the first is the usual one. */
const ENDINGS = { html: ['html', 'htm'], pdf: ['pdf'], text: ['txt'], fhir: ['json'] } as const;

export type Format = keyof typeof ENDINGS;
export const FORMATS = Object.keys(ENDINGS) as Format[];

/** The ending of a file name; a name that begins with a dot, or ends in a number, has none. */
const ENDING = /[^/\\]\.([a-z0-9]*[a-z][a-z0-9]*)$/i;

/** How the name of a file of this format ends. */
export function endingOf(format: Format): string {
  return ENDINGS[format][0];
}

/**
 * The format of a report: the one that was asked for, or the one that the name of the file ends in.
 * @param output the name of the file, or - for standard output
 * @throws UsageError where the two disagree, or no format has that ending: no file may hold what its name doesn't say
 */
export function formatFor(asked: Format | undefined, output: string | undefined): Format {
  const ending = ENDING.exec(output ?? '')?.[1]?.toLowerCase();
  const named = FORMATS.find((format) => (ENDINGS[format] as readonly string[]).includes(ending ?? ''));
  if (asked === undefined && named === undefined && ending !== undefined) throw unknownEnding(output!, ending);
  if (asked === undefined || named === undefined || named === asked) return asked ?? named ?? 'html';
  const right = output!.replace(/[a-z]+$/i, endingOf(asked));
  throw new UsageError(`${output}: the name ends in .${ending}, but --format is ${asked}`, {
    code: 'other-format',
    hint: `write --format ${named}, or --output ${right}`,
  });
}

function unknownEnding(output: string, ending: string): UsageError {
  const endings = Object.values(ENDINGS)
    .flat()
    .map((known) => `.${known}`);
  return new UsageError(`${output}: a report can't be written as .${ending}`, {
    code: 'unknown-ending',
    hint: `use a name that ends in ${endings.slice(0, -1).join(', ')} or ${endings.at(-1)}, or add --format`,
  });
}

/** Whom a report can be for; a doctor unless another is named. */
export const READERS = ['doctor', 'physio'] as const;
export type Reader = (typeof READERS)[number];
