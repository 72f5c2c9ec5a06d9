import type { z } from 'zod';
import { letterDocumentSchema, unprintableInLine, type LetterDocument } from './letter-document.js';
import { missingField, missingGlyph, TypesettingError } from './typesetting.errors.js';

type Path = readonly PropertyKey[];

/**
 * The letter, if every field of it can be printed.
 *
 * @throws TypesettingError MISSING_FIELD for an empty or misshapen field, MISSING_GLYPH for a character that cannot be
 * printed; both name the field in words the clerk knows.
 */
export function checkLetter(candidate: unknown): LetterDocument {
  const result = letterDocumentSchema.safeParse(candidate);
  if (result.success) {
    if (result.data.draft) checkNumberParts(result.data.number);
    return result.data;
  }
  throw asTypesettingError(deepest(result.error.issues), candidate);
}

/** The parts around a draft's number may be empty, so the schema leaves them out; unprintable they may not be. */
function checkNumberParts(number: { before: string; after: string }): void {
  const character = unprintableInLine(number.before + number.after);
  if (character !== null) throw missingGlyph(character, 'Nomor surat');
}

interface Found {
  path: Path;
  message: string;
  character: string | undefined;
}

/** A union reports the failures of all its branches; the one that went deepest is the one that was meant. */
function deepest(issues: readonly z.core.$ZodIssue[], above: Path = []): Found {
  const found = issues.flatMap((issue): Found[] => {
    const path = [...above, ...issue.path];
    if (issue.code === 'invalid_union' && issue.errors.length > 0) return issue.errors.map((branch) => deepest(branch, path));
    const character: unknown = issue.code === 'custom' ? issue.params?.['character'] : undefined;
    return [{ path, message: issue.message, character: typeof character === 'string' ? character : undefined }];
  });
  return found.reduce((best, one) => (rank(one) > rank(best) ? one : best));
}

function rank(found: Found): number {
  const ours = found.message === 'empty' || found.message === 'unprintable' || found.message === 'shape';
  return found.path.length + (ours ? 100 : 0);
}

function asTypesettingError(found: Found, candidate: unknown): TypesettingError {
  const field = fieldName(found.path, candidate);
  return found.character === undefined ? missingField(field) : missingGlyph(found.character, field);
}

const simple: Record<string, string> = {
  paper: 'Ukuran kertas',
  createdAt: 'Waktu surat',
  title: 'Judul surat',
  number: 'Nomor surat',
  verificationUrl: 'Alamat pemeriksaan',
  footer: 'Catatan kaki',
  closing: 'Kalimat penutup',
  draft: 'Tanda draf',
};

const signatureParts: Record<string, string> = { heading: 'jabatan', name: 'nama', details: 'pangkat dan NIP', note: 'keterangan' };

/** Where on the letter, in words: an identity row by its label, a table cell by its column and row. */
function fieldName(path: Path, candidate: unknown): string {
  const [head, second, third, fourth] = path;
  switch (head) {
    case 'letterhead':
      return second === 'contact' ? 'Alamat pada kop surat' : second === 'office' ? 'Nama kantor pada kop surat' : 'Kop surat';
    case 'holder':
    case 'signer': {
      const part = typeof second === 'string' ? signatureParts[second] : undefined;
      return `Tanda tangan ${head === 'holder' ? 'pemegang surat' : 'pejabat'}${part === undefined ? '' : `, ${part}`}`;
    }
    case 'body': {
      const block = at(at(candidate, 'body'), second);
      const kind = at(block, 'kind');
      if (third === 'rows' && kind === 'identity') return text(at(at(at(block, 'rows'), fourth), 'label')) ?? `Data baris ${ordinal(fourth)}`;
      if (third === 'rows' && kind === 'table') {
        const column = text(at(at(at(block, 'columns'), path[4]), 'title'));
        return column === undefined ? 'Tabel' : `${column}, baris ${ordinal(fourth)}`;
      }
      return `Isi surat bagian ${ordinal(second)}`;
    }
    default:
      return (typeof head === 'string' ? simple[head] : undefined) ?? 'Data surat';
  }
}

function at(value: unknown, key: PropertyKey | undefined): unknown {
  return typeof value === 'object' && value !== null && key !== undefined ? Reflect.get(value, key) : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' && unprintableInLine(value) === null ? value : undefined;
}

function ordinal(index: PropertyKey | undefined): string {
  return typeof index === 'number' ? String(index + 1) : '?';
}
