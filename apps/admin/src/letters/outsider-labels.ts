/** The questions about somebody who is not in the register, by the API's names. */
export const OUTSIDER_LABELS: Readonly<Record<string, string>> = {
  name: 'Nama lengkap', nik: 'NIK', birthPlace: 'Tempat lahir', birthDate: 'Tanggal lahir', sex: 'Jenis kelamin', religion: 'Agama', maritalStatus: 'Status perkawinan',
  occupation: 'Pekerjaan', citizenship: 'Kewarganegaraan', address: 'Alamat sesuai KTP-el',
};
