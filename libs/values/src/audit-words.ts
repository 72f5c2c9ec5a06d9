/** The audited acts as the office calls them, on screen and in the file that leaves it. An act without a word here shows its code. */
export const ACTION_WORDS: Readonly<Record<string, string>> = {
  'session.opened': 'Masuk', 'session.closed': 'Keluar', 'session.revoked': 'Sesi diputus', 'session.village-entered': 'Masuk ke kantor ini', 'account.locked': 'Akun terkunci',
  'user.created': 'Membuat pengguna', 'user.changed': 'Mengubah pengguna', 'user.password-changed': 'Mengganti kata sandi', 'user.password-reset': 'Menyetel ulang kata sandi', 'user.role-granted': 'Memberi peran', 'user.role-ended': 'Mencabut peran', 'user.exported': 'Mengunduh daftar pengguna', 'audit.exported': 'Mengunduh jejak audit',
  'resident.searched': 'Mencari penduduk', 'family.searched': 'Mencari keluarga', 'resident.revealed': 'Membuka NIK lengkap', 'resident.corrected': 'Membetulkan data penduduk', 'resident.exported': 'Mengunduh daftar penduduk', 'family.exported': 'Mengunduh daftar keluarga',
  'resident-import.uploaded': 'Mengunggah berkas impor', 'resident-import.released': 'Menerapkan berkas impor', 'resident-import.applied': 'Impor diterapkan', 'resident-import.errors-downloaded': 'Mengunduh buku kesalahan', 'resident-import.recalled': 'Menarik kembali impor', 'resident-import.reversed': 'Impor ditarik kembali',
  'letter.requested': 'Mengajukan surat', 'letter.edited': 'Mengubah isian surat', 'letter.verified': 'Memeriksa surat', 'letter.returned': 'Mengembalikan surat', 'letter.rejected': 'Menolak surat', 'letter.approved': 'Menyetujui surat', 'letter.issued': 'Surat terbit', 'letter.failed': 'Surat gagal dicetak', 'letter.rendering-retried': 'Mencetak lagi surat',
  'letter.voided': 'Membatalkan surat', 'letter.replacement-requested': 'Mengajukan surat pengganti', 'letter.replaced': 'Surat diganti', 'letter.printed': 'Membuka berkas surat', 'letter.previewed': 'Melihat pratinjau surat', 'letter.searched': 'Mencari surat', 'letter.exported': 'Mengunduh daftar surat',
  'assessment-import.uploaded': 'Mengunggah daftar pajak', 'assessment-import.released': 'Menerapkan daftar pajak', 'assessment-import.recalled': 'Menarik kembali daftar pajak', 'assessment-import.errors-downloaded': 'Mengunduh buku kesalahan daftar pajak', 'nop-prefixes.confirmed': 'Menetapkan desa kode NOP', 'import-mapping.saved': 'Menyimpan pemetaan kolom', 'import-mapping.replaced': 'Mengganti pemetaan kolom', 'import-mapping.deleted': 'Menghapus pemetaan kolom',
  'bills.opened': 'Tagihan PBB terbit', 'bills.superseded': 'Tagihan PBB diganti', 'bills.settled-in-source': 'Tagihan PBB lunas menurut sumber', 'bills.withdrawn': 'Tagihan PBB ditarik kembali', 'bills.reopened': 'Tagihan PBB berlaku lagi', 'bill.searched': 'Mencari tagihan PBB', 'bill.exported': 'Mengunduh daftar tagihan PBB', 'tax-object.searched': 'Mencari objek pajak', 'tax-object.placed': 'Menempatkan objek pajak',
  'payment.received': 'Menerima pembayaran PBB', 'payment.reversed': 'Membatalkan penerimaan PBB', 'payment.searched': 'Mencari kuitansi PBB', 'payment.exported': 'Mengunduh daftar penerimaan PBB', 'deposit.exported': 'Mengunduh daftar setoran PBB', 'collector.exported': 'Mengunduh daftar petugas pungut', 'trial-balance.exported': 'Mengunduh neraca PBB', 'payment.receipt-issued': 'Tanda terima PBB dicetak', 'payment.receipt-printed': 'Membuka tanda terima PBB', 'deposit.proof-opened': 'Membuka bukti setor PBB', 'deposit.listed': 'Menyusun setoran PBB', 'deposit.confirmed': 'Mengonfirmasi setoran PBB', 'deposit.cancelled': 'Membatalkan setoran PBB',
  'collector.registered': 'Mendaftarkan petugas pungut', 'collector.ended': 'Menutup buku petugas pungut', 'collector.assigned': 'Menugaskan petugas pungut', 'collector.unassigned': 'Mengakhiri penugasan petugas pungut',
  'dispute.opened': 'Membuka laporan pembayaran PBB', 'dispute.answered': 'Menjawab laporan pembayaran PBB', 'dispute.exported': 'Mengunduh daftar laporan pembayaran PBB',
  'bank-account.opened': 'Mendaftarkan rekening bank', 'bank-statement.uploaded': 'Mengunggah rekening koran', 'bank-statement.released': 'Menerapkan rekening koran', 'bank-statement.booked': 'Membukukan mutasi bank', 'bank-statement.recalled': 'Menarik kembali rekening koran', 'bank-statement.unbooked': 'Membatalkan pembukuan mutasi bank',
  'claim.made': 'Mencocokkan mutasi bank', 'claim.undone': 'Membatalkan pencocokan', 'statement-line.exported': 'Mengunduh daftar mutasi bank', 'expected-receipt.exported': 'Mengunduh daftar setoran diharapkan', 'deposit.settled': 'Setoran PBB terbukti di bank', 'deposit.unsettled': 'Setoran PBB menunggu bukti bank lagi',
  'tax-rule.proposed': 'Mengusulkan aturan denda', 'tax-rule.approved': 'Menyetujui aturan denda', 'tax-rule.rejected': 'Menolak aturan denda',
  'village.updated': 'Mengubah profil', 'setting.changed': 'Mengubah aturan', 'area.created': 'Menambah wilayah', 'area.updated': 'Mengubah wilayah', 'area.deleted': 'Menghapus wilayah', 'official.created': 'Menambah pejabat', 'official.updated': 'Mengubah pejabat', 'holiday.set': 'Menetapkan hari libur', 'holiday.removed': 'Menghapus hari libur',
};

/** The kind of record an act was done to. */
export const SUBJECT_WORDS: Readonly<Record<string, string>> = {
  letter: 'Surat', resident: 'Penduduk', family: 'Keluarga', 'resident-import': 'Impor penduduk', user: 'Pengguna', session: 'Sesi', audit: 'Jejak audit',
  official: 'Perangkat', area: 'Wilayah', setting: 'Aturan', holiday: 'Hari libur', village: 'Profil desa',
  'assessment-import': 'Daftar pajak', bill: 'Tagihan PBB', 'tax-object': 'Objek pajak', 'import-mapping': 'Pemetaan kolom', 'tax-rule': 'Aturan denda', payment: 'Penerimaan PBB', deposit: 'Setoran PBB', collector: 'Petugas pungut', ledger: 'Pembukuan', 'bank-account': 'Rekening bank', 'bank-statement': 'Rekening koran', claim: 'Pencocokan bank', 'statement-line': 'Mutasi bank', 'expected-receipt': 'Setoran diharapkan', dispute: 'Laporan pembayaran PBB',
};

/** Reasons the application gives by itself; all others were typed by a person. */
const REASON_WORDS: Readonly<Record<string, string>> = { 'refresh-token-reused': 'Tanda masuk yang sudah diganti dipakai lagi; sesi diputus demi keamanan' };

export function reasonWords(reason: string | null): string | null {
  return reason === null ? null : REASON_WORDS[reason] ?? reason;
}

/** Who acted, when the entry names a role only. */
export const ROLE_WORDS: Readonly<Record<string, string>> = {
  operator: 'Operator', 'village-secretary': 'Sekretaris', 'village-head': 'Kepala', 'village-officer': 'Kaur atau Kasi', treasurer: 'Bendahara', collector: 'Petugas pungut', 'hamlet-head': 'Kepala dusun', 'neighbourhood-head': 'Ketua RT atau RW',
  'regency-admin': 'Admin kabupaten', 'platform-admin': 'Admin sistem', 'district-head': 'Camat', inspectorate: 'Inspektorat', 'civil-registry': 'Dispendukcapil', 'village-affairs': 'DPMD', 'tax-office': 'Bapenda',
  job: 'Sistem', public: 'Belum masuk',
};

/** What a number in an entry counts; others say nothing to a reader. */
export const COUNT_WORDS: Readonly<Record<string, string>> = { count: 'baris', total: 'baris', accepted: 'masuk', changed: 'diperbarui', rejected: 'ditolak', warned: 'dengan peringatan', unchanged: 'sudah sama', pages: 'halaman', residents: 'orang', families: 'keluarga', added: 'orang masuk', updated: 'orang diperbarui', removed: 'orang dikeluarkan' };
