import { createHash } from 'node:crypto';
import exceljs from 'exceljs';

/** A row of a list by OpenSID heading; what is not said is plausible. */
export type ListRow = Partial<Record<string, string>>;

export const LIST_HEADINGS = ['alamat', 'dusun', 'rw', 'rt', 'nama', 'no_kk', 'nik', 'sex', 'tempatlahir', 'tanggallahir', 'agama_id', 'pendidikan_kk_id', 'pekerjaan_id', 'status_kawin', 'kk_level', 'warganegara_id', 'nama_ayah', 'nama_ibu', 'status_dasar'] as const;

const PLAIN: ListRow = {
  alamat: 'JL MAWAR 3', dusun: 'KRAJAN', rw: '1', rt: '2', nama: 'SITI AMINAH', no_kk: '3507990101120001', sex: '2', tempatlahir: 'MALANG', tanggallahir: '21-01-1988', agama_id: '1',
  pendidikan_kk_id: '5', pekerjaan_id: '1', status_kawin: '1', kk_level: '1', warganegara_id: '1', nama_ayah: 'SUWITO', nama_ibu: 'PARTI', status_dasar: '1',
};

/** A CSV of the rows, semicolons between. */
export function csvOf(rows: readonly ListRow[], headings: readonly string[] = LIST_HEADINGS): string {
  return [headings.join(';'), ...rows.map((row) => headings.map((heading) => row[heading] ?? PLAIN[heading] ?? '').join(';'))].join('\r\n');
}

/** A valid NIK born on 21-01-1988, female; told apart by its serial. */
export const nikOf = (serial: number): string => `350799610188${String(serial).padStart(4, '0')}`;
export const cardOf = (serial: number): string => `350799010112${String(serial).padStart(4, '0')}`;

/** `rows` people, four to a family. */
export function bigList(rows: number): ListRow[] {
  return Array.from({ length: rows }, (_, place) => ({
    nama: `WARGA ${createHash('sha1').update(String(place)).digest('hex').replace(/[^a-f]/g, '').slice(0, 6).toUpperCase() || 'UJI'}`,
    nik: nikOf(place + 1), no_kk: cardOf(Math.floor(place / 4) + 1), kk_level: place % 4 === 0 ? '1' : '4', rt: String((place % 9) + 1),
  }));
}

/** The same rows as a workbook, numbers as text, under two title rows as villages like them. */
export async function workbookOf(path: string, rows: readonly ListRow[]): Promise<void> {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet('Penduduk');
  sheet.addRow(['DATA PENDUDUK DESA']);
  sheet.addRow([]);
  sheet.addRow([...LIST_HEADINGS]);
  for (const row of rows) sheet.addRow(LIST_HEADINGS.map((heading) => row[heading] ?? PLAIN[heading] ?? ''));
  await workbook.xlsx.writeFile(path);
}
