import type { FhirResource } from 'fhir/r4.js';
import { ulidBits } from '../../journal/core/ulid.ts';

/** A resource with an id, which FHIR leaves optional. */
export type WithId<T extends FhirResource> = T & { readonly id: string };

/**
 * The part of an entry that a resource is about; one entry can become several resources. Their order is part of the
 * ids: a new part goes at the end.
 */
export const PARTS = ['pain', 'before', 'after', 'peg', 'check', 'patient', 'medicine', 'session'] as const;
export type Part = (typeof PARTS)[number];

/**
 * The UUID of a part of an entry: the same in every export, and different for each part. It is the entry's ULID, with
 * the version (8, RFC 9562), the variant and the part in place of some of its 80 random bits.
 * @param id the entry's id
 */
export function uuidOf(id: string, part: Part): string {
  const hex = (ulidBits(id) ?? mixedBits(id)).toString(16).padStart(32, '0');
  const variant = '89ab'[Number.parseInt(hex[16]!, 16) % 4]!;
  const middle = `8${PARTS.indexOf(part)}${hex.slice(14, 16)}-${variant}${hex.slice(17, 20)}`;
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${middle}-${hex.slice(20)}`;
}

// Another program, or somebody with an editor, may have made up an id that isn't a ULID: its FNV-1a hash is used.
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
