import type { Me } from '../api/contract.js';

export const LEAST = 10;

/** What the server will refuse too, said while typing. The list of leaked passwords is the server's alone. */
export function passwordRules(me: Pick<Me, 'username' | 'name' | 'unit'>, next: string, again: string): { label: string; met: boolean }[] {
  const lower = next.toLowerCase();
  const own = [me.username, ...me.name.split(/\s+/), me.unit.name].map((word) => word.toLowerCase()).filter((word) => word.length >= 4);
  const isOwn = own.some((word) => lower === word || lower.replace(/[\d\W_]+$/, '') === word || lower.replaceAll(' ', '') === word.replaceAll(' ', ''));
  return [
    { label: `Sedikitnya ${LEAST} huruf atau angka`, met: next.length >= LEAST },
    { label: 'Bukan nama pengguna, nama Anda, atau nama desa', met: next.length > 0 && !isOwn },
    { label: 'Tidak mudah ditebak, misalnya 1234567890', met: next.length > 0 && new Set(next).size >= 5 && !isRun(next) },
    { label: 'Kedua isian sama', met: next.length > 0 && next === again },
  ];
}

/** Whether the repeated password can still become the same: no complaint while one is typing it. */
export function sameSoFar(next: string, again: string): boolean {
  return again === '' || next === again || (again.length < next.length && next.startsWith(again));
}

/** `1234567890`, `abcdefghij`: every character one above the one before (9 is followed by 0). */
function isRun(text: string): boolean {
  return [...text].every((character, index) => {
    if (index === 0) return true;
    const step = character.charCodeAt(0) - text.charCodeAt(index - 1);
    return step === 1 || (character === '0' && text[index - 1] === '9');
  });
}
