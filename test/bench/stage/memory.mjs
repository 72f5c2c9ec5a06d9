import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const megabytes = (text, field) => Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 0) / 1024;

/** The most a process has had in memory since `forgetPeak`, in MB. */
export const peakOf = (pid) => megabytes(readFileSync(`/proc/${pid}/status`, 'utf8'), 'VmHWM');

export const forgetPeak = (pid) => writeFileSync(`/proc/${pid}/clear_refs`, '5');

/** What a process has to itself plus its share of what several use (PSS), in MB; pages shared by forty backends count once. */
export function shareOf(pid) {
  try {
    return megabytes(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'), 'Pss');
  } catch {
    return 0; // it ended between listing and looking
  }
}

/** A process and all that it started. */
export function familyOf(pid) {
  const parents = new Map();
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      const stat = readFileSync(`/proc/${entry}/stat`, 'utf8');
      parents.set(Number(entry), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // ended meanwhile
    }
  }
  const family = [pid];
  for (const member of family) for (const [child, parent] of parents) if (parent === member) family.push(child);
  return family;
}
