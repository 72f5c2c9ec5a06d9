/** Word lists for invented residents: common given names of East Java, combined at random, so that nobody in particular is meant. */

export const MALE_NAMES = [
  'Achmad', 'Adi', 'Agung', 'Agus', 'Ahmad', 'Aji', 'Andi', 'Andik', 'Anton', 'Ari', 'Arif', 'Aris', 'Bagus', 'Bambang', 'Bayu', 'Bima', 'Budi', 'Cahyo',
  'Candra', 'Catur', 'Danang', 'Dani', 'Dedi', 'Didik', 'Dimas', 'Djoko', 'Dwi', 'Edi', 'Eko', 'Fajar', 'Faisal', 'Galih', 'Gatot', 'Gunawan', 'Hadi',
  'Hari', 'Hendra', 'Hendro', 'Heru', 'Ilham', 'Imam', 'Irfan', 'Iwan', 'Joko', 'Karno', 'Kasiman', 'Kusno', 'Lukman', 'Mahfud', 'Maman', 'Misnan',
  'Mohamad', 'Muhammad', 'Mulyono', 'Nanang', 'Ngadi', 'Nur', 'Paiman', 'Ponidi', 'Prasetyo', 'Purnomo', 'Rahmat', 'Rendi', 'Rizal', 'Rizki', 'Rohman',
  'Rudi', 'Samsul', 'Sapari', 'Sardi', 'Satria', 'Sigit', 'Slamet', 'Sodikin', 'Sugeng', 'Sugiono', 'Sukardi', 'Suliono', 'Sumarno', 'Supardi',
  'Suparno', 'Supriyadi', 'Suroso', 'Sutikno', 'Sutrisno', 'Suwarno', 'Suyitno', 'Taufik', 'Teguh', 'Totok', 'Tri', 'Untung', 'Wahyu', 'Wawan',
  'Widodo', 'Yanto', 'Yoga', 'Yudi', 'Yusuf', 'Zainal', 'Zainuri',
];

export const FEMALE_NAMES = [
  'Anik', 'Anisa', 'Ani', 'Aulia', 'Ayu', 'Chusnul', 'Citra', 'Dewi', 'Diah', 'Dina', 'Dwi', 'Endang', 'Eni', 'Erna', 'Fatimah', 'Fitri', 'Hanifah',
  'Hartini', 'Hesti', 'Ida', 'Indah', 'Ika', 'Intan', 'Istiqomah', 'Juminah', 'Jumiati', 'Kartika', 'Kasiyem', 'Khoirul', 'Lailatul', 'Lestari', 'Lilik', 'Lina',
  'Luluk', 'Maisaroh', 'Maria', 'Marsini', 'Martini', 'Mei', 'Mujiati', 'Musrifah', 'Nanik', 'Nia', 'Novi', 'Nur', 'Nurul', 'Painem', 'Ponirah', 'Puji',
  'Purwati', 'Putri', 'Ratih', 'Ratna', 'Reni', 'Retno', 'Rina', 'Rini', 'Riska', 'Rohmah', 'Rukmini', 'Salamah', 'Sari', 'Sholikhah', 'Siti',
  'Sri', 'Sriatun', 'Suharti', 'Sulastri', 'Sulis', 'Sumiati', 'Sumarni', 'Sunarti', 'Suparti', 'Supiyah', 'Suryani', 'Susi', 'Sutini', 'Tatik',
  'Titik', 'Tri', 'Tumini', 'Tutik', 'Umi', 'Vina', 'Wahyu', 'Warsiti', 'Wiwik', 'Wulan', 'Yani', 'Yayuk', 'Yuliana', 'Yuni', 'Zulaikah', 'Zulfa',
];

export const MALE_SECOND = [
  'Abidin', 'Adi', 'Afandi', 'Anwar', 'Arifin', 'Basuki', 'Budiono', 'Cahyono', 'Darmawan', 'Efendi', 'Fauzi', 'Firmansyah', 'Handoko', 'Hariyanto',
  'Hermawan', 'Hidayat', 'Irawan', 'Kurniawan', 'Kusuma', 'Laksono', "Ma'arif", 'Mahendra', 'Mahmudi', 'Maulana', 'Mulyadi', 'Nugroho', 'Nurhadi',
  'Pamungkas', 'Prabowo', 'Pranoto', 'Prasetya', 'Pratama', 'Prayitno', 'Purwanto', 'Putra', 'Rahardjo', 'Ramadhan', 'Riyadi', 'Rohim', 'Saputra', 'Santoso',
  'Setiawan', 'Siswanto', 'Subagyo', 'Sucipto', 'Sudarmanto', 'Sugiarto', 'Suhartono', 'Susanto', 'Susilo', 'Suwandi', 'Syaifudin', 'Utomo', 'Wahyudi',
  'Wibowo', 'Wicaksono', 'Widianto', 'Wijaya', 'Winarno', 'Yulianto',
];

export const FEMALE_SECOND = [
  'Agustina', 'Aisyah', 'Amalia', 'Andayani', 'Anggraini', 'Aprilia', 'Astuti', 'Azizah', 'Cahyani', 'Damayanti', 'Fadilah', 'Fauziah', 'Handayani', 'Hapsari',
  'Hidayati', 'Indrawati', 'Irawati', 'Isnaini', 'Jannah', 'Khasanah', 'Kurniasih', 'Kusumawati', 'Lestari', 'Maharani', 'Maulidia', 'Mufidah', 'Mulyani',
  'Ningsih', 'Ningtyas', "Nur'aini", 'Nurhayati', 'Oktavia', 'Permatasari', 'Prihatin', 'Puspita', 'Puspitasari', 'Qomariyah', 'Rahayu', 'Rahmawati', 'Ramadhani',
  'Rosidah', 'Rukmana', 'Safitri', 'Septiani', 'Setyowati', 'Sulistyowati', 'Susanti', 'Susilowati', 'Trisnawati', 'Ulfa', 'Utami', 'Wahyuni', 'Wardani', 'Widyawati',
  'Wijayanti', 'Winarti', 'Wulandari', 'Yulianti', 'Yuniarti', 'Zahro',
];

export const HAMLETS = ['KRAJAN', 'SUMBERSARI', 'TEGALREJO', 'KARANGANYAR', 'SIDOMULYO', 'PANDANSARI', 'WONOSARI', 'BARAN', 'GLAGAHARUM', 'NGADIREJO'];

export const STREETS = ['RAYA', 'DIPONEGORO', 'MAWAR', 'MELATI', 'PANGLIMA SUDIRMAN', 'KENANGA', 'ANGGREK', 'MERDEKA', 'PATTIMURA', 'HASANUDIN', 'KARTINI', 'TEUKU UMAR'];

/** Birth places with weights: most people of a village were born near it. */
export const BIRTH_PLACES = [['MALANG', 86], ['BLITAR', 3], ['PASURUAN', 3], ['KEDIRI', 2], ['LUMAJANG', 2], ['SURABAYA', 2], ['JEMBER', 1], ['BANYUWANGI', 1]];
