/**
 * What is odd about one living person, as a condition over `residents r`. Days of women stand 40 higher in a NIK; the
 * month and the two digits of the year stand as they are.
 */
export const ODDITIES = {
  'temporary-nik': 'r.temporary_nik',
  'nik-birthdate-mismatch': `not r.temporary_nik and (to_char(r.birth_date, 'MMYY') <> substr(r.nik, 9, 4) or substr(r.nik, 7, 2)::int % 40 <> extract(day from r.birth_date))`,
} as const;

export type Oddity = keyof typeof ODDITIES;
