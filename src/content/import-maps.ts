/** How the tables of an app are read: data/import-maps.json. */
export interface ImportMap {
  readonly id: string;
  /** The name of the app. */
  readonly name: string;
  /** The columns by which its table is recognised. */
  readonly header: readonly string[];
  /** Where in the app its table is made. */
  readonly export: string;
  /** What becomes of its rows, for the person who imports them. */
  readonly about: string;
  /** What the user can do about a field that the map leaves out, shown unless the field is mapped. */
  readonly offer?: { readonly field: string; readonly text: string };
  /** When a row was: templates, whose texts are joined by a space. */
  readonly at: readonly string[];
  /** Texts in the columns of the time that aren't a time of day, such as "all day". */
  readonly notTimes?: readonly string[];
  /** The column that says how many minutes the time is ahead of UTC. */
  readonly minutesAhead?: string;
  /** The order of day, month and year, where the app always writes the same. */
  readonly dates?: 'dmy' | 'mdy' | 'ymd';
  /** How rows become entries; the first that fits a row is used, and a row that none fits is left out. */
  readonly rows: readonly RowMap[];
  /**
   * The column that says what was rated. Where the rows that fit differ in it, one has to be chosen with --rows: a pain is
   * one rating, and only the user knows which it is.
   */
  readonly one?: string;
  /** What is in the rows that are left out; absent where none are. */
  readonly leftOut?: string;
  /** Where its format was seen. */
  readonly sources: readonly { readonly title: string; readonly url: string }[];
}

/** How some rows of a table become entries. */
export interface RowMap {
  /** Which rows: all of these have to be true. */
  readonly where?: readonly Condition[];
  /**
   * For each field a template, or several, whose texts are joined by semicolons. In a template `{Name}` is the cell of
   * that column; where the cell is empty, nothing is left of the template.
   */
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
}

/** What the cell of a column has to contain, in upper or lower case. */
export interface Condition {
  readonly column: string;
  /** One of these, as whole words. */
  readonly has: readonly string[];
  /** None of these, as whole words. */
  readonly hasNot?: readonly string[];
}
