/** Versioned MAC keys: the highest version signs, all verify. */
export interface TokenKeys {
  readonly current: number;
  readonly byVersion: ReadonlyMap<number, Buffer>;
}

/**
 * Reads `PAMONG_QR_KEYS`, `1:<base64url>,2:<base64url>`.
 * @throws Error when a version is no byte or stands twice, or a key is shorter than 32 bytes
 */
export function readTokenKeys(text: string): TokenKeys {
  const byVersion = new Map<number, Buffer>();
  for (const part of text.split(',')) {
    const colon = part.indexOf(':');
    const version = Number(part.slice(0, colon));
    const key = Buffer.from(part.slice(colon + 1), 'base64url');
    if (!Number.isInteger(version) || version < 0 || version > 255) throw new Error('PAMONG_QR_KEYS: a version is a number from 0 to 255');
    if (byVersion.has(version)) throw new Error(`PAMONG_QR_KEYS: version ${version} stands twice`);
    if (key.length < 32) throw new Error(`PAMONG_QR_KEYS: the key of version ${version} is shorter than 32 bytes`);
    byVersion.set(version, key);
  }
  return { current: Math.max(...byVersion.keys()), byVersion };
}
