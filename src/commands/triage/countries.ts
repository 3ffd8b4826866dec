import type { Candidate } from '../../command.ts';
import type { Context } from '../../context.ts';

/** The countries that can be named, with their names. */
export function countryCodes({ content }: Context): Candidate[] {
  return content.emergencyNumbers().countries.map(({ code, name }) => ({ value: code, description: name }));
}
