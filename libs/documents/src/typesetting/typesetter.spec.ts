import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { findUnprintable } from '#values';
import { afterAll, describe, expect, it } from '@jest/globals';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { delegatedLetter, domicileLetter, domicileLetterOnA4, draftOf, hostileLetter, povertyLetter } from './sample-letters.js';
import type { LetterDocument } from './letter-document.js';
import { Typesetter } from './typesetter.js';

const typesetter = new Typesetter();
afterAll(() => typesetter.close());

/** The text of each page in reading order, lines joined by spaces, no-break spaces as spaces. */
async function textOf(pdf: Buffer): Promise<string[]> {
  const loading = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const document = await loading.promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' ').replaceAll(/[\s\u00a0]+/g, ' '));
  }
  await loading.destroy();
  return pages;
}

async function pagesOf(letter: LetterDocument): Promise<string[]> {
  return textOf((await typesetter.letter(letter)).pdf);
}

function inOrder(text: string, pieces: string[]): void {
  const places = pieces.map((piece) => text.indexOf(piece));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
}

function rowsReplaced(letter: typeof domicileLetter, value: string): typeof domicileLetter {
  return { ...letter, body: letter.body.map((block) => (block.kind === 'identity' ? { ...block, rows: block.rows.map((row) => ({ ...row, value })) } : block)) };
}

describe('a printed letter', () => {
  it('reads from letterhead to signature on one page of PDF/A-2b', async () => {
    const { pdf, pages } = await typesetter.letter(domicileLetter);
    expect(pages).toBe(1);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.toString('latin1')).toMatch(/pdfaid:part>2<[^]*pdfaid:conformance>B</);
    inOrder((await textOf(pdf))[0] ?? '', [
      'PEMERINTAH KABUPATEN MALANG', 'KANTOR KEPALA DESA PUJON KIDUL', 'SURAT KETERANGAN DOMISILI', 'Nomor : 400.12.2.1/0188/35.07.26.2003/2026',
      '1. Nama Lengkap : SITI ROHMAH', '11. Alamat pada KTP-el', 'Kota Malang', 'Dusun Krajan RT 003 RW 001', 'berlaku sampai dengan 24 Mei 2027',
      'Demikian', 'Pujon Kidul, 24 November 2026', 'KEPALA DESA PUJON KIDUL,', 'SUWONDO HADI PRASETYO', 'Pindai kode QR',
    ]);
  });

  it('is the same to the byte when it is printed again, by another process too', async () => {
    const other = new Typesetter();
    const [one, two, elsewhere] = await Promise.all([typesetter.letter(domicileLetter), typesetter.letter(domicileLetter), other.letter(domicileLetter)]);
    await other.close();
    expect(one.pdf.equals(two.pdf)).toBe(true);
    expect(one.pdf.equals(elsewhere.pdf)).toBe(true);
  });

  it('fits A4 as well', async () => {
    expect((await typesetter.letter(domicileLetterOnA4)).pages).toBe(1);
  });

  it('names who signs and for whom', async () => {
    inOrder((await pagesOf(delegatedLetter))[0] ?? '', ['a.n. KEPALA DESA PUJON KIDUL', 'Sekretaris Desa,', 'AGUS SETIAWAN, S.AP.']);
  });

  it('as a draft has no number, no signature and says so', async () => {
    const { pdf } = await typesetter.letter(draftOf(domicileLetter));
    const [text = ''] = await textOf(pdf);
    expect(text).toContain('DRAF');
    expect(text).toMatch(/400\.12\.2\.1\/ ?terbit saat disetujui ?\/35\.07\.26\.2003\/2026/);
    expect(text).toContain('bukan surat yang sah');
    expect(text).not.toMatch(/0188|Pindai|Ditandatangani/);
  });

  it('shrinks its lines before it takes a second page', async () => {
    expect((await typesetter.letter(povertyLetter(3))).pages).toBe(1);
  });

  it('with nine dependants takes two pages, repeats the table heading and keeps the signatures together', async () => {
    const [first = '', second = ''] = await pagesOf(povertyLetter(9));
    expect(first).toContain('Halaman 1 dari 2');
    expect(first).not.toContain('Demikian');
    inOrder(second, ['SURAT KETERANGAN TIDAK MAMPU', 'Nomor : 400.10.4.4/0189', 'NIK', '3507265402150001', 'Demikian', 'KEPALA DESA PUJON KIDUL,', 'SUWONDO HADI PRASETYO', 'Halaman 2 dari 2']);
  });
});

describe('hostile data', () => {
  it('is printed literally, long names and words included', async () => {
    const [text = ''] = await pagesOf(hostileLetter);
    expect(text).toContain('#read("/etc/passwd") *tebal* $x$ {{nama}} <b>');
    expect(text).toContain('Nomor KK : -');
    expect(text).toContain('AL-FARUQI');
    expect(text.replaceAll(' ', '')).toContain('PerumahanGriyaPermataSumbermanjingWetanIndahLestariAsriSejahteraBlokC12');
    expect(text).not.toMatch(/[\u200b\u2060]/);
  });

  it('keeps sixty capital letters without a space inside the page', async () => {
    const word = 'W'.repeat(60);
    const [text = ''] = await pagesOf({ ...rowsReplaced(domicileLetter, word), title: word, closing: [word], letterhead: { ...domicileLetter.letterhead, office: word } });
    expect(text.replaceAll(' ', '')).toContain(`KTP-el:${word}`);
  });

  it('prints every character the input forms let through, in every face', async () => {
    const printable = Array.from({ length: 0x2_ffff }, (_, point) => String.fromCodePoint(point)).filter((character) => character.trim() !== '' && findUnprintable(character) === null);
    const text = printable.join(' ');
    const letter: LetterDocument = {
      ...domicileLetter,
      letterhead: { ...domicileLetter.letterhead, contact: [text] },
      body: [{ kind: 'paragraph', runs: [text, { text, bold: true }] }],
    };
    expect(printable.length).toBeGreaterThan(300);
    await expect(typesetter.letter(letter)).resolves.toMatchObject({ pages: expect.any(Number) });
  });

  it('refuses an emoji before any process sees it', async () => {
    await expect(typesetter.letter(rowsReplaced(domicileLetter, '😀'))).rejects.toMatchObject({ code: 'MISSING_GLYPH', character: '😀', field: 'Nama Lengkap' });
  });

  it('refuses a logo that is no picture, or a broken one', async () => {
    const png = Buffer.from('89504e470d0a1a0a00', 'hex');
    await expect(typesetter.letter(domicileLetter, Buffer.from('<svg/>'))).rejects.toMatchObject({ code: 'BROKEN_LOGO' });
    await expect(typesetter.letter(domicileLetter, png)).rejects.toMatchObject({ code: 'BROKEN_LOGO' });
  });

  it('never prints in another font than its own', async () => {
    const bare = new Typesetter({ fonts: [] });
    await expect(bare.letter(domicileLetter)).rejects.toMatchObject({ code: 'MISSING_FONT' });
    await bare.close();
  });
});

describe('the processes', () => {
  it('fail only the document they crash on, retryably, and are replaced', async () => {
    await typesetter.warmUp();
    const [victim = 0] = typesetter.pids;
    const lost = typesetter.letter(domicileLetter);
    process.kill(victim, 'SIGKILL');
    const next = typesetter.letter(delegatedLetter);
    await expect(lost).rejects.toMatchObject({ code: 'CRASHED', retryable: true });
    await expect(next).resolves.toMatchObject({ pages: 1 });
    expect(typesetter.pids).not.toContain(victim);
  });

  it('are replaced after a number of documents, losing none', async () => {
    const recycled = new Typesetter({ documentsPerProcess: 3 });
    await recycled.warmUp();
    const before = recycled.pids;
    const printed = await Promise.all(Array.from({ length: 10 }, () => recycled.letter(domicileLetter)));
    expect(new Set(printed.map(({ pdf }) => pdf.toString('latin1'))).size).toBe(1);
    for (let i = 0; i < 100 && recycled.pids.some((pid) => before.includes(pid)); i++) await wait(20);
    expect(recycled.pids).not.toEqual(expect.arrayContaining(before));
    await recycled.close();
  });

  it('are replaced when one has grown', async () => {
    const grown = new Typesetter({ mostMemoryMb: 1 });
    await grown.warmUp();
    const before = grown.pids;
    await expect(grown.letter(domicileLetter)).resolves.toMatchObject({ pages: 1 });
    for (let i = 0; i < 250 && grown.pids.some((pid) => before.includes(pid)); i++) await wait(20);
    expect(grown.pids).not.toEqual(expect.arrayContaining(before));
    await expect(grown.letter(domicileLetter)).resolves.toMatchObject({ pages: 1 });
    await grown.close();
  }, 20_000);

  it('let so many wait and no more, and print those', async () => {
    const small = new Typesetter({ mostWaiting: 2 });
    await small.warmUp();
    const settled = await Promise.allSettled(Array.from({ length: 5 }, () => small.letter(domicileLetter)));
    expect(settled.map((one) => one.status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'rejected']);
    expect(settled.at(-1)).toMatchObject({ reason: { code: 'BUSY', retryable: true } });
    await small.close();
  }, 20_000);

  it('are killed when a document takes too long', async () => {
    const hurried = new Typesetter({ timeoutMs: 1 });
    await expect(hurried.letter(povertyLetter(9))).rejects.toMatchObject({ code: 'TIMEOUT', retryable: true });
    await hurried.close();
  });

  it('finish what is on the press when the pool closes, and take nothing more', async () => {
    const closing = new Typesetter();
    await closing.warmUp();
    const [pid = 0] = closing.pids;
    const [running, queued] = [closing.letter(domicileLetter), closing.letter(domicileLetter)];
    await Promise.all([closing.close(), expect(running).resolves.toMatchObject({ pages: 1 }), expect(queued).rejects.toMatchObject({ code: 'CLOSED', retryable: true })]);
    await expect(closing.letter(domicileLetter)).rejects.toMatchObject({ code: 'CLOSED' });
    expect(isAlive(pid)).toBe(false);
  });

  it('end when their parent is killed', async () => {
    const entry = fileURLToPath(new URL('./typeset-child.js', import.meta.url));
    const code = `const child = require('node:child_process').fork(${JSON.stringify(entry)}, [], { execArgv: [] }); child.send({ fonts: [] }); child.on('message', () => console.log(child.pid));`;
    const parent = spawn(process.execPath, ['-e', code], { env: {}, stdio: ['ignore', 'pipe', 'ignore'] });
    const pid = await new Promise<number>((resolve) => parent.stdout.once('data', (line) => resolve(Number(line))));
    expect(isAlive(pid)).toBe(true);
    parent.kill('SIGKILL');
    for (let i = 0; i < 100 && isAlive(pid); i++) await wait(20);
    expect(isAlive(pid)).toBe(false);
  });
});

/** A process that has ended but that nobody has collected yet ("Z") is not alive. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
