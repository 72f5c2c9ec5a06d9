import { describe, expect, it } from '@jest/globals';
import { markedParts, type TextRun } from './marked-runs.js';

const line = (str: string): TextRun => ({ str, endsLine: true });
const run = (str: string): TextRun => ({ str, endsLine: false });
const words = (runs: TextRun[], values: string[]) => markedParts(runs, values).map(({ run: at, from, to }) => runs[at]?.str.slice(from, to));

describe('typed words on the paper', () => {
  it('are lit alone, not the sentence around them', () => {
    expect(words([line('dipergunakan untuk membuka rekening bank dan berlaku sampai')], ['membuka rekening bank'])).toEqual(['membuka rekening bank']);
  });

  it('are followed over the end of a line and over runs', () => {
    expect(words([line('untuk pengajuan kredit'), run('usaha '), run('rakyat'), line(' (KUR).')], ['pengajuan kredit usaha rakyat (KUR)'])).toEqual(['pengajuan kredit', 'usaha ', 'rakyat', ' (KUR)']);
  });

  it('are found however they are cased, everywhere they stand', () => {
    expect(words([line('WARUNG SUSU'), line('di Warung Susu')], ['warung  susu '])).toEqual(['WARUNG SUSU', 'Warung Susu']);
  });

  it('are whole words of at least three letters', () => {
    expect(words([line('Tokoh toko Toko1 RT 003')], ['toko', '3', 'RT'])).toEqual(['toko']);
  });
});
