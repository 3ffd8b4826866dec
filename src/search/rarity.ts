import { lookUp, writeBook } from '../text/book.ts';

/** How rare each stem is, as a book. @param rarities by stem, from 0 to 1 */
export function writeRarities(rarities: ReadonlyMap<string, number>): string {
  return writeBook(new Map([...rarities].map(([stem, rarity]) => [stem, [rarity.toFixed(2)]])));
}

/** How rare a stem is; absent where no passage has it. */
export function rarityIn(book: string, stem: string): number | undefined {
  const [rarity] = lookUp(book, stem);
  return rarity === undefined ? undefined : Number(rarity);
}
