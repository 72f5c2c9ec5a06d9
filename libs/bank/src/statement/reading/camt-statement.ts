import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { type Attributes, FileRefused, parseXml, type TableLayout, type XmlHandler } from '#imports';
import { DomainError } from '#platform';
import { isPlainDate, type PlainDate } from '#values';
import { STATEMENT_ISSUES, type StatementIssue } from './statement-issues.js';
import { emptyHead, isCorrection, type JudgedLine, LONGEST_MORE, LONGEST_REMARK, type StatementHead, type StatementReader } from './statement-reader.js';

/** ISO 20022 bank-to-customer statement; the versions Indonesian banks send (rules, bank statements). */
const VERSIONS = ['camt.053.001.02', 'camt.053.001.08'];
const SHEET = 'camt.053';
const SNIFFED_BYTES = 4_096;

/** Whether a file is XML; what kind is said when it is read. */
export async function isXml(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SNIFFED_BYTES), 0, SNIFFED_BYTES, 0);
    return /^(?:\uFEFF)?\s*<(?:\?xml|(?:\w+:)?Document\b)/.test(buffer.toString('utf8', 0, bytesRead));
  } finally {
    await file.close();
  }
}

/** A camt.053 file, streamed: an entry is handed on as soon as it ends. Entities of a document type are refused, not expanded. */
export class CamtStatement implements StatementReader {
  readonly head: StatementHead = emptyHead();
  private entries = 0;

  constructor(private readonly path: string) {}

  async *rows(): AsyncGenerator<JudgedLine> {
    const handler = new CamtHandler(this.head);
    try {
      for await (const _ of parseXml(createReadStream(this.path), handler)) {
        yield* handler.lines;
        this.entries += handler.lines.length;
        handler.lines = [];
      }
    } catch (error) {
      // What the handler refuses is no damage of the file.
      throw error instanceof FileRefused && error.cause instanceof DomainError ? error.cause : error;
    }
    handler.end();
  }

  layout(): TableLayout {
    return { name: 'ISO 20022 camt.053', sheets: [{ name: SHEET, rows: this.entries, recognised: true, hidden: false }], columns: 0, known: 0, unknown: [], carried: [] };
  }

  expectedRows(): Promise<null> {
    return Promise.resolve(null);
  }

  close(): void {
    // The stream ends with the loop that reads it.
  }
}

/** Values of one entry or balance by the path below it: `BookgDt/Dt`. A path met again (details of a batch) adds its text. */
class Fields {
  private readonly values = new Map<string, string[]>();
  currency = '';

  add(path: string, text: string): void {
    const before = this.values.get(path);
    if (before) before.push(text);
    else this.values.set(path, [text]);
  }

  first(...paths: string[]): string | null {
    for (const path of paths) {
      const value = this.values.get(path)?.[0];
      if (value) return value;
    }
    return null;
  }

  all(path: string): string[] {
    return this.values.get(path) ?? [];
  }
}

class CamtHandler implements XmlHandler {
  lines: JudgedLine[] = [];
  private readonly path: string[] = [];
  private fields: Fields | null = null;
  /** Depth of the element whose fields are gathered. */
  private base = 0;
  private gathered = '';
  private row = 0;
  private statements = 0;
  private lastClosing: bigint | null = null;

  constructor(private readonly head: StatementHead) {}

  open(name: string, attributes: Attributes): void {
    if (this.path.length === 0) assertVersion(name, attributes);
    this.path.push(name);
    this.gathered = '';
    if (this.fields === null && (name === 'Ntry' || name === 'Bal' || name === 'Acct' || name === 'FrToDt') && this.path.at(-2) === 'Stmt') {
      this.fields = new Fields();
      this.base = this.path.length;
    }
    if (this.fields && name === 'Amt' && this.path.length === this.base + 1) this.fields.currency = attributes['Ccy'] ?? '';
  }

  text(value: string): void {
    this.gathered += value;
  }

  close(name: string): void {
    const { fields } = this;
    if (fields && this.path.length > this.base) {
      const value = this.gathered.trim();
      if (value !== '') fields.add(this.path.slice(this.base).join('/'), value);
    } else if (fields) {
      this.fields = null;
      if (name === 'Ntry') this.lines.push(this.entry(fields));
      else if (name === 'Bal') this.balance(fields);
      else if (name === 'Acct') this.account(fields);
      else this.period(fields);
    }
    if (name === 'Stmt' && this.path.at(-2) === 'BkToCstmrStmt') this.lastClosing = this.head.closingSen;
    this.gathered = '';
    this.path.pop();
  }

  end(): void {
    if (this.statements === 0) throw new DomainError('STATEMENT_NO_ACCOUNT', 422, 'Berkas camt.053 ini tidak menyebut rekening.');
  }

  private account(fields: Fields): void {
    const number = (fields.first('Id/IBAN', 'Id/Othr/Id') ?? '').replace(/\D/g, '');
    if (this.head.accountNumber !== null && this.head.accountNumber !== number) throw new DomainError('STATEMENT_MANY_ACCOUNTS', 422, 'Berkas ini memuat lebih dari satu rekening. Unduh satu berkas untuk setiap rekening.');
    this.head.accountNumber = number;
    this.statements += 1;
  }

  private period(fields: Fields): void {
    const [from, to] = [dayOf(fields.first('FrDtTm', 'FrDt')), dayOf(fields.first('ToDtTm', 'ToDt'))];
    if (from && (this.head.firstDay === null || from < this.head.firstDay)) this.head.firstDay = from;
    if (to && (this.head.lastDay === null || to > this.head.lastDay)) this.head.lastDay = to;
  }

  /** Several statements in one file must join each other; together they are one. */
  private balance(fields: Fields): void {
    const code = fields.first('Tp/CdOrPrtry/Cd');
    const sen = signedSen(fields);
    if (sen === null) throw new DomainError('STATEMENT_BALANCE_UNREADABLE', 422, 'Saldo pada berkas camt.053 ini tidak terbaca.');
    if (code === 'OPBD' || code === 'PRCD') {
      if (this.lastClosing !== null && this.lastClosing !== sen) throw new DomainError('STATEMENT_GAP', 422, 'Bagian-bagian rekening koran dalam berkas ini tidak bersambung: saldo awal tidak sama dengan saldo akhir bagian sebelumnya.');
      this.head.openingSen ??= sen;
    }
    if (code === 'CLBD') this.head.closingSen = sen;
  }

  private entry(fields: Fields): JudgedLine {
    const issues: StatementIssue[] = [];
    this.row += 1;
    const judged = (line: JudgedLine['line']): JudgedLine => ({ row: this.row, sheet: SHEET, line, issues });
    const tell = (severity: 'error' | 'warning', field: 'amount' | 'bookedOn', code: 'ENTRY_PENDING' | 'CURRENCY_FOREIGN' | 'AMOUNT_UNREADABLE' | 'AMOUNT_ZERO' | 'DATE_UNREADABLE', value: string | null): JudgedLine => {
      issues.push(STATEMENT_ISSUES.issue(severity, field, code, value ?? ''));
      return judged(null);
    };
    const status = fields.first('Sts/Cd', 'Sts');
    if (status !== null && status !== 'BOOK') return tell('warning', 'amount', 'ENTRY_PENDING', status);
    if (fields.currency !== '' && fields.currency !== 'IDR') return tell('error', 'amount', 'CURRENCY_FOREIGN', fields.currency);
    const sen = signedSen(fields);
    if (sen === null) return tell('error', 'amount', 'AMOUNT_UNREADABLE', fields.first('Amt'));
    if (sen === 0n) return tell('warning', 'amount', 'AMOUNT_ZERO', fields.first('Amt'));
    const bookedOn = dayOf(fields.first('BookgDt/Dt', 'BookgDt/DtTm', 'ValDt/Dt'));
    if (bookedOn === null) return tell('error', 'bookedOn', 'DATE_UNREADABLE', fields.first('BookgDt/Dt', 'BookgDt/DtTm'));
    const words = remarkOf(fields);
    const [remark, more] = [words.slice(0, LONGEST_REMARK), words.slice(LONGEST_REMARK, LONGEST_REMARK + LONGEST_MORE)];
    return judged({
      bookedOn, exactSen: sen, balanceSen: null, reference: fields.first('AcctSvcrRef', 'NtryDtls/TxDtls/Refs/AcctSvcrRef', 'NtryRef')?.slice(0, 60) ?? null, remark, more,
      correction: /^(?:true|1)$/.test(fields.first('RvslInd') ?? '') || isCorrection(remark),
    });
  }
}

function assertVersion(name: string, attributes: Attributes): void {
  const space = Object.entries(attributes).find(([key, value]) => key.startsWith('xmlns') && value.includes('camt.'))?.[1] ?? '';
  if (name === 'Document' && VERSIONS.some((version) => space.endsWith(version))) return;
  throw new DomainError('STATEMENT_FORMAT', 422, 'Berkas XML ini bukan rekening koran camt.053 versi 02 atau 08.');
}

/** Everything a person wrote, in the order of the file, each once. */
function remarkOf(fields: Fields): string {
  const parts = ['NtryDtls/TxDtls/RmtInf/Ustrd', 'NtryDtls/TxDtls/RmtInf/Strd/CdtrRefInf/Ref', 'NtryDtls/TxDtls/RmtInf/Strd/AddtlRmtInf', 'NtryDtls/TxDtls/Refs/EndToEndId', 'NtryDtls/TxDtls/Refs/InstrId', 'NtryDtls/TxDtls/AddtlTxInf', 'AddtlNtryInf'].flatMap((path) => fields.all(path));
  return [...new Set(parts.filter((part) => part !== 'NOTPROVIDED'))].join(' ').replace(/\s+/g, ' ');
}

function signedSen(fields: Fields): bigint | null {
  const amount = /^(\d{1,15})(?:\.(\d{1,2})0*)?$/.exec(fields.first('Amt') ?? '');
  if (!amount) return null;
  const sen = BigInt(amount[1] ?? '') * 100n + BigInt((amount[2] ?? '').padEnd(2, '0'));
  return fields.first('CdtDbtInd') === 'DBIT' ? -sen : sen;
}

/** A bank's hour is of no interest; its day is WIB as it stands. */
function dayOf(text: string | null): PlainDate | null {
  const day = text?.slice(0, 10) ?? '';
  return isPlainDate(day) ? day : null;
}
