import { afterAll, describe, expect, it } from '@jest/globals';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { ReceiptDocument } from './receipt-document.js';
import { hostileReceipt, longReceipt, receipt } from './sample-receipts.js';
import { Typesetter } from './typesetter.js';

const typesetter = new Typesetter();
afterAll(() => typesetter.close());

interface Sheet {
  readonly text: string;
  /** millimetres */
  readonly width: number;
  readonly height: number;
  /** Text that stands beyond an edge of the sheet, or within 3 mm of it, where printers print nothing. */
  readonly outside: string[];
}

async function sheetsOf(document: ReceiptDocument): Promise<Sheet[]> {
  const { pdf } = await typesetter.receipt(document);
  const loading = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const opened = await loading.promise;
  const sheets: Sheet[] = [];
  for (let number = 1; number <= opened.numPages; number += 1) {
    const page = await opened.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const items = (await page.getTextContent()).items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item] : []));
    const edge = 3 * (72 / 25.4);
    const outside = items.filter(({ transform: [, , , , x, y], width: long }) => x < edge || x + long > width - edge || y < edge || y > height - edge).map(({ str }) => str);
    sheets.push({ text: items.map(({ str }) => str).join(' ').replaceAll(/[\s\u00a0]+/g, ' '), width: Math.round((width / 72) * 25.4), height: Math.round((height / 72) * 25.4), outside });
  }
  await loading.destroy();
  return sheets;
}

function inOrder(text: string, pieces: string[]): void {
  const places = pieces.map((piece) => text.indexOf(piece));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
}

describe('a printed receipt', () => {
  it('reads from the office to the advice on one sheet of A6, and never says that the tax is paid', async () => {
    const [sheet, ...more] = await sheetsOf(receipt);
    expect(more).toEqual([]);
    expect(sheet).toMatchObject({ width: 105, height: 148, outside: [] });
    inOrder(sheet?.text ?? '', [
      'PEMERINTAH DESA PUJON KIDUL', 'TANDA TERIMA SEMENTARA', 'bukan bukti lunas', 'Nomor', '03-000148/2026', '24 November 2026, 09.41 WIB', 'Siti Rohmah (istri)', 'Slamet Riyadi, buku 03',
      '35.07.260.003.007-0042.0', 'MBOK RASEMI (alm.)', '2023', '48.500', '23.280', '2% × 24 bln', '71.780', '35.07.260.003.011-0208.0', '347.354', '54.740', '402.094',
      'DIBAYAR TUNAI', 'Rp402.094', 'empat ratus dua ribu sembilan puluh empat rupiah', 'MENUNGGU SETOR.', 'baru LUNAS setelah', 'Pembayar,', 'SLAMET RIYADI', 'desa.malangkab.go.id', 'Lembar untuk pembayar',
    ]);
  });

  it('is PDF/A-2b and the same to the byte when it is printed again', async () => {
    const [one, two] = await Promise.all([typesetter.receipt(receipt), typesetter.receipt(receipt)]);
    expect(one.pdf.toString('latin1')).toMatch(/pdfaid:part>2<[^]*pdfaid:conformance>B</);
    expect(one.pdf.equals(two.pdf)).toBe(true);
  });

  it.each([
    ['five rows', { ...receipt, lines: [...receipt.lines, ...receipt.lines.slice(0, 2)] }, 105, 1],
    ['six rows', longReceipt(6), 148, 1],
    ['five rows of long names', { ...receipt, lines: receipt.lines.concat(receipt.lines.slice(0, 2)).map((row) => ({ ...row, name: 'HJ. SITI MAIMUNAH AL-FARUQI BINTI H. ABDURRAHMAN WAHID HASYIM' })) }, 148, 1],
    ['thirty rows', longReceipt(30), 148, 3],
  ])('of %s takes the sheet it needs', async (_what, document, width, pages) => {
    const sheets = await sheetsOf(document);
    expect(sheets.map((sheet) => [sheet.width, sheet.outside])).toEqual(Array.from({ length: pages }, () => [width, []]));
  });

  it('of thirty rows repeats the heading, numbers its pages and keeps sum, statement and signatures together', async () => {
    const sheets = await sheetsOf(longReceipt(30));
    for (const [n, sheet] of sheets.entries()) expect(sheet.text).toContain(`03-000148/2026, halaman ${n + 1} dari 3`);
    const all = sheets.map(({ text }) => text).join(' ');
    for (const { nop } of longReceipt(30).lines) expect(all.split(nop)).toHaveLength(2);
    expect(sheets[1]?.text).toMatch(/^NOP \/ nama di SPPT Tahun Pokok/);
    inOrder(sheets[2]?.text ?? '', ['DIBAYAR TUNAI', 'Rp1.455.000', 'satu juta empat ratus lima puluh lima ribu rupiah', 'MENUNGGU SETOR.', 'SITI ROHMAH (ISTRI)', 'SLAMET RIYADI']);
  });
});

describe('hostile data', () => {
  it('is printed literally inside the sheet, and no figure is torn apart', async () => {
    const sheets = await sheetsOf(hostileReceipt);
    expect(sheets.flatMap(({ outside }) => outside)).toEqual([]);
    const text = sheets.map((sheet) => sheet.text).join(' ');
    expect(text).toContain('#read("/etc/passwd") *tebal* $x$ {{nama}} <b>');
    for (const figure of ['999.999.999.999', '480.000.000.000', '1.479.999.999.999', '4.439.999.999.997', 'Rp4.439.999.999.997']) expect(text).toContain(figure);
    expect(text.replaceAll(' ', '')).toContain('W'.repeat(60));
  });

  it.each([
    ['an emoji in a name', { payer: { heading: 'Pembayar,', name: 'SITI 😀' } }, 'MISSING_GLYPH', 'payer.name'],
    ['an empty number', { number: ' ' }, 'MISSING_FIELD', 'number'],
    ['no rows', { lines: [] }, 'MISSING_FIELD', 'lines'],
  ])('with %s is refused before any process sees it', async (_what, changes, code, field) => {
    await expect(typesetter.receipt({ ...receipt, ...changes })).rejects.toMatchObject({ code, field, retryable: false });
  });
});
