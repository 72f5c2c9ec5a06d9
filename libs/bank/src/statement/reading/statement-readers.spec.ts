import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CamtStatement, isXml } from './camt-statement.js';
import type { StatementReader } from './statement-reader.js';
import { TableStatement } from './table-statement.js';

let folder: string;
let files = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pamong-statement-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function file(content: string): Promise<string> {
  const path = join(folder, String((files += 1)));
  await writeFile(path, content);
  return path;
}

/** `row day amount|reference|remark` of each line, and `row CODE` of each issue. */
async function read(reader: StatementReader): Promise<string[]> {
  const seen: string[] = [];
  for await (const { row, line, issues } of reader.rows()) {
    if (line) seen.push(`${row} ${line.bookedOn} ${line.exactSen}${line.balanceSen === null ? '' : `=${line.balanceSen}`}|${line.reference ?? ''}|${[line.remark, line.more].filter(Boolean).join(' + ')}${line.correction ? '|correction' : ''}`);
    for (const { code } of issues) seen.push(`${row} ${code}`);
  }
  reader.close();
  return seen;
}

const table = async (content: string, mapping: Record<string, string> | null = null): Promise<[string[], StatementReader]> => {
  const reader = await TableStatement.open(await file(content), mapping);
  return [await read(reader), reader];
};

describe('a statement as a table', () => {
  it('is read with debit and credit apart, below the bank’s own heading, without its summaries', async () => {
    const [lines, reader] = await table(
      ['BANK JATIM;;;;;', 'REKENING;0041234567;;;;', 'Tanggal;Keterangan;No Ref;Debet;Kredit;Saldo', ';SALDO AWAL;;;;1.000.000,00', '02/11/2026;SETORAN PBB PB0A0000F7;A1;;250.000,00;1.250.000,00',
        '02/11/2026;BIAYA ADM;A2;5.000,00;0,00;1.245.000,00', '03/11/2026 10:15:00;KOREKSI SETORAN;A3;250.000,00;;995.000,00', ';SALDO AKHIR;;;;995.000,00', ';TOTAL;;255.000,00;250.000,00;'].join('\n'),
    );
    expect(lines).toEqual([
      '5 2026-11-02 25000000=125000000|A1|SETORAN PBB PB0A0000F7', '6 2026-11-02 -500000=124500000|A2|BIAYA ADM', '7 2026-11-03 -25000000=99500000|A3|KOREKSI SETORAN|correction',
    ]);
    expect(reader.head).toMatchObject({ openingSen: 100_000_000n, closingSen: 99_500_000n });
  });

  it('is read with one column of amounts, by a letter beside it, behind it, or by its sign', async () => {
    const [beside] = await table('Tgl;Uraian;Nominal;D/K\n1-11-2026;A;1.000;K\n1-11-2026;B;2.000;DB\n1-11-2026;C;3.000;?');
    expect(beside).toEqual(['2 2026-11-01 100000||A', '3 2026-11-01 -200000||B', '4 SIDE_UNKNOWN']);
    const [behind] = await table('Date,Description,Amount\n2026-11-01,A,"1,000.50 CR"\n2026-11-01,B,"2,000.00 DB"\n2026-11-01,C,-3.25\n2026-11-01,D,0');
    expect(behind).toEqual(['2 2026-11-01 100050||A', '3 2026-11-01 -200000||B', '4 2026-11-01 -325||C', '5 AMOUNT_ZERO']);
  });

  it('is read by a mapping where no heading is known', async () => {
    const [lines] = await table('HARI|APA|BERAPA\n01-11-2026|SETOR|5000', { bookedOn: 'HARI', remark: 'APA', amount: 'BERAPA' });
    expect(lines).toEqual(['2 2026-11-01 500000||SETOR']);
  });

  it('names each cell that cannot be read', async () => {
    const [lines] = await table('Tanggal;Keterangan;Debit;Kredit;Saldo\n32-11-2026;A;;1;x\n1-11-2026;B;1;2;\n1-11-2026;C;;satu;');
    expect(lines).toEqual(['2 DATE_UNREADABLE', '2 BALANCE_UNREADABLE', '3 AMOUNT_BOTH', '4 AMOUNT_UNREADABLE']);
  });

  it.each([
    ['Bank Jatim', ['BANK JATIM;;;;;', 'Periode;01/10/26 s/d 31/10/26;;;;', '', 'Tgl;Uraian;No. Reff;Debet;Kredit;Saldo', '01/10/26;SALDO AWAL;;;;1.000.000,00', '01/10/26;SETOR TUNAI;R1;;250.000,00;1.250.000,00', ';PB0A0000F7 PUJON;;;;', ';KIDUL;;;;', '02/10/26;BIAYA;R2;5.000,00;;1.245.000,00',
      ';Total;;5.000,00;250.000,00;1.245.000,00', 'Dicetak pada 01/11/2026 10:00;;;;;', ';Dokumen ini sah tanpa tanda tangan;;;;'], ['6 2026-10-01 25000000=125000000|R1|SETOR TUNAI + PB0A0000F7 PUJON KIDUL', '9 2026-10-02 -500000=124500000|R2|BIAYA'], 100_000_000n, null],
    ['BCA', ['Periode : ,01/10/2026 - 31/10/2026', 'Tanggal Transaksi,Keterangan,Cabang,Jumlah,Saldo', `'01/10/2026,SETOR,'0000,"250,000.00 CR","1,250,000.00"`, `'02/10/2026,BIAYA,'0000,"5,000.00 DB","1,245,000.00"`, 'Saldo Awal : ,"1,000,000.00"', 'Mutasi Debet : ,"5,000.00",1', 'Mutasi Kredit : ,"250,000.00",1', 'Saldo Akhir : ,"1,245,000.00"'],
      ['3 2026-10-01 25000000=125000000||SETOR', '4 2026-10-02 -500000=124500000||BIAYA'], 100_000_000n, 124_500_000n],
    ['BRI', ['Tanggal Transaksi,Uraian Transaksi,Teller,Debet,Kredit,Saldo', '01/10/26 08:15:33,SETOR,8888,0.00,"250,000.00","1,250,000.00"', 'Saldo Awal,Total Transaksi Debet,Total Transaksi Kredit,Saldo Akhir,,', '"1,000,000.00",0.00,"250,000.00","1,250,000.00",,'], ['2 2026-10-01 25000000=125000000||SETOR'], null, null],
    ['BRI, from its core', ['NOREK;TGL_TRAN;TGL_EFEKTIF;JAM_TRAN;DESK_TRAN;SALDO_AWAL_MUTASI;MUTASI_DEBET;MUTASI_KREDIT;SALDO_AKHIR_MUTASI', '004101000123456;20261001;20261001;081533;SETOR;1000000.00;0.00;250000.00;1250000.00'], ['2 2026-10-01 25000000=125000000||SETOR'], null, null],
    ['Mandiri', ['Account No,Date,Val. Date,Transaction Code,Description,Description,Reference No.,Debit,Credit', '1440012345678,01/10/26,01/10/26,6502,SETOR,PB0A0000F7,R1,.00,"250,000.00"'], ['2 2026-10-01 25000000|R1|SETOR + PB0A0000F7'], null, null],
  ])('is read as %s writes it', async (_, rows, read_, openingSen, closingSen) => {
    const [lines, reader] = await table(rows.join('\n'));
    expect(lines).toEqual(read_);
    expect(reader.head).toMatchObject({ openingSen, closingSen });
    expect(reader.layout().unknown).toEqual([]);
  });

  it('without amounts is refused as a whole', async () => {
    await expect(table('Tanggal;Keterangan;Debit\n1-11-2026;A;1')).rejects.toMatchObject({ code: 'FILE_NO_AMOUNT', status: 422 });
  });
});

const entry = (amount: string, more: { sign?: string; rvsl?: boolean; status?: string; day?: string; ref?: string; remark?: string; end?: string; currency?: string } = {}): string =>
  `<Ntry><Amt Ccy="${more.currency ?? 'IDR'}">${amount}</Amt><CdtDbtInd>${more.sign ?? 'CRDT'}</CdtDbtInd>${more.rvsl ? '<RvslInd>true</RvslInd>' : ''}<Sts>${more.status ?? 'BOOK'}</Sts><BookgDt><Dt>${more.day ?? '2026-11-02'}</Dt></BookgDt>${more.ref ? `<AcctSvcrRef>${more.ref}</AcctSvcrRef>` : ''}<NtryDtls><TxDtls><Refs><EndToEndId>${more.end ?? 'NOTPROVIDED'}</EndToEndId></Refs><RmtInf><Ustrd>${more.remark ?? ''}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`;
const balance = (code: string, amount: string): string => `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="IDR">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-02</Dt></Dt></Bal>`;
const statement = (opening: string, closing: string, entries: string, number = '0041234567'): string =>
  `<Stmt><Id>1</Id><FrToDt><FrDtTm>2026-11-02T00:00:00+07:00</FrDtTm><ToDtTm>2026-11-03T23:59:59+07:00</ToDtTm></FrToDt><Acct><Id><Othr><Id>${number}</Id></Othr></Id></Acct>${balance('OPBD', opening)}${balance('CLBD', closing)}${entries}</Stmt>`;
const camt = (statements: string, version = 'camt.053.001.02', before = ''): string => `<?xml version="1.0" encoding="UTF-8"?>${before}<Document xmlns="urn:iso:std:iso:20022:tech:xsd:${version}"><BkToCstmrStmt>${statements}</BkToCstmrStmt></Document>`;

describe('a statement as camt.053', () => {
  it.each(['camt.053.001.02', 'camt.053.001.08'])('%s is read entry by entry with its account, balances and period', async (version) => {
    const path = await file(camt(statement('1000.00', '251500.50', `${entry('250000.00', { ref: 'A1', remark: 'PB0A0000F7', end: 'E-1' })}${entry('500.5', { remark: 'BUNGA' })}${entry('7', { sign: 'DBIT', rvsl: true })}${entry('9', { status: 'PDNG' })}${entry('8', { currency: 'USD' })}`), version));
    expect(await isXml(path)).toBe(true);
    const reader = new CamtStatement(path);
    expect(await read(reader)).toEqual(['1 2026-11-02 25000000|A1|PB0A0000F7 E-1', '2 2026-11-02 50050||BUNGA', '3 2026-11-02 -700|||correction', '4 ENTRY_PENDING', '5 CURRENCY_FOREIGN']);
    expect(reader.head).toEqual({ accountNumber: '0041234567', openingSen: 100_000n, closingSen: 25_150_050n, firstDay: '2026-11-02', lastDay: '2026-11-03' });
  });

  it('is read with a prefix, with what a batch and a structured remittance name, however long, and a reversal said as 1', async () => {
    const batch = Array.from({ length: 60 }, (_, at) => `<TxDtls><RmtInf><Ustrd>SETORAN DESA ${at}</Ustrd></RmtInf></TxDtls>`).join('');
    const prefixed = camt(statement('1', '8', `${entry('7', { ref: 'A1' }).replace(/<TxDtls>.*<\/TxDtls>/, `${batch}<TxDtls><RmtInf><Strd><CdtrRefInf><Ref>PB0A0000F7</Ref></CdtrRefInf></Strd></RmtInf></TxDtls>`)}${entry('1', { sign: 'DBIT', rvsl: true }).replace('true', '1')}`))
      .replace(/<(\/?)(\w)/g, '<$1n:$2').replace('xmlns=', 'xmlns:n=');
    const [first = '', second] = await read(new CamtStatement(await file(prefixed)));
    expect(first).toMatch(/\|A1\|SETORAN DESA 0 .*PB0A0000F7$/);
    expect(second).toBe('2 2026-11-02 -100|||correction');
  });

  it('of several joined statements of one account is one; a gap or a second account is refused', async () => {
    const joined = new CamtStatement(await file(camt(statement('1', '2', entry('1')) + statement('2', '5', entry('3')))));
    expect(await read(joined)).toHaveLength(2);
    expect(joined.head).toMatchObject({ openingSen: 100n, closingSen: 500n });
    await expect(read(new CamtStatement(await file(camt(statement('1', '2', entry('1')) + statement('3', '6', entry('3'))))))).rejects.toMatchObject({ code: 'STATEMENT_GAP' });
    await expect(read(new CamtStatement(await file(camt(statement('1', '2', entry('1')) + statement('2', '5', entry('3'), '99887766')))))).rejects.toMatchObject({ code: 'STATEMENT_MANY_ACCOUNTS' });
  });

  it('expands no entity and reads no other file', async () => {
    const bomb = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>';
    for (const remark of ['&b;', '&x;']) await expect(read(new CamtStatement(await file(camt(statement('1', '2', entry('1', { remark })), undefined, bomb))))).rejects.toMatchObject({ code: 'FILE_DAMAGED' });
  });

  it('of another message, or cut short, is refused', async () => {
    await expect(read(new CamtStatement(await file(camt('', 'camt.054.001.02'))))).rejects.toMatchObject({ code: 'STATEMENT_FORMAT' });
    await expect(read(new CamtStatement(await file('<html><body/></html>')))).rejects.toMatchObject({ code: 'STATEMENT_FORMAT' });
    await expect(read(new CamtStatement(await file(camt(statement('1', '2', entry('1'))).slice(0, -40))))).rejects.toMatchObject({ code: 'FILE_DAMAGED' });
  });
});
