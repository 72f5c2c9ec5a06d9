import { v7 as uuidv7 } from 'uuid';
import { generateResidents, OPENSID_COLUMNS } from '../../../apps/cli/demo/synthetic-residents.mjs';
import { sortName, tokensOf } from '../../../dist/libs/residents/src/resident/name-tokens.js';

const at = Object.fromEntries(OPENSID_COLUMNS[45].map((name, place) => [name, place]));
const DEAD = 2;
const MOVED = 3;
/** One in so many has died or moved away; their rows stay in the register. */
const FORMER_EVERY = 24;

/** Column of `residents` → column of the export, where the value is taken as it is and empty means unknown. */
const TAKEN = {
  birth_date: 'tanggallahir', sex: 'sex', family_position: 'kk_level', citizenship: 'warganegara_id', religion: 'agama_id', education: 'pendidikan_kk_id',
  education_in_progress: 'pendidikan_sedang_id', occupation: 'pekerjaan_id', marital_status: 'status_kawin', blood_type: 'golongan_darah_id', disability: 'cacat_id',
  contraception: 'cara_kb_id', pregnancy: 'hamil', identity_card: 'ktp_el', recording_status: 'status_rekam', insurance: 'id_asuransi', nik: 'nik', name: 'nama',
  birth_place: 'tempatlahir', father_nik: 'ayah_nik', father_name: 'nama_ayah', mother_nik: 'ibu_nik', mother_name: 'nama_ibu', address: 'alamat',
  current_address: 'alamat_sekarang', birth_certificate: 'akta_lahir', marriage_certificate: 'akta_perkawinan', married_on: 'tanggalperkawinan',
  divorce_certificate: 'akta_perceraian', divorced_on: 'tanggalperceraian', ethnicity: 'suku', insurance_number: 'no_asuransi', latitude: 'lat', longitude: 'lng',
  household_number: 'no_rtm', note: 'ket',
};
const takenPlaces = Object.values(TAKEN).map((name) => at[name]);

/** What is copied, in the order the foreign keys want. */
export const TARGETS = {
  areas: 'areas (village_id, id, kind, name, parent_id)',
  families: 'families (village_id, id, number, address, area_id, created_at)',
  residents: `residents (village_id, id, family_id, area_id, basic_status, sort_name, created_at, updated_at, ${Object.keys(TAKEN).join(', ')})`,
  tokens: 'resident_tokens (village_id, token, resident_id)',
};

/**
 * One village as the texts four COPYs take, its people in the order of their families as an import leaves them.
 * @param {{ id: number, code: string, name: string }} village
 * @param {number} count of residents
 * @param {string} now ISO instant
 * @returns {Record<keyof typeof TARGETS, string>}
 */
export function villageRows(village, count, now) {
  const lines = { areas: [], families: [], residents: [], tokens: [] };
  const areaOf = areaFinder(village.id, lines.areas);
  const families = new Map();
  let nth = 0;
  for (const row of generateResidents({ villageCode: village.code, villageName: village.name, count })) {
    const area = areaOf(row[at.dusun], row[at.rw], row[at.rt]);
    const card = row[at.no_kk];
    let family = families.get(card);
    if (!family) {
      families.set(card, (family = uuidv7()));
      lines.families.push(line([village.id, family, card, row[at.alamat], area, now]));
    }
    const id = uuidv7();
    const name = row[at.nama];
    const status = row[at.kk_level] !== '1' && ++nth % FORMER_EVERY === 0 ? (nth % 2 ? DEAD : MOVED) : 1;
    lines.residents.push(line([village.id, id, family, area, status, sortName(name), now, now, ...takenPlaces.map((place) => row[place])]));
    for (const token of tokensOf(name)) lines.tokens.push(line([village.id, token, id]));
  }
  return Object.fromEntries(Object.entries(lines).map(([target, all]) => [target, all.join('')]));
}

/** Hamlet, RW and RT as rows when they are first met. */
function areaFinder(unit, lines) {
  const known = new Map();
  const ensure = (kind, name, parent) => {
    const key = `${parent}/${kind}/${name}`;
    let id = known.get(key);
    if (!id) {
      known.set(key, (id = uuidv7()));
      lines.push(line([unit, id, kind, name, parent]));
    }
    return id;
  };
  return (hamlet, rw, rt) => ensure('rt', rt, ensure('rw', rw, ensure('hamlet', hamlet, '')));
}

const MARKS = /[\\\t\n\r]/;

/** A line of COPY's text format; empty is null, as the register has no empty texts. */
function line(values) {
  let text = '';
  for (const value of values) {
    const field = value === '' ? '\\N' : String(value);
    if (value !== '' && MARKS.test(field)) throw new Error('a value would need escaping');
    text += text === '' ? field : `\t${field}`;
  }
  return `${text}\n`;
}
