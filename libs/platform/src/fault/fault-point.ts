/**
 * A named place where a crash test may kill the process: `PAMONG_FAULT=name` or `name#3` (the third
 * passage). In production the variable is not read at all.
 */
const [faultName, faultPassage] = process.env['NODE_ENV'] === 'production' ? [] : (process.env['PAMONG_FAULT'] ?? '').split('#');
let passages = 0;

export function faultPoint(name: string): void {
  if (!faultName || name !== faultName) return;
  passages += 1;
  if (passages === Number(faultPassage ?? 1)) process.kill(process.pid, 'SIGKILL');
}
