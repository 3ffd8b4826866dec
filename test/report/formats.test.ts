import { describe, expect, test } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { type Format, formatFor } from '../../src/report/formats.ts';

describe('the format of a report', () => {
  test.each([
    [undefined, undefined, 'html'],
    [undefined, '-', 'html'],
    [undefined, 'r.html', 'html'],
    [undefined, 'r.HTM', 'html'],
    [undefined, 'r.txt', 'text'],
    [undefined, 'folder.pdf/r.json', 'fhir'],
    [undefined, 'r.pdf', 'pdf'],
    [undefined, 'r.PDF', 'pdf'],
    [undefined, 'report', 'html'],
    [undefined, 'folder.d/report', 'html'],
    [undefined, '.report', 'html'],
    [undefined, 'report.2026', 'html'],
    ['text', 'r.doc', 'text'],
    ['fhir', '-', 'fhir'],
    ['fhir', 'r.json', 'fhir'],
    ['text', 'notes.md', 'text'],
  ] as const)('%s to %s is %s', (asked, output, format) => {
    expect(formatFor(asked, output)).toBe(format);
  });

  test.each([
    ['html', 'r.pdf', 'write --format pdf, or --output r.html'],
    ['pdf', 'r.html', 'write --format html, or --output r.pdf'],
    ['fhir', 'a.b/r.PDF', 'write --format pdf, or --output a.b/r.json'],
    ['text', 'r.json', 'write --format fhir, or --output r.txt'],
  ] as readonly [Format, string, string][])('%s to %s is refused', (asked, output, hint) => {
    expect(() => formatFor(asked, output)).toThrow(UsageError);
    expect(() => formatFor(asked, output)).toThrow(expect.objectContaining({ hint }) as Error);
  });

  test.each(['r.docx', 'a.fhir', 'folder/r.mp3', 'notes.md'])('%s has an ending that no format has', (output) => {
    const ending = output.split('.').at(-1);
    expect(() => formatFor(undefined, output)).toThrow(`${output}: a report can't be written as .${ending}`);
    const hint = 'use a name that ends in .html, .htm, .pdf, .txt or .json, or add --format';
    expect(() => formatFor(undefined, output)).toThrow(expect.objectContaining({ hint }) as Error);
  });
});
