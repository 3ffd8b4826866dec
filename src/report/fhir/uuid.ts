const PRIME = 16_777_619;

/**
 * A UUID (version 8, RFC 9562) that a text decides: two exports of one journal name the same things
 * the same. Four FNV-1a hashes; nobody chooses these texts to make two of them meet.
 */
export function uuidOf(text: string): string {
  const hex = [1, 2, 3, 4].map((seed) => hashed(`${seed}${text}`).toString(16).padStart(8, '0')).join('');
  const variant = '89ab'[Number.parseInt(hex[16]!, 16) % 4];
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20),
  ];
  return parts.join('-');
}

function hashed(text: string): number {
  let state = 2_166_136_261;
  for (let at = 0; at < text.length; at += 1) state = Math.imul(state ^ text.charCodeAt(at), PRIME);
  return state >>> 0;
}
