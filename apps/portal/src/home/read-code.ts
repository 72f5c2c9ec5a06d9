import { TOKEN_CHARACTERS } from '#documents';

/**
 * Takes the token out of what people paste or type: the code alone, in groups, or the whole address.
 * @returns the token's characters, not yet verified, or why they cannot be one
 */
export function readCode(input: unknown): { token: string } | { typed: string; error: string } {
  const typed = typeof input === 'string' ? input.trim().slice(0, 400) : '';
  const plain = (/\/v\/([^/?#]+)/i.exec(typed)?.[1] ?? typed).replace(/[\s-]/g, '');
  if (!plain) return { typed, error: 'Tempel alamat atau kode dari QR terlebih dahulu.' };
  if (!/^[0-9a-z]+$/i.test(plain)) return { typed, error: 'Kode hanya berisi huruf dan angka.' };
  if (plain.length !== TOKEN_CHARACTERS) return { typed, error: `Kode harus ${TOKEN_CHARACTERS} huruf dan angka; ini ${plain.length < TOKEN_CHARACTERS ? 'baru' : 'sampai'} ${plain.length}.` };
  return { token: plain.toUpperCase() };
}
