import type { FieldError } from '#platform';

/** Passwords people here choose first, without their digits; a list of leaked ones would be longer, not wiser. */
const commonWords = new Set([
  'password', 'passwordku', 'katasandi', 'rahasia', 'sandi', 'admin', 'administrator', 'operator', 'pamong', 'kantordesa', 'kantorkelurahan', 'desaku', 'kelurahan', 'kabupaten',
  'kabupatenmalang', 'malang', 'arema', 'aremania', 'indonesia', 'merdeka', 'bismillah', 'alhamdulillah', 'qwerty', 'qwertyui', 'qwertyuiop', 'asdfghjkl', 'sayang', 'sayangku', 'iloveyou', 'jawatimur',
  'sekretaris', 'kepaladesa', 'bendahara', 'selamatpagi', 'terserah', 'gantipassword', 'changeme', 'welcome', 'letmein',
]);

export interface OwnWords {
  readonly username: string;
  readonly name: string;
  readonly unitName: string;
}

/**
 * Length before composition (NIST SP 800-63B): at least 10 characters, nothing about the user, nothing
 * everyone tries first. @returns the first broken rule on `field`, or null
 */
export function weakPassword(next: string, own: OwnWords, field = 'next'): FieldError | null {
  const wrong = (code: string, message: string): FieldError => ({ field, code, message });
  if ([...next].length < 10) return wrong('TOO_SHORT', 'Kata sandi paling sedikit 10 huruf atau angka.');
  if (next.length > 200) return wrong('TOO_LONG', 'Kata sandi paling banyak 200 huruf.');
  const plain = next.toLowerCase();
  const core = plain.replace(/[^a-z]/g, '');
  const ownWords = [own.username, own.name, own.unitName, ...own.name.split(/\s+/)].map((word) => word.toLowerCase().replace(/[^a-z0-9]/g, '')).filter((word) => word.length >= 4);
  const bare = plain.replace(/[^a-z0-9]/g, '');
  if (plain === own.username || ownWords.some((word) => bare === word || core === word)) return wrong('OWN_NAME', 'Jangan memakai nama pengguna, nama Anda, atau nama desa.');
  if (commonWords.has(core) || new Set(plain).size < 5 || isRun(plain)) return wrong('TOO_COMMON', 'Kata sandi ini terlalu mudah ditebak.');
  return null;
}

/** `1234567890`, `abcdefghij` or the same backwards. */
function isRun(text: string): boolean {
  const steps = new Set(Array.from(text.slice(1), (character, i) => character.charCodeAt(0) - text.charCodeAt(i)).filter((step) => step !== -9 && step !== 9));
  return steps.size <= 1 && (steps.has(1) || steps.has(-1));
}
