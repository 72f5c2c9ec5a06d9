export interface AuditHead {
  readonly unit: number;
  readonly position: number;
  /** Hex. */
  readonly head: string;
}

/**
 * The lines that `verify-audit --heads` printed.
 * @throws Error that names the first line that is none: a file read as empty would prove nothing
 */
export function readHeads(text: string): AuditHead[] {
  const heads = text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '').map((line) => {
    const [, unit, position, head] = /^(\d+) (\d+) ([0-9a-f]{64})$/.exec(line) ?? [];
    if (unit === undefined || position === undefined || head === undefined) throw new Error(`not a line of verify-audit --heads: ${line.slice(0, 100)}`);
    return { unit: Number(unit), position: Number(position), head };
  });
  if (heads.length === 0) throw new Error('the file holds no heads');
  return heads;
}
