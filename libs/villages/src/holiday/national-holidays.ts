/** Holidays on the same day every year (Keppres 24/1953 and later; Keppres 24/2016 for 1 June). */
const everyYear: readonly (readonly [day: string, name: string])[] = [
  ['01-01', 'Tahun Baru Masehi'],
  ['05-01', 'Hari Buruh Internasional'],
  ['06-01', 'Hari Lahir Pancasila'],
  ['08-17', 'Hari Kemerdekaan'],
  ['12-25', 'Hari Raya Natal'],
];

/** Moving holidays and collective leave by year. 2026: joint decree (SKB) 1497/2025, 2/2025, 5/2025 of three ministers. */
const moving: Readonly<Record<number, readonly (readonly [day: string, name: string])[]>> = {
  2026: [
    ['01-16', 'Isra Mikraj'],
    ['02-16', 'Cuti bersama Tahun Baru Imlek'],
    ['02-17', 'Tahun Baru Imlek 2577'],
    ['03-18', 'Cuti bersama Hari Suci Nyepi'],
    ['03-19', 'Hari Suci Nyepi, Tahun Baru Saka 1948'],
    ['03-20', 'Cuti bersama Idulfitri'],
    ['03-21', 'Hari Raya Idulfitri 1447 H'],
    ['03-22', 'Hari Raya Idulfitri 1447 H'],
    ['03-23', 'Cuti bersama Idulfitri'],
    ['03-24', 'Cuti bersama Idulfitri'],
    ['04-03', 'Wafat Yesus Kristus'],
    ['04-05', 'Kebangkitan Yesus Kristus (Paskah)'],
    ['05-14', 'Kenaikan Yesus Kristus'],
    ['05-15', 'Cuti bersama Kenaikan Yesus Kristus'],
    ['05-27', 'Hari Raya Iduladha 1447 H'],
    ['05-28', 'Cuti bersama Iduladha'],
    ['05-31', 'Hari Raya Waisak 2570'],
    ['06-16', 'Tahun Baru Islam 1448 H'],
    ['08-25', 'Maulid Nabi Muhammad'],
    ['12-24', 'Cuti bersama Natal'],
  ],
};

/** What a calendar of `year` starts with; moving days of a year not decreed yet are entered by the regency. */
export function nationalHolidays(year: number): { day: string; name: string }[] {
  return [...everyYear, ...(moving[year] ?? [])].map(([day, name]) => ({ day: `${year}-${day}`, name }));
}
