/**
 * The value of an object's own property; nothing where there is none. `table[word]` also finds what
 * every object inherits, as "constructor" and "__proto__", when the word was typed or read somewhere.
 * A table of our own is better a Map: this is for objects that come as they are, from JSON or the
 * parsed options.
 */
export function ownValue<Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
