import type { VillageKind } from '#values';
import { words } from '../words/words.js';

/** Whose letterhead it is, names without the kind before them ("Malang", "Pujon", "Pujon Kidul"). */
export interface LetterheadOffice {
  readonly kind: VillageKind;
  readonly name: string;
  readonly districtName: string;
  readonly regencyName: string;
}

/** The lines above the address, in capitals; the last is the office itself and printed largest. */
export function letterheadLines(office: LetterheadOffice): string[] {
  return [`Pemerintah Kabupaten ${office.regencyName}`, `Kecamatan ${office.districtName}`, `${words(office.kind).headOffice} ${office.name}`].map((line) => line.toUpperCase());
}
