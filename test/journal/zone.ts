/** Zones that differ in their offsets, and in when their clocks change. */
export const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'America/Santiago',
];

/** Days on which clocks change in some of these zones, and one on which they don't. */
export const CHANGING_DAYS = [
  '2026-03-08',
  '2026-03-29',
  '2026-04-05',
  '2026-09-06',
  '2026-10-04',
  '2026-10-25',
  '2026-11-01',
  '2026-11-18',
];

/** What runs something before and after the tests of a file or a group. */
interface Around {
  readonly beforeAll: (run: () => void) => void;
  readonly afterAll: (run: () => void) => void;
}

/** Of the several names that a zone may have, the one that stands for all; that of this machine without one. */
function nameOf(timeZone?: string): string {
  return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
}

/** Has the tests of a file, or of a group, run on a machine that stands in this zone. */
export function inZone(zone: string, { beforeAll, afterAll }: Around): void {
  let before: string | undefined;
  beforeAll(() => {
    before = process.env['TZ'];
    process.env['TZ'] = zone;
    if (nameOf() !== nameOf(zone)) throw new Error(`this machine stands in ${nameOf()}, not in ${zone}`);
  });
  afterAll(() => {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  });
}
