import { create, type Font, type FontCollection } from 'fontkit';

/** The fonts that a PDF is written with, as the bytes of font files. */
export interface FontFiles {
  /** For headings and figures; Latin letters alone. */
  readonly bold: Uint8Array;
  /** Those of the program, the first one with Latin letters. */
  readonly own: readonly Uint8Array[];
  /** Those of the computer, for letters that the others don't have; each is read only when it is asked for. */
  readonly others: Iterable<Uint8Array>;
}

/** Some letters of one font. */
export interface Piece {
  readonly text: string;
  /** The name of the font. */
  readonly font: string;
  /** What was meant, where no font has its letters and `text` stands in for them. */
  readonly meant?: string;
}

/** A font with its name. */
export interface NamedFont {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Which font of a collection. */
  readonly family?: string;
}

interface LoadedFont extends NamedFont {
  readonly has: (text: string) => boolean;
}

/** What is drawn for letters that no font has. */
const MISSING = '\uFFFD';

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** They join letters or choose their form; where a font doesn't have that form, the letters are drawn as they are. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/** Finds for each letter of a text a font that has it. */
export class FontChooser {
  readonly #bold: LoadedFont;
  readonly #fonts: LoadedFont[];
  readonly #others: Iterator<Uint8Array>;
  readonly #register: (font: NamedFont) => void;
  readonly #chosen = new Map<string, LoadedFont | undefined>();
  /** Whether no font has a letter that was asked for. */
  lacksLetters = false;

  /** @param register gets each font of the computer before it is used; those of the program are registered at once */
  constructor({ bold, own, others }: FontFiles, register: (font: NamedFont) => void) {
    this.#bold = load(bold, 'bold');
    this.#fonts = own.map((bytes, at) => load(bytes, `own${at}`));
    this.#others = others[Symbol.iterator]();
    this.#register = register;
    [this.#bold, ...this.#fonts].forEach(register);
  }

  /** A text in pieces of one font each, in the same order. */
  pieces(text: string, isBold = false): Piece[] {
    // Most texts are of letters that the first fonts have, and needn't be looked at one by one.
    if (/^[ -~]*$/.test(text)) return [{ text, font: isBold ? this.#bold.name : this.#fonts[0]!.name }];
    const pieces: Piece[] = [];
    for (const { segment } of GRAPHEMES.segment(text)) {
      const piece = this.#pieceOf(segment, isBold);
      const last = pieces.at(-1);
      if (last && last.font === piece.font && isMissing(last) === isMissing(piece))
        pieces.push(join(pieces.pop()!, piece));
      else pieces.push(piece);
    }
    return pieces;
  }

  #pieceOf(letter: string, isBold: boolean): Piece {
    const visible = letter.replace(INVISIBLE, '');
    const font = isBold && this.#bold.has(visible) ? this.#bold : this.#fontFor(visible);
    if (font) return { text: visible, font: font.name };
    this.lacksLetters = true;
    return { text: MISSING, font: this.#fonts[0]!.name, meant: letter };
  }

  #fontFor(letter: string): LoadedFont | undefined {
    if (!this.#chosen.has(letter))
      this.#chosen.set(letter, this.#fonts.find(({ has }) => has(letter)) ?? this.#find(letter));
    return this.#chosen.get(letter);
  }

  // Opens the fonts of the computer one after the other, until one has the letter.
  #find(letter: string): LoadedFont | undefined {
    for (let next = this.#others.next(); !next.done; next = this.#others.next()) {
      const font = loadIfSound(next.value, `other${this.#fonts.length}`);
      if (!font) continue;
      this.#fonts.push(font);
      this.#register(font);
      if (font.has(letter)) return font;
    }
    return undefined;
  }
}

function load(bytes: Uint8Array, name: string): LoadedFont {
  const opened = create(Buffer.from(bytes));
  const font: Font = isCollection(opened) ? opened.fonts[0]! : opened;
  if (hasPictures(font)) throw new Error('its letters are pictures, which a PDF would show as nothing');
  return {
    name,
    bytes,
    ...(isCollection(opened) && { family: font.postscriptName }),
    has: (text) => Array.from(text).every((letter) => font.hasGlyphForCodePoint(letter.codePointAt(0)!)),
  };
}

function isCollection(opened: Font | FontCollection): opened is FontCollection {
  return 'fonts' in opened;
}

// The tables of fonts for coloured emoji on Linux, Android and macOS; fontkit gives them, but not in its types.
function hasPictures(font: Font): boolean {
  const { tables } = (font as Font & { directory: { tables: object } }).directory;
  return 'CBDT' in tables || 'sbix' in tables;
}

// A font of the computer that can't be read is as good as none.
function loadIfSound(bytes: Uint8Array, name: string): LoadedFont | undefined {
  try {
    return load(bytes, name);
  } catch {
    return undefined;
  }
}

function isMissing({ meant }: Piece): boolean {
  return meant !== undefined;
}

function join(first: Piece, second: Piece): Piece {
  const text = first.text + second.text;
  return first.meant === undefined ? { ...first, text } : { ...first, text, meant: first.meant + (second.meant ?? '') };
}
