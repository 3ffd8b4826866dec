/**
 * The value of an object's own property; undefined where there is none. `table[word]` also finds what every object
 * inherits, such as "constructor" and "__proto__", when the word was typed or read from a file. Tables of our own are
 * better Maps: this is for objects from JSON or from the parsers.
 */
export function ownValue<Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
