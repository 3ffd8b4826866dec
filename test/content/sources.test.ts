import { describe, expect, test } from 'vitest';
import { content } from './data-files.ts';

const sources = [...content.sources().values()];

// Publishers that a clinician respects: health services, guideline makers, professional bodies, journals, drug
// labels and public authorities. A copy on another site is cited by its original, and `seen` says how it was read.
const RESPECTED = [
  /(^|\.)nhs\.(uk|scot|wales)$/,
  /(^|\.)nice\.org\.uk$/,
  /^doi\.org$/,
  /(^|\.)(nlm|ncbi\.nlm)\.nih\.gov$/,
  /(^|\.)(fda|cpsc|fcc|ecfr)\.gov$/,
  /(^|\.)(hse|csp|aafp|tommys)\.(gov\.uk|org\.uk|org)$/,
  /^www2\.hse\.ie$/,
  /^nidirect\.gov\.uk$/,
  /^orthoinfo\.aaos\.org$/,
  /(^|\.)mayoclinic\.org$/,
  /(^|\.)msdmanuals\.com$/,
  /^healthify\.nz$/,
  /^www\.osteoporosis\.ca$/,
  // Services of the NHS under names of their own.
  /^(apps\.nhslothian\.scot|www\.chcpmsk\.org\.uk|www\.backes\.org\.uk|www\.gatewayc\.org\.uk)$/,
  /(^|\.)sheffieldachesandpains\.com$/,
  // Health services and ministries of other countries.
  /^(www\.healthdirect\.gov\.au|www\.health\.govt\.nz|www\.116117\.de)$/,
  // Not about health: what emergency numbers are checked with, and a list of crisis lines.
  /^www\.npmjs\.com$/,
  /^findahelpline\.com$/,
];

describe('sources', () => {
  test('are published by somebody a clinician respects', () => {
    const hosts = sources.flatMap(({ id, url }) => (url === null ? [] : [{ id, host: new URL(url).hostname }]));
    expect(hosts.length).toBeGreaterThan(50);
    expect(hosts.filter(({ host }) => !RESPECTED.some((pattern) => pattern.test(host)))).toEqual([]);
  });

  test('say how they were read, and only what has no address does not', () => {
    const silent = sources.filter(({ seen, url }) => (seen === undefined) !== (url === null));
    expect(silent.map(({ id }) => id)).toEqual([]);
    expect(new Set(sources.map(({ seen }) => seen)).size).toBeGreaterThan(3);
  });

  test('name an institution or a journal, not the address of a website', () => {
    const named = sources.filter(({ publisher }) => /\.(com|org|eu|cn|net)\b/i.test(publisher));
    expect(named.map(({ publisher }) => publisher)).toEqual([]);
  });

  test('are shown by title and publisher: neither mentions a copy', () => {
    const copies = sources.filter(({ title, publisher }) =>
      /reprint|as quoted|extract|via |blog/i.test(title + publisher),
    );
    expect(copies.map(({ id }) => id)).toEqual([]);
  });
});
