/**
 * Crockford's base32: digits and capitals without I, L, O and U, so that a code read aloud or typed from
 * paper survives, and a QR code may use its alphanumeric mode.
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const values = new Map<string, number>([...alphabet].map((letter, value) => [letter, value]));
for (const [misread, meant] of [['O', '0'], ['I', '1'], ['L', '1']] as const) values.set(misread, values.get(meant) ?? 0);

/** @param bytes a multiple of 5 bytes, so that no bit is left over and every code has one spelling */
export function encodeBase32(bytes: Buffer): string {
  if (bytes.length % 5 !== 0) throw new Error('base32 wants whole groups of 5 bytes');
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet[(held >> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return text;
}

/** @returns the bytes, or null when a character is none of ours or the length is no multiple of 8 */
export function decodeBase32(text: string): Buffer | null {
  if (text.length % 8 !== 0) return null;
  const bytes = Buffer.alloc((text.length / 8) * 5);
  let at = 0;
  let bits = 0;
  let held = 0;
  for (const letter of text.toUpperCase()) {
    const value = values.get(letter);
    if (value === undefined) return null;
    held = (held << 5) | value;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (held >> bits) & 255;
    held &= (1 << bits) - 1;
  }
  return bytes;
}
