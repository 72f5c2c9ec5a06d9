/** Province, regency, district and village of a written NOP, with the dot behind them. */
const VILLAGE = '35.07.130.005.'.length;

/** What the NOPs of a page share, to stand once in the head of their column; empty when they are not of one village. */
export function sharedPrefix(nops: readonly string[]): string {
  const prefix = nops[0]?.slice(0, VILLAGE) ?? '';
  return nops.every((nop) => nop.startsWith(prefix)) ? prefix : '';
}

/** `3507130005` → `35.07.130.005`, as lists and the tax office write it. */
export function writtenPrefix(prefix: string): string {
  return [prefix.slice(0, 2), prefix.slice(2, 4), prefix.slice(4, 7), prefix.slice(7)].join('.');
}

/** Whoever types digits looks for a NOP, whoever types letters for a name. */
export function billSearch(typed: string): { nop?: string; search?: string } {
  const text = typed.trim();
  if (text === '') return {};
  return /^[\d.\s-]+$/.test(text) ? { nop: text } : { search: text };
}
