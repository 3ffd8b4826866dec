import { UsageError } from '../errors.ts';

/** The formats, and how the names of their files end; the first is the usual one. */
const ENDINGS = { html: ['html', 'htm'], pdf: ['pdf'], text: ['txt'], fhir: ['json'] } as const;

export type Format = keyof typeof ENDINGS;
export const FORMATS = Object.keys(ENDINGS) as Format[];

/** How the name of a file of this format ends. */
export function endingOf(format: Format): string {
  return ENDINGS[format][0];
}

/**
 * The format of a report: the one that was asked for, or the one that the name of the file ends in.
 * @param output the name of the file, or - for standard output
 * @throws UsageError where the two disagree: no file may hold what its name doesn't say
 */
export function formatFor(asked: Format | undefined, output: string | undefined): Format {
  const ending = /\.([a-z]+)$/i.exec(output ?? '')?.[1]?.toLowerCase();
  const named = FORMATS.find((format) => (ENDINGS[format] as readonly string[]).includes(ending ?? ''));
  if (asked === undefined || named === undefined || named === asked) return asked ?? named ?? 'html';
  const right = output!.replace(/[a-z]+$/i, endingOf(asked));
  throw new UsageError(`${output}: the name ends in .${ending}, but --format is ${asked}`, {
    code: 'other-format',
    hint: `write --format ${named}, or --output ${right}`,
  });
}

/** Whom a report can be for; a doctor unless another is named. */
export const READERS = ['doctor', 'physio'] as const;
export type Reader = (typeof READERS)[number];
