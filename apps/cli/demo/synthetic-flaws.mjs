/** Mistakes that real files of villages contain, one per spoilt row. Changes the row in place. */
const FLAWS = [
  (set) => set('nik', '0'),
  (set) => set('no_kk', '0'),
  (set, get) => set('nama', `${get('nama')} (ALM)`),
  (set, get) => set('nik', get('nik').replace(/^(.{6})/, '$1\u200b')),
  (set, get) => set('nik', `${get('nik').slice(0, 6)}.${get('nik').slice(6)}`),
  (set, get) => set('nik', get('nik').slice(0, 15)),
  (set, get) => set('tanggallahir', get('tanggallahir').split('-').toReversed().join('/')),
  (set, get) => set('tanggallahir', `${get('tanggallahir').slice(8)}-${get('tanggallahir').slice(5, 7)}-${get('tanggallahir').slice(2, 4)}`),
  (set) => set('tanggalperkawinan', '00-00-0000'),
  (set, get) => set('dusun', `DUSUN ${get('dusun').toLowerCase()}`),
  (set, get) => set('rt', String(Number(get('rt')))),
  (set) => set('pekerjaan_id', 'JURU PARKIR'),
  (set) => set('agama_id', ''),
  (set) => set('golongan_darah_id', '-'),
  (set) => set('kk_level', '1'),
  (set) => set('sex', ''),
];

/** The `turn`-th spoilt row gets the `turn`-th mistake, so that none is left to chance. */
export function spoilRow(row, columns, turn) {
  FLAWS[turn % FLAWS.length]((column, value) => void (row[columns.indexOf(column)] = value), (column) => row[columns.indexOf(column)]);
}
