const LAST = 99;

/** `01`, `02`, …: the first number no book has had; empty when a village numbers them in a way of its own. */
export function nextBookCode(used: readonly string[]): string {
  for (let number = 1; number <= LAST; number++) {
    const code = String(number).padStart(2, '0');
    if (!used.includes(code)) return code;
  }
  return '';
}
