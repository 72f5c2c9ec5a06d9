import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * What differs between a committed file and what is live, line by line: `- ` stands only in the file, `+ ` is only
 * live. With `PAMONG_KEEP=1` in the environment the file is written anew and nothing differs.
 */
export function differences(path: string, live: string): string[] {
  if (process.env.PAMONG_KEEP === '1') writeFileSync(path, live);
  const kept = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (kept === live) return [];
  const [before, now] = [kept.split('\n'), live.split('\n')];
  const lines = [...minus(before, now).map((line) => `- ${line}`), ...minus(now, before).map((line) => `+ ${line}`)];
  return lines.length > 0 ? lines : ['the same lines in another order'];
}

/** Lines of `these` that `those` lack, counting repeated ones. */
function minus(these: readonly string[], those: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const line of those) left.set(line, (left.get(line) ?? 0) + 1);
  return these.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}
