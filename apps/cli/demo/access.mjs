import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes .demo/access.json, the machine-readable twin of what is printed.
 *
 * @param {string} folder
 * @param {{ api: string, portal: string, databaseUrl: string, sampleList: string, sampleTaxList: string, sampleStatement: string, users: { role: string, village: string | null, username: string, password: string }[] }} access
 */
export function writeAccess(folder, access) {
  writeFileSync(join(folder, 'access.json'), `${JSON.stringify(access, null, 2)}\n`, { mode: 0o600 });
}

/** The addresses, and the logins in a table a person can read. */
export function describeAccess({ api, portal, sampleList, sampleTaxList, sampleStatement, users }) {
  const header = { role: 'role', village: 'village', username: 'user name', password: 'password' };
  const rows = [header, ...users.map((user) => ({ ...user, village: user.village ?? '' }))];
  const columns = Object.keys(header);
  const width = Object.fromEntries(columns.map((column) => [column, Math.max(...rows.map((row) => row[column].length))]));
  const table = rows.map((row) => `  ${columns.map((column) => row[column].padEnd(width[column])).join('  ')}`.trimEnd());
  return ['', `  Pamong for staff     ${api}`, `  for villagers        ${portal}`, `  API documentation    ${api}/api/docs`, `  a list to import     ${sampleList}`, `  a tax list           ${sampleTaxList}`, `  a bank statement     ${sampleStatement}`, '', ...table, ''].join('\n');
}
