import { hear } from '../../src/warning-signs/hear.ts';
import { BUILT } from './measure.ts';

/** What is heard in a text: the ids, with "?" behind the doubtful ones. */
export function said(text: string): string[] {
  return hear(text, BUILT).map(({ id, sure }) => (sure ? id : `${id}?`));
}
