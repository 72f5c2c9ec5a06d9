const names = new Map<string, string>();

/** Each connection keeps what it prepared; statements put together at run time must not fill it. */
const MOST = 400;

/**
 * The name under which a connection prepares a statement, so that the server reads and plans it once instead of every
 * time; undefined for several statements in one text, which cannot be prepared, and beyond the first 400 texts.
 */
export function statementName(sql: string): string | undefined {
  const known = names.get(sql);
  if (known !== undefined) return known;
  if (sql.includes(';') || names.size >= MOST) return undefined;
  const name = `tx-${names.size + 1}`;
  names.set(sql, name);
  return name;
}
