import type { Context } from '../app/context.ts';
import { Cancelled } from '../errors.ts';
import { detectSigns, type Written } from './detect.ts';

/** Responds to the warning signs in some words on standard error, and asks nothing. */
export async function answerWords(context: Context, written: Written): Promise<void> {
  const { signs } = await detectSigns(context, written);
  if (signs.length === 0) return;
  const { answerSigns } = await import('./answer-signs.ts');
  await answerSigns(context, signs, true);
}

/**
 * Does something with words that somebody typed. If it fails, as for a time that can't be read or on a full disk, the
 * warning signs in them are responded to all the same.
 * @throws what `act` throws
 */
export async function answeredIfRefused<T>(
  context: Context,
  written: () => Written,
  act: () => T | Promise<T>,
): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Cancelled)) await answerWords(context, written());
    throw error;
  }
}
