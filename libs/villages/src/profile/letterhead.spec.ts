import { describe, expect, it } from '@jest/globals';
import { letterheadLines } from './letterhead.js';

describe('a letterhead', () => {
  it('names regency, district and the office of the head', () => {
    expect(letterheadLines({ kind: 'desa', name: 'Pujon Kidul', districtName: 'Pujon', regencyName: 'Malang' })).toEqual(['PEMERINTAH KABUPATEN MALANG', 'KECAMATAN PUJON', 'KANTOR KEPALA DESA PUJON KIDUL']);
  });

  it('calls a kelurahan by its own words', () => {
    expect(letterheadLines({ kind: 'kelurahan', name: 'Kepanjen', districtName: 'Kepanjen', regencyName: 'Malang' }).at(-1)).toBe('KANTOR KELURAHAN KEPANJEN');
  });
});
