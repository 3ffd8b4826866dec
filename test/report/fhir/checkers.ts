import { createRequire } from 'node:module';
import JSONSchemaValidator from '@asymmetrik/fhir-json-schema-validator';
import { Fhir } from 'fhir';
import { type Bundle, ownProblems } from './own-checks.ts';

/** The resources of our bundles. The schema refuses every other one. */
const RESOURCES = ['Bundle', 'MedicationStatement', 'Observation', 'Patient', 'Procedure', 'QuestionnaireResponse'];

interface Schema {
  readonly definitions: object;
}

// It has 150 resources; each is compiled, and tried on each resource of a bundle.
function schemaOf(types: readonly string[]): Schema {
  const whole = createRequire(import.meta.url)('@asymmetrik/fhir-json-schema-validator/fhir.schema.json') as Schema;
  const oneOf = types.map((type) => ({ $ref: `#/definitions/${type}` }));
  return { ...whole, oneOf, definitions: { ...whole.definitions, ResourceList: { oneOf } } } as Schema;
}

// Each reads some megabytes of definitions: once is enough.
const fhirJs = new Fhir();
const schema = new JSONSchemaValidator(schemaOf(RESOURCES));

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
