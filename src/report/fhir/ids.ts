import { ulidBits } from '../../journal/core/ulid.ts';

/** What a resource holds of an entry; one entry can make several. */
const PARTS = ['pain', 'before', 'after', 'peg', 'check', 'patient'] as const;
export type Part = (typeof PARTS)[number];

/**
 * The UUID of a part of an entry: the same in every export, and another one for every part. It is
 * the ULID, in which version, variant and part stand in the place of ten of its 80 random bits.
 */
export function uuidOf(id: string, part: Part): string {
  const hex = (ulidBits(id) ?? mixedBits(id)).toString(16).padStart(32, '0');
  const variant = '89ab'[Number.parseInt(hex[16]!, 16) % 4]!;
  const middle = `8${PARTS.indexOf(part)}${hex.slice(14, 16)}-${variant}${hex.slice(17, 20)}`;
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${middle}-${hex.slice(20)}`;
}

// Another program, or a hand, may have made ids of its own: the FNV-1a hash of such a one.
function mixedBits(id: string): bigint {
  let bits = FNV_START;
  for (let at = 0; at < id.length; at += 1) bits = mix(bits, id.charCodeAt(at));
  return bits;
}

function mix(bits: bigint, unit: number): bigint {
  return BigInt.asUintN(128, (bits ^ BigInt(unit)) * FNV_PRIME);
}

const FNV_START = 0x6c62272e07bb014262b821756295c58dn;
const FNV_PRIME = 0x1000000000000000000013bn;
