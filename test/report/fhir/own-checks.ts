/** What neither validator looks at. The rules are those of http://hl7.org/fhir/R4 */

type Json = null | boolean | number | string | readonly Json[] | JsonObject;
interface JsonObject {
  readonly [key: string]: Json;
}

export interface Resource extends JsonObject {
  readonly resourceType: string;
  readonly id: string;
}

export interface Bundle extends JsonObject {
  readonly entry: readonly (JsonObject & { readonly fullUrl: string; readonly resource: Resource })[];
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/;
const TIMES = new Set([
  'timestamp',
  'effectiveDateTime',
  'issued',
  'authored',
  'dateAsserted',
  'performedDateTime',
  'start',
  'end',
]);
// Controls, marks of direction, halves of letters.
const STEERS = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\p{Cs}]/u;
const STATUSES: Readonly<Record<string, readonly Json[]>> = {
  Observation: ['final', 'amended'],
  QuestionnaireResponse: ['completed'],
  MedicationStatement: ['completed'],
  Procedure: ['completed', 'stopped', 'unknown'],
};

/** What is wrong with a bundle; nothing when all is well. */
export function ownProblems(bundle: Bundle): string[] {
  const fullUrls = new Set(bundle.entry.map(({ fullUrl }) => fullUrl));
  const isTransaction = bundle['type'] === 'transaction';
  const urls = isTransaction ? new Set(bundle.entry.map(({ resource }) => pathOf(resource))) : fullUrls;
  return [
    ...shapeProblems(bundle, 'Bundle', urls),
    ...(fullUrls.size === bundle.entry.length ? [] : ['two entries have one URL']),
    ...bundle.entry.flatMap((one) => requestProblems(one, isTransaction)),
    ...bundle.entry.flatMap(({ fullUrl, resource }) => resourceProblems(fullUrl, resource)),
  ];
}

const pathOf = ({ resourceType, id }: Resource) => `${resourceType}/${id}`;

// The rule bdl-3: a request in every entry of a transaction, and in no other bundle.
function requestProblems(entry: Bundle['entry'][number], isTransaction: boolean): string[] {
  const request = entry['request'] as { readonly method?: Json; readonly url?: Json } | undefined;
  if (!isTransaction) return request ? ['a request outside of a transaction'] : [];
  const isRight = request?.method === 'PUT' && request.url === pathOf(entry.resource);
  return isRight ? [] : [`no right request for ${entry.resource.id}`];
}

function resourceProblems(fullUrl: string, { id, resourceType, status, valueQuantity }: Resource): string[] {
  const statuses = STATUSES[resourceType];
  return [
    ...(UUID.test(id) ? [] : [`${id} is no UUID`]),
    ...(fullUrl === `urn:uuid:${id}` ? [] : [`${fullUrl} isn't the URL of ${id}`]),
    ...(!statuses || statuses.includes(status!) ? [] : [`${id} has another status`]),
    ...(resourceType !== 'Observation' || valueQuantity ? [] : [`${id} has no value`]),
  ];
}

function shapeProblems(value: Json, path: string, urls: ReadonlySet<string>): string[] {
  if (value === null || value === undefined) return [`${path} is nothing`];
  if (typeof value === 'string') return stringProblems(value, path, urls);
  if (path.endsWith('.valueInteger') && (Number(value) | 0) !== value) return [`${path} isn't one of 32 bits`];
  if (typeof value !== 'object') return [];
  const inner = Object.entries(value);
  if (inner.length === 0) return [`${path} is empty`];
  const problems = Array.isArray(value) ? [] : choiceProblems(Object.keys(value), path);
  return [...problems, ...inner.flatMap(([key, one]) => shapeProblems(one, `${path}.${key}`, urls))];
}

function choiceProblems(keys: readonly string[], path: string): string[] {
  const choices = ['value', 'effective'].filter((name) => keys.filter((key) => isChoice(key, name)).length > 1);
  const both = keys.includes('answer') && keys.includes('item') ? ['both a group and an answer'] : [];
  return [...choices.map((name) => `two ${name}s`), ...both].map((problem) => `${path} has ${problem}`);
}

const isChoice = (key: string, name: string) => key.startsWith(name) && /^[A-Z]/.test(key.slice(name.length));

function stringProblems(text: string, path: string, urls: ReadonlySet<string>): string[] {
  const key = path.slice(path.lastIndexOf('.') + 1);
  const isBlank = text.trim() !== text || text === '';
  const steers = STEERS.test(text);
  return [
    ...(isBlank ? [`${path} begins or ends with space`] : []),
    ...(steers ? [`${path} holds what isn't text`] : []),
    ...(TIMES.has(key) && !isRealTime(text) ? [`${path} is no time: ${text}`] : []),
    ...(key === 'reference' && !urls.has(text) ? [`${path} leads to nothing: ${text}`] : []),
  ];
}

// 30 February has the right letters, and is another day when it is read.
function isRealTime(text: string): boolean {
  if (!TIME.test(text)) return false;
  const wall = new Date(`${text.slice(0, 19)}Z`);
  return !Number.isNaN(wall.getTime()) && wall.toISOString().slice(0, 19) === text.slice(0, 19);
}
