import { codeTable } from './code-table.js';

/** Highest education on the family card. */
export const educationTable = codeTable('education', 'Pendidikan', [
  [1, 'Tidak/belum sekolah', { official: 'TIDAK / BELUM SEKOLAH', words: ['TIDAK/BLM SEKOLAH', 'BELUM SEKOLAH', 'TIDAK SEKOLAH'] }],
  [2, 'Belum tamat SD/sederajat', { words: ['TIDAK TAMAT SD/SEDERAJAT', 'BELUM TAMAT SD'] }],
  [3, 'Tamat SD/sederajat', { official: 'TAMAT SD / SEDERAJAT', words: ['TAMAT SD', 'SD/SEDERAJAT'] }],
  [4, 'SLTP/sederajat', { words: ['SLTP', 'SMP', 'SMP/SEDERAJAT', 'TAMAT SLTP/SEDERAJAT'] }],
  [5, 'SLTA/sederajat', { official: 'SLTA / SEDERAJAT', words: ['SLTA', 'SMA', 'SMK', 'SMA/SEDERAJAT', 'TAMAT SLTA/SEDERAJAT'] }],
  [6, 'Diploma I/II', { official: 'DIPLOMA I / II', words: ['DIPLOMA I', 'DIPLOMA II', 'D1', 'D2'] }],
  [7, 'Akademi/Diploma III/S. Muda', { official: 'AKADEMI/ DIPLOMA III/S. MUDA', words: ['AKADEMI/DIPLOMA III/SARJANA MUDA', 'DIPLOMA III', 'AKADEMI', 'D3'] }],
  [8, 'Diploma IV/Strata I', { official: 'DIPLOMA IV/ STRATA I', words: ['DIPLOMA IV', 'STRATA I', 'D4', 'S1'] }],
  [9, 'Strata II', { words: ['S2'] }],
  [10, 'Strata III', { words: ['S3'] }],
]);

/** Education a person is in at present; the short spellings are those of OpenSID. */
export const educationInProgressTable = codeTable('educationInProgress', 'Pendidikan sedang ditempuh', [
  [1, 'Belum masuk TK/kelompok bermain', { words: ['BELUM MASUK TK'] }],
  [2, 'Sedang TK/kelompok bermain', { words: ['SEDANG TK'] }],
  [3, 'Tidak pernah sekolah'],
  [4, 'Sedang SD/sederajat', { words: ['SEDANG SD'] }],
  [5, 'Tidak tamat SD/sederajat', { words: ['TIDAK TAMAT SD'] }],
  [6, 'Sedang SLTP/sederajat', { words: ['SEDANG SLTP'] }],
  [7, 'Sedang SLTA/sederajat', { words: ['SEDANG SLTA'] }],
  [8, 'Sedang D-1/sederajat', { words: ['SEDANG D-1', 'D-1'] }],
  [9, 'Sedang D-2/sederajat', { words: ['SEDANG D-2', 'D-2'] }],
  [10, 'Sedang D-3/sederajat', { words: ['SEDANG D-3', 'D-3'] }],
  [11, 'Sedang S-1/sederajat', { words: ['SEDANG S-1', 'S-1'] }],
  [12, 'Sedang S-2/sederajat', { words: ['SEDANG S-2', 'S-2'] }],
  [13, 'Sedang S-3/sederajat', { words: ['SEDANG S-3', 'S-3'] }],
  [14, 'Sedang SLB A/sederajat', { words: ['SEDANG SLB A', 'SLB A'] }],
  [15, 'Sedang SLB B/sederajat', { words: ['SEDANG SLB B', 'SLB B'] }],
  [16, 'Sedang SLB C/sederajat', { words: ['SEDANG SLB C', 'SLB C'] }],
  [17, 'Tidak dapat membaca dan menulis huruf Latin/Arab', { words: ['TIDAK DAPAT MEMBACA/MENULIS LATIN/ARAB'] }],
  [18, 'Tidak sedang sekolah'],
]);
