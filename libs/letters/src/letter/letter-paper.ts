import type { Tx } from '#platform';
import { formatLong, formatMonth, formatRupiah, plainDate, type PlainDate, rupiah, terbilangRupiah } from '#values';
import {
  letterNumberFormat, letterNumberPadding, letterTypeClassification, letterTypeValidity, type Official, settingOn, villageProfile, type VillageProfile,
} from '#villages';
import type { LetterField, LetterType } from '../letter-type/letter-type.js';
import { type LetterSigner, type LetterToCompose, officeName, signerPosition } from '../template/compose-letter.js';
import type { TemplateValues } from '../template/render-body.js';
import { type Applicant, applicantOf, type ApplicantSource, type Home } from './applicant.js';
import { defaultAddress } from './default-address.js';
import type { LetterData } from './letter-data.js';
import { validUntil } from './letter-validity.js';
import type { NumberParts } from './number-format.js';
import type { Capacity } from './signatory.js';

/** What a letter is made from, as it stands at the moment of asking. */
export interface PaperSource extends ApplicantSource {
  readonly type: LetterType;
  readonly data: LetterData;
  readonly official: Official;
  readonly capacity: Capacity;
}

export interface LetterPaper {
  readonly letter: LetterToCompose;
  readonly office: VillageProfile;
  readonly applicant: Applicant;
  readonly validUntil: PlainDate | null;
  readonly numberFormat: string;
  readonly numberParts: Omit<NumberParts, 'number'>;
}

/**
 * Gathers what a letter dated `on` prints: office, signatory, applicant and form, with the rules in force that day.
 * @throws DomainError 404 or 422 when the applicant is no longer here
 */
export async function letterPaper(tx: Tx, source: PaperSource, on: PlainDate): Promise<LetterPaper> {
  const { type, official, capacity } = source;
  const office = await villageProfile(tx);
  const applicant = await applicantOf(tx, source, office);
  const until = validUntil(on, await validityOn(tx, type, on));
  const signer: LetterSigner = { name: official.name, positionName: official.positionName, capacity, acting: official.acting, rank: official.rank, nip: official.nip };
  const values: TemplateValues = {
    signerPosition: signerPosition(office, signer),
    office: officeName(office),
    district: office.districtName,
    regency: office.regencyName,
    province: office.provinceName,
    validUntil: until ? formatLong(until) : '-',
    applicant: applicant.printed,
    ...formValues(type, source.data, applicant.home),
  };
  return {
    letter: { type, office, signer, applicantName: applicant.name, values },
    office,
    applicant,
    validUntil: until,
    numberFormat: await settingOn(tx, letterNumberFormat, on),
    numberParts: {
      classification: await classificationOn(tx, type, on),
      padding: await settingOn(tx, letterNumberPadding, on),
      villageCode: office.code,
      typeCode: type.code,
      approvedOn: on,
    },
  };
}

/** The village's own code for a type, else the shipped one. */
export const classificationOn = async (tx: Tx, type: LetterType, on: PlainDate): Promise<string> =>
  (await settingOn(tx, letterTypeClassification(type.code, type.title), on)) ?? type.classification;

export async function validityOn(tx: Tx, type: LetterType, on: PlainDate): Promise<LetterType['validity']> {
  const setting = await settingOn(tx, letterTypeValidity(type.code, type.title), on);
  return setting === 'as-shipped' ? type.validity : setting;
}

/** Texts stand under `data`; amounts and dependants, which are printed in another form than typed, under their own name. */
function formValues(type: LetterType, form: LetterData, home: Home | null): TemplateValues {
  const data: Record<string, string> = {};
  const special: Record<string, string | TemplateValues[string]> = {};
  for (const field of type.fields) {
    const value = form[field.name];
    if (field.type === 'dependants') special[field.name] = Array.isArray(value) ? value.map(({ nik, name, sex, birth, relation }) => ({ nik, name, sex, birth, relation })) : [];
    else if (field.type === 'money') {
      special[field.name] = typeof value === 'string' ? formatRupiah(rupiah(value)) : '';
      special[`${field.name}InWords`] = typeof value === 'string' ? terbilangRupiah(rupiah(value)) : '';
    } else data[field.name] = typeof value === 'string' ? inWords(field, value, home) : '';
  }
  return { data, ...special };
}

/** As a sentence writes it: `24 November 2026`, `Februari 2025`, the label of a choice. */
function inWords(field: LetterField, value: string, home: Home | null): string {
  if (field.type === 'date') return formatLong(plainDate(value));
  if (field.type === 'year-month') return formatMonth(plainDate(`${value}-01`));
  return field.options?.find((option) => option.value === value)?.label ?? defaultAddress(field, value, home);
}
