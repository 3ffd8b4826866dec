import type { Context } from '../context.ts';
import type { Fields } from '../journal/records.ts';

/** The zone that the machine is in, as an entry keeps it. */
export function zoneOf({ whereabouts }: Context): Pick<Fields, 'tz'> {
  const { zone } = whereabouts();
  return zone === undefined ? {} : { tz: zone };
}
