import type { Therapy } from '../../content/session-types.ts';
import type { TherapyAllowance } from '../../today/core/today.ts';
import { toIso } from '../../journal/core/when.ts';
import { SCHEMA_VERSION } from '../../schema-version.ts';

/** A therapy, and when it may be applied, as the JSON document that scripts read. @param applications those that it counts for */
export function therapyDocument(therapy: Therapy, applications: readonly TherapyAllowance[]): object {
  const { id, name, minutes, rounds, forms, cautions, stop, passage, sources } = therapy;
  return {
    schemaVersion: SCHEMA_VERSION,
    therapy: id,
    name,
    ...(minutes && { minutes: { usual: minutes.usual, min: minutes.min, max: minutes.max } }),
    ...(rounds && { rounds }),
    ...(forms && { forms: forms.map((form) => ({ id: form.id, label: form.label })) }),
    applications: applications.map(({ therapy: applied, done, from }) => ({
      therapy: applied.id,
      doneToday: done,
      advisedPerDay: applied.limits.softMaxPerDay,
      allowedFrom: from === undefined ? null : toIso(from),
    })),
    ...(cautions && { avoid: cautions.avoid, askFirst: cautions.ask }),
    stop,
    passage,
    sources,
  };
}
