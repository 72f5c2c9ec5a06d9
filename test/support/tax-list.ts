/** A row of a DHKP by heading; what is not said is plausible. */
export type TaxRow = Partial<Record<(typeof DHKP_HEADINGS)[number], string>>;

export const DHKP_HEADINGS = ['No', 'NOP', 'Nama WP', 'Alamat Objek Pajak', 'Pajak Terhutang', 'Perubahan Pajak', 'Status Lunas', 'Luas Tanah', 'Luas Bangunan', 'Dikelola Oleh', 'Tahun'] as const;

const PLAIN: TaxRow = { 'Nama WP': 'SULASTRI', 'Alamat Objek Pajak': 'JL MAWAR 3', 'Pajak Terhutang': '25.000', 'Luas Tanah': '120', 'Luas Bangunan': '36' };

/** A NOP of a prefix, told apart by its number. */
export const nopOf = (prefix: string, serial: number): string => `${prefix}001${String(serial).padStart(4, '0')}0`;

/** A CSV of the rows, semicolons between. */
export function dhkpOf(rows: readonly TaxRow[], headings: readonly (typeof DHKP_HEADINGS)[number][] = DHKP_HEADINGS): string {
  return [headings.join(';'), ...rows.map((row) => headings.map((heading) => row[heading] ?? PLAIN[heading] ?? '').join(';'))].join('\r\n');
}
