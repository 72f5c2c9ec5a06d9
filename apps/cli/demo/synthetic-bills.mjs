/**
 * Invented but plausible land tax of one village, as a tax office's DHKP lists it: about one object for each household of
 * the village's invented residents, two tax years. The prefix of its NOPs is nobody's: no district is numbered 9xx.
 */
import { OPENSID_COLUMNS } from './synthetic-residents.mjs';
import { randomFrom } from './synthetic-random.mjs';

/** Headings of the list, which are also the names of the values in each row. */
export const DHKP_COLUMNS = [
  'NO', 'NOP', 'NAMA WAJIB PAJAK', 'ALAMAT OBJEK PAJAK', 'RT', 'RW', 'ALAMAT WAJIB PAJAK', 'LUAS TANAH', 'LUAS BANGUNAN', 'KELAS BUMI',
  'PAJAK TERHUTANG', 'STATUS LUNAS', 'DIKELOLA OLEH', 'TAHUN PAJAK', 'JATUH TEMPO',
];

const NUMBERED = OPENSID_COLUMNS[45];
const [NAME, HAMLET, RT, RW, POSITION] = ['nama', 'dusun', 'rt', 'rw', 'kk_level'].map((column) => NUMBERED.indexOf(column));
const pad = (value, length) => String(value).padStart(length, '0');
const grouped = (amount) => String(amount).replace(/\B(?=(\d{3})+$)/g, '.');
const rounded = (amount) => Math.max(15_000, Math.round(amount / 250) * 250);

/** `35.07.22.2003` → `3507922003`; a kelurahan beside a desa of the same number gets another. */
export function inventedPrefix(villageCode) {
  const [province, regency, district, village] = villageCode.split('.');
  return `${province}${regency}9${district}${pad((Number(village) % 1000) + (village.startsWith('1') ? 500 : 0), 3)}`;
}

/** `35.07.922.003.001-0001.0` */
const written = (prefix, block, serial) => `${prefix.slice(0, 2)}.${prefix.slice(2, 4)}.${prefix.slice(4, 7)}.${prefix.slice(7)}.${pad(block, 3)}-${pad(serial, 4)}.0`;

/**
 * The objects of a village in the order of their NOPs.
 * @param {{ villageCode: string, villageName: string }} village
 * @param {Iterable<string[]>} residents rows in the columns of OpenSID
 */
export function inventObjects({ villageCode, villageName }, residents) {
  const chance = randomFrom(`${villageCode}/bills`);
  const prefix = inventedPrefix(villageCode);
  const blocks = [];
  const serials = new Map();
  const objects = [];
  const add = (row, payer, managedBy = '') => {
    if (!blocks.includes(row[HAMLET])) blocks.push(row[HAMLET]);
    const block = blocks.indexOf(row[HAMLET]) + 1;
    serials.set(block, (serials.get(block) ?? 0) + 1);
    const land = chance.bell(60, chance.under(0.15) ? 4_000 : 900);
    const building = chance.under(0.2) ? 0 : chance.bell(24, 160);
    const amount = rounded((land * 95 + building * 260) * (chance.under(0.006) ? 12 : 1));
    objects.push({
      nop: written(prefix, block, serials.get(block)), payer, managedBy, rt: row[RT], rw: row[RW], land, building, landClass: pad(chance.between(70, 92), 3),
      address: `DSN ${row[HAMLET]} RT ${row[RT]} RW ${row[RW]} ${villageName.toUpperCase()}`,
      amount, before: chance.under(0.3) ? rounded(amount * 0.9) : amount, paidBefore: chance.under(0.62),
    });
  };
  let neighbour = '';
  for (const row of residents) {
    if (row[POSITION] !== '1') continue;
    const name = row[NAME].toUpperCase();
    add(row, asPrinted(name, neighbour, chance), chance.under(0.06) && neighbour ? neighbour : '');
    if (chance.under(0.05)) add(row, name);
    if (chance.under(0.008)) add(row, `TANAH KAS ${villageName.toUpperCase()}`);
    neighbour = name;
  }
  return objects.toSorted((a, b) => (a.nop < b.nop ? -1 : 1));
}

/** A tax office's list is older than the register: the dead stand in it, and people by whose father or mother they are. */
function asPrinted(name, neighbour, chance) {
  const first = name.split(' ')[0];
  const other = neighbour.split(' ')[0] || 'KARTO';
  return chance.weighted([[name, 80], [`${first} P. ${other}`, 8], [`${first} B. ${other}`, 7], [`${first} (ALM)`, 3], [`P. ${first}`, 2]]);
}

/** The rows of one year; what is paid says so, as the source does. */
export function* rowsOfYear(objects, year, { isLast, from = 1 }) {
  let number = from;
  for (const object of objects) {
    yield [
      String(number++), object.nop, object.payer, object.address, object.rt, object.rw, object.address, grouped(object.land), String(object.building), object.landClass,
      grouped(isLast ? object.before : object.amount), isLast && object.paidBefore ? 'Lunas' : 'Belum', object.managedBy, String(year), `30-09-${year}`,
    ];
  }
}

/** A small list to try by hand: amounts that changed, objects that are new, and a mistake of four kinds. */
export function* trialRows(objects, year) {
  const first = objects[0];
  const block = first.nop.slice(0, '35.07.922.003.001-'.length);
  const changed = objects.slice(0, 8).map((object) => ({ ...object, amount: rounded(object.amount * 1.15) }));
  const added = objects.slice(8, 40).map((object, place) => ({ ...object, nop: `${block}${9001 + place}.0` }));
  const spoil = [(row) => (row[1] = row[1].slice(0, -4)), (row) => (row[10] = 'menyusul'), (row) => (row[2] = ''), (row) => (row[10] = '-25.000')];
  let place = 0;
  for (const row of rowsOfYear([...changed, ...added], year, { isLast: false })) {
    if (place % 9 === 8) spoil[Math.floor(place / 9) % spoil.length](row);
    place += 1;
    yield row;
  }
}
