/** The audited acts as the office calls them. */
export const ACTION_WORDS: Readonly<Record<string, string>> = {
  'session.started': 'Masuk', 'session.failed': 'Gagal masuk', 'session.village-switched': 'Berpindah kantor', 'user.created': 'Membuat pengguna', 'user.updated': 'Mengubah pengguna', 'user.password-reset': 'Menyetel ulang kata sandi',
  'resident.searched': 'Mencari penduduk', 'resident.viewed': 'Membuka data penduduk', 'resident.revealed': 'Membuka NIK lengkap', 'resident.corrected': 'Membetulkan data penduduk',
  'resident-import.uploaded': 'Mengunggah berkas impor', 'resident-import.applied': 'Menerapkan impor', 'resident-import.reversed': 'Menarik kembali impor',
  'letter.requested': 'Mengajukan surat', 'letter.verified': 'Memeriksa surat', 'letter.returned': 'Mengembalikan surat', 'letter.rejected': 'Menolak surat', 'letter.approved': 'Menyetujui surat', 'letter.voided': 'Membatalkan surat', 'letter.replaced': 'Mengganti surat', 'letter.downloaded': 'Mengunduh surat',
  'village.updated': 'Mengubah profil', 'setting.changed': 'Mengubah aturan', 'area.created': 'Menambah wilayah', 'area.updated': 'Mengubah wilayah', 'area.deleted': 'Menghapus wilayah', 'official.created': 'Menambah pejabat', 'official.updated': 'Mengubah pejabat', 'holiday.set': 'Menetapkan hari libur', 'holiday.removed': 'Menghapus hari libur',
};

/** Who acted, when the entry names a role only. */
export const ROLE_WORDS: Readonly<Record<string, string>> = {
  operator: 'Operator', 'village-secretary': 'Sekretaris', 'village-head': 'Kepala', 'village-officer': 'Kaur atau Kasi', treasurer: 'Bendahara', collector: 'Petugas pungut', 'hamlet-head': 'Kepala dusun', 'neighbourhood-head': 'Ketua RT atau RW',
  'regency-admin': 'Admin kabupaten', 'platform-admin': 'Admin sistem', 'district-head': 'Camat', inspectorate: 'Inspektorat', 'civil-registry': 'Dispendukcapil', 'village-affairs': 'DPMD', 'tax-office': 'Bapenda',
};
