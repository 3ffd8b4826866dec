import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

interface Message {
  readonly severity: string;
  readonly message: string;
}

const { Fhir } = require('fhir') as {
  Fhir: new () => { validate: (resource: object, options: object) => { valid: boolean; messages: Message[] } };
};
const Schema = require('@asymmetrik/fhir-json-schema-validator') as new () => {
  validate: (resource: object) => { message: string }[];
};

const [fhir, schema] = [new Fhir(), new Schema()];

/** What two validators that others wrote, and we for what both of them miss, have against a bundle. */
export function problemsOf(bundle: object): string[] {
  const { valid, messages } = fhir.validate(bundle, { errorOnUnexpected: true });
  const errors = messages.filter(({ severity }) => severity === 'error' || severity === 'fatal');
  return [
    ...(valid ? [] : ['fhir: not valid']),
    ...errors.map(({ message }) => `fhir: ${message}`),
    ...schema.validate(bundle).map(({ message }) => `schema: ${message}`),
    ...ownProblems(bundle, 'Bundle'),
  ];
}

/** Two values of one element, an item without its link, and what is empty: both validators let that pass. */
function ownProblems(value: unknown, path: string): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [`${path} is empty`] : [];
  if (typeof value !== 'object' || value === null) return value === null ? [`${path} is null`] : [];
  const parts = Object.entries(value);
  if (parts.length === 0) return [`${path} is empty`];
  const values = parts.filter(([name]) => /^value[A-Z]/.test(name));
  const many = values.length > 1 ? [`${path} has ${values.length} values`] : [];
  const isItem = /\.item\.\d+$/.test(path);
  const unlinked = isItem && !('linkId' in value) ? [`${path} has no linkId`] : [];
  return [...many, ...unlinked, ...parts.flatMap(([name, part]) => ownProblems(part, `${path}.${name}`))];
}
