import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** argon2id (the library's default variant), 19 MiB, two passes, one lane: the least OWASP accepts, about 28 ms here. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, cost);

let decoy: Promise<string> | undefined;

/**
 * @param stored the user's hash, or null when there is no such user: then the same work is done against
 *   a hash nobody has the password of, so that the time of the answer tells nothing
 */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(temporaryPassword());
  const matches = await verify(stored ?? (await decoy), password);
  return stored !== null && matches;
}

/** Prepares the decoy, so that the first unknown name after a start is not answered slower. */
export async function prepareDecoy(): Promise<void> {
  decoy ??= hashPassword(temporaryPassword());
  await decoy;
}

/** Without 0/o, 1/l/i: read out over the phone and typed by hand. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/** `xxxx-xxxx-xxxx`, about 59 bits; changed at the first sign-in. */
export function temporaryPassword(): string {
  const letters = Array.from({ length: 12 }, () => alphabet[randomInt(alphabet.length)]);
  return [letters.slice(0, 4), letters.slice(4, 8), letters.slice(8)].map((part) => part.join('')).join('-');
}
