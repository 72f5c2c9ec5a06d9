/**
 * Invented but plausible residents of one village, in the columns of an OpenSID export. Used by the demo, the tests
 * and the benchmarks: the same seed always gives the same people. Serials of the NIKs start at 9001: the registry
 * counts from 0001 for each birth date in a district, so a number that is really somebody's is unlikely, though not excluded.
 */
import { BIRTH_PLACES, FEMALE_NAMES, FEMALE_SECOND, HAMLETS, MALE_NAMES, MALE_SECOND, STREETS } from './synthetic-names.mjs';
import { spoilRow } from './synthetic-flaws.mjs';
import { randomFrom } from './synthetic-random.mjs';

const COLUMNS_43 = [
  'alamat', 'dusun', 'rw', 'rt', 'nama', 'no_kk', 'nik', 'sex', 'tempatlahir', 'tanggallahir', 'agama_id', 'pendidikan_kk_id', 'pendidikan_sedang_id',
  'pekerjaan_id', 'status_kawin', 'kk_level', 'warganegara_id', 'ayah_nik', 'nama_ayah', 'ibu_nik', 'nama_ibu', 'golongan_darah_id', 'akta_lahir',
  'dokumen_pasport', 'tanggal_akhir_paspor', 'dokumen_kitas', 'akta_perkawinan', 'tanggalperkawinan', 'akta_perceraian', 'tanggalperceraian', 'cacat_id',
  'cara_kb_id', 'hamil', 'ktp_el', 'status_rekam', 'alamat_sekarang', 'status_dasar', 'suku', 'tag_id_card', 'id_asuransi', 'no_asuransi', 'lat', 'lng',
];
const afterFamilyNumber = COLUMNS_43.indexOf('no_kk') + 1;

/** Column names of the three OpenSID layouts: 43 of v2410, 44 with `ket`, 45 with `no_rtm` and `ket`. */
export const OPENSID_COLUMNS = {
  43: COLUMNS_43,
  44: [...COLUMNS_43, 'ket'],
  45: [...COLUMNS_43.slice(0, afterFamilyNumber), 'no_rtm', ...COLUMNS_43.slice(afterFamilyNumber), 'ket'],
};

const COLUMNS = OPENSID_COLUMNS[45];
const DAY = 86_400_000;
const pad = (value, length) => String(value).padStart(length, '0');

/**
 * @typedef {object} Village
 * @property {string} villageCode Kemendagri code, `35.07.22.2003`
 * @property {string} villageName
 * @property {number} count how many residents
 * @property {number} [seed]
 * @property {boolean} [flaws] about two rows in a hundred carry a mistake of the kind real files have
 * @property {string} [today] ISO date the ages refer to
 */

/**
 * Yields `count` rows: arrays of text in the order of `OPENSID_COLUMNS[45]`, families one after another with the head first.
 * @param {Village} village
 * @returns {Generator<string[]>}
 */
export function* generateResidents({ villageCode, villageName, count, seed = 1, flaws = false, today = '2026-11-24' }) {
  const chance = randomFrom(`${villageCode}/${seed}`);
  const accident = randomFrom(`${villageCode}/${seed}/flaws`);
  const village = layOut(villageCode, villageName, today, chance);
  let left = count;
  let spoilt = 0;
  while (left > 0) {
    const members = makeFamily(village, chance).slice(0, left);
    left -= members.length;
    for (const row of members) {
      if (flaws && accident.under(0.02)) spoilRow(row, COLUMNS, spoilt++);
      yield row;
    }
  }
}

function layOut(villageCode, villageName, today, chance) {
  const digits = villageCode.replaceAll('.', '');
  const hamlets = chance.some(HAMLETS, chance.between(3, 5)).map((name, index) => ({
    name,
    rws: Array.from({ length: chance.between(1, 3) }, (_, offset) => ({ number: index * 3 + offset + 1, rts: chance.between(2, 5) })),
  }));
  return { digits, district: digits.slice(0, 6), name: villageName.toUpperCase(), hamlets, today: Date.parse(today) / DAY, serials: new Map(), cards: new Map() };
}

function makeFamily(village, chance) {
  const hamlet = chance.of(village.hamlets);
  const rw = chance.of(hamlet.rws);
  const home = {
    hamlet: hamlet.name,
    rw: pad(rw.number, 3),
    rt: pad(chance.between(1, rw.rts), 3),
    address: `JL. ${chance.of(STREETS)} NO. ${chance.between(1, 180)}`,
    religion: chance.weighted(RELIGIONS),
    people: chance.under(0.93) ? 'JAWA' : chance.of(['MADURA', 'SUNDA', 'TIONGHOA', 'BATAK']),
    card: cardNumber(village, chance),
    household: chance.under(0.3) ? `${village.digits}${pad(chance.between(1, 9999), 5)}` : '',
    place: chance.under(0.1) ? [(-8.13 + chance.fraction() / 20).toFixed(6), (112.57 + chance.fraction() / 20).toFixed(6)] : ['', ''],
  };
  return draftFamily(chance).map((person) => writeRow(person, home, village, chance));
}

/** Ages, sexes and kinship of one household; names and numbers follow when the row is written. */
function draftFamily(chance) {
  const headAge = chance.bell(24, 82);
  const man = chance.under(0.84);
  const married = man && headAge > 25 && chance.under(0.92);
  const alone = headAge < 30 ? 1 : 4;
  const head = { position: 1, sex: man ? 1 : 2, age: headAge, marital: married ? 2 : chance.under(0.15) ? 3 : alone };
  const family = [head];
  let mother = man ? null : head;
  if (married) {
    mother = { position: 3, sex: 2, age: Math.max(18, headAge - chance.between(-2, 8)), marital: 2 };
    family.push(mother);
  }
  const father = man ? head : null;
  if (mother && head.marital !== 1) {
    const births = chance.between(0, Math.min(4, Math.max(0, Math.ceil((mother.age - 20) / 3))));
    for (let nth = 0; nth < births; nth++) {
      const age = mother.age - chance.between(20, 38);
      if (age < 0 || (age > 23 && !chance.under(0.25))) continue;
      family.push({ position: 4, sex: chance.under(0.51) ? 1 : 2, age, marital: age > 26 && chance.under(0.3) ? 2 : 1, father, mother });
    }
  }
  if (headAge < 60 && chance.under(0.14)) {
    family.push({ position: married && chance.under(0.4) ? 8 : 7, sex: chance.under(0.3) ? 1 : 2, age: Math.min(96, headAge + chance.between(21, 36)), marital: 4 });
  }
  if (headAge > 55 && chance.under(0.12)) family.push({ position: 6, sex: chance.between(1, 2), age: chance.between(0, 15), marital: 1 });
  return family;
}

const RELIGIONS = [[1, 955], [2, 25], [3, 10], [4, 6], [5, 3], [6, 1]];
const BLOOD = [[13, 62], [4, 15], [2, 10], [1, 9], [3, 4]];
const INSURANCE = [[2, 48], [1, 25], [3, 18], [4, 6], [99, 3]];

function writeRow(person, home, village, chance) {
  const { age, sex, position, marital } = person;
  const born = village.today - Math.floor(age * 365.25) - chance.between(1, 364);
  const birthDate = new Date(born * DAY).toISOString().slice(0, 10);
  person.name ??= personName(sex, age, chance);
  person.nik ??= identityNumber(village, birthDate, sex);
  const wed = marital === 2 && chance.under(0.75);
  const parted = marital === 3 && chance.under(0.7);
  const insurance = chance.weighted(INSURANCE);
  const adult = age >= 17;
  const year = Number(birthDate.slice(0, 4));
  const wedYear = Math.min(year + chance.between(20, 28), 2026 - 1);
  const [lat, lng] = position === 1 ? home.place : ['', ''];
  const fertile = sex === 2 && marital === 2 && age < 46;
  return [
    home.address, home.hamlet, home.rw, home.rt, person.name, home.card, home.household, person.nik, String(sex), chance.weighted(BIRTH_PLACES), birthDate,
    String(home.religion), String(educationOf(age, chance)), String(studyOf(age)), String(workOf(person, chance)), String(marital), String(position), '1',
    person.father?.nik ?? '', person.father?.name ?? personName(1, age + 28, chance), person.mother?.nik ?? '', person.mother?.name ?? personName(2, age + 25, chance),
    String(chance.weighted(BLOOD)), year > 1995 && chance.under(0.8) ? `3507-LT-${pad(chance.between(1, 28), 2)}${pad(chance.between(1, 12), 2)}${year}-${pad(chance.between(1, 400), 4)}` : '',
    '', '', '', wed ? `${pad(chance.between(1, 400), 4)}/${pad(chance.between(1, 30), 2)}/${wedYear}` : '', wed ? `${wedYear}-${pad(chance.between(1, 12), 2)}-${pad(chance.between(1, 28), 2)}` : '',
    parted ? `${chance.between(100, 2999)}/AC/${wedYear}` : '', parted ? `${wedYear}-${pad(chance.between(1, 12), 2)}-${pad(chance.between(1, 28), 2)}` : '',
    chance.under(0.015) ? String(chance.between(1, 6)) : '7', fertile && chance.under(0.5) ? chance.of(['1', '2', '3', '3', '5']) : '', sex === 2 && adult ? (fertile && age < 40 && chance.under(0.05) ? '1' : '2') : '',
    adult ? '2' : (chance.under(0.4) ? '3' : '1'), adult ? (chance.under(0.9) ? '8' : '3') : '1', chance.under(0.04) ? `PERUM ${chance.of(HAMLETS)} BLOK ${chance.between(1, 20)}` : '', '1',
    home.people, '', String(insurance), insurance > 1 && insurance < 99 ? `000${chance.between(1_000_000_000, 2_999_999_999)}` : '', lat, lng, chance.under(0.005) ? 'Bekerja di luar kota' : '',
  ];
}

function personName(sex, age, chance) {
  const first = chance.of(sex === 1 ? MALE_NAMES : FEMALE_NAMES);
  // Single names are the custom of the older generation in Java.
  if (age > 50 ? chance.under(0.55) : chance.under(0.04)) return first.toUpperCase();
  const second = chance.of(sex === 1 ? MALE_SECOND : FEMALE_SECOND);
  const third = age < 30 && chance.under(0.35) ? ` ${chance.of(sex === 1 ? MALE_SECOND : FEMALE_SECOND)}` : '';
  return `${first} ${second}${third}`.toUpperCase();
}

function identityNumber(village, birthDate, sex) {
  const day = Number(birthDate.slice(8, 10)) + (sex === 2 ? 40 : 0);
  const stem = `${village.district}${pad(day, 2)}${birthDate.slice(5, 7)}${birthDate.slice(2, 4)}`;
  const serial = (village.serials.get(stem) ?? 9000) + 1;
  village.serials.set(stem, serial);
  return `${stem}${serial}`;
}

function cardNumber(village, chance) {
  const stem = `${village.district}${pad(chance.between(1, 28), 2)}${pad(chance.between(1, 12), 2)}${pad(chance.between(6, 25), 2)}`;
  const serial = (village.cards.get(stem) ?? 9000) + 1;
  village.cards.set(stem, serial);
  return `${stem}${serial}`;
}

function educationOf(age, chance) {
  if (age < 6) return 1;
  if (age < 13) return 2;
  if (age < 16) return 3;
  if (age < 19) return 4;
  if (age > 60) return chance.weighted([[1, 15], [2, 25], [3, 45], [4, 8], [5, 6], [8, 1]]);
  return chance.weighted([[3, 30], [4, 24], [5, 33], [6, 1], [7, 3], [8, 8], [9, 1]]);
}

function studyOf(age) {
  if (age < 4) return 1;
  if (age < 7) return 2;
  if (age < 13) return 4;
  if (age < 16) return 6;
  return age < 19 ? 7 : 18;
}

function workOf({ age, sex, position }, chance) {
  if (age < 6) return 1;
  if (age < 19) return 3;
  if (age > 72 && chance.under(0.5)) return 1;
  if (sex === 2 && position !== 1 && chance.under(0.55)) return 2;
  return chance.weighted([[9, 26], [20, 14], [15, 18], [88, 16], [19, 8], [84, 5], [27, 2], [26, 3], [81, 2], [65, 2], [5, 1], [10, 1], [30, 1], [89, 1]]);
}

export { writeCsv, writeXlsx } from './resident-files.mjs';
