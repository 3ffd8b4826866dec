import JSONSchemaValidator from '@asymmetrik/fhir-json-schema-validator';
import { Fhir } from 'fhir';
import { type Bundle, ownProblems } from './own-checks.ts';

// Each reads some megabytes of definitions: once is enough.
const fhirJs = new Fhir();
const schema = new JSONSchemaValidator();

/** Two validators that aren't ours, and what both let pass; each gives what is wrong with a bundle. */
export const CHECKERS = {
  'fhir.js': (bundle) =>
    fhirJs
      .validate(bundle, { errorOnUnexpected: true })
      // It warns of the value set of LOINC, which it doesn't have.
      .messages.filter(({ severity }) => ['error', 'fatal'].includes(String(severity)))
      .map(({ location, message }) => `${location}: ${message}`),
  schema: (bundle) => schema.validate(bundle, true).map(({ dataPath, message }) => `${dataPath}: ${message}`),
  own: ownProblems,
} satisfies Record<string, (bundle: Bundle) => string[]>;

/** All that is wrong with a bundle, and who says so. */
export function problemsOf(bundle: Bundle): string[] {
  return Object.entries(CHECKERS).flatMap(([name, check]) => check(bundle).map((problem) => `${name}: ${problem}`));
}
