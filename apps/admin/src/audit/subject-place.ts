/** Where records of a kind are seen, and what one must hold to go there. */
const PLACES: Readonly<Record<string, { need: readonly string[]; to: string; own?: true }>> = {
  letter: { need: ['letter.read', 'letter.request'], to: '/surat', own: true },
  resident: { need: ['resident.read'], to: '/penduduk', own: true },
  family: { need: ['family.read'], to: '/keluarga', own: true },
  'resident-import': { need: ['resident.import'], to: '/penduduk/impor', own: true },
  'assessment-import': { need: ['assessment.import'], to: '/pbb/daftar', own: true },
  payment: { need: ['payment.read'], to: '/pbb/kuitansi', own: true },
  deposit: { need: ['payment.read'], to: '/pbb/setoran', own: true },
  collector: { need: ['collector.manage'], to: '/pbb/petugas', own: true },
  'bank-statement': { need: ['bank.read'], to: '/pbb/bank/rekening-koran', own: true },
  'bank-account': { need: ['bank.read'], to: '/pbb/bank/rekening' },
  'tax-rule': { need: ['tax-rule.propose'], to: '/pbb/aturan' },
  dispute: { need: ['dispute.read'], to: '/pbb/laporan', own: true },
  user: { need: ['user.manage'], to: '/pengaturan/pengguna' },
  official: { need: ['village.read'], to: '/pengaturan/perangkat' },
  area: { need: ['village.read'], to: '/pengaturan/wilayah' },
  village: { need: ['village.read'], to: '/pengaturan/profil' },
  setting: { need: ['setting.read', 'setting.manage'], to: '/pengaturan/aturan' },
  holiday: { need: ['setting.read', 'setting.manage'], to: '/pengaturan/libur' },
};

/** The page of the record an entry is about, or of the list it stands in; null when there is none or this person may not open it. */
export function subjectPlace(type: string, id: string | null, may: (permission: string) => boolean): string | null {
  const place = PLACES[type];
  // A search or a file of a whole list is about no one record.
  if (!place || id === null || !place.need.some(may)) return null;
  return place.own ? `${place.to}/${id}` : place.to;
}
