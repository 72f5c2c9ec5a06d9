import { open } from 'node:fs/promises';
import { findDelimiter, type Delimiter } from './find-delimiter.js';
import { FileRefused } from './file-refused.js';
import { encodingFromSample, isUtf8File, SAMPLE_BYTES, type TextEncoding } from './text-encoding.js';

export type FileKind = { readonly kind: 'workbook' } | { readonly kind: 'csv'; readonly encoding: TextEncoding; readonly delimiter: Delimiter; readonly declared: boolean };

/** Starts of files that people upload by mistake: PDF, PNG, JPEG, GIF, RAR, 7z, gzip. */
const OTHER_FILES = ['%PDF', '\x89PNG', '\xff\xd8\xff', 'GIF8', 'Rar!', '7z\xbc\xaf', '\x1f\x8b'];

/** Controls no text file holds: a picture or program without a known start. */
const BINARY_SIGNS = [1, 2, 3, 4, 5, 6, 7, 8, 14, 15, 16].map((code) => String.fromCharCode(code));

/**
 * What the file is, by its content; its name proves nothing (web applications export HTML called `.xls`).
 * @throws FileRefused for everything that is neither an `.xlsx`-like zip nor text.
 */
export async function sniffFile(path: string): Promise<FileKind> {
  const sample = await readSample(path);
  if (sample.length === 0) throw new FileRefused('FILE_EMPTY');
  const start = sample.toString('latin1', 0, 8);
  if (start.startsWith('PK\x03\x04')) return { kind: 'workbook' };
  if (start.startsWith('PK\x05\x06')) throw new FileRefused('FILE_EMPTY');
  // Compound files: workbooks until 2003, and today's workbooks inside an encrypted package.
  if (start.startsWith('\xd0\xcf\x11\xe0')) throw new FileRefused(sample.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'FILE_LOCKED' : 'FILE_OLD_XLS');
  if (OTHER_FILES.some((magic) => start.startsWith(magic))) throw new FileRefused('FILE_NOT_SPREADSHEET');
  const encoding = encodingFromSample(sample) ?? ((await isUtf8File(path)) ? 'utf-8' : 'windows-1252');
  if (encoding === 'binary') throw new FileRefused('FILE_NOT_SPREADSHEET');
  const text = new TextDecoder(encoding).decode(sample);
  if (text.trim() === '') throw new FileRefused('FILE_EMPTY');
  if (/^\s*(?:<!doctype|<html|<\?xml|<table|<head|<body|<meta|<style)/i.test(text)) throw new FileRefused('FILE_WEB_PAGE');
  if (BINARY_SIGNS.some((sign) => text.includes(sign))) throw new FileRefused('FILE_NOT_SPREADSHEET');
  return { kind: 'csv', encoding, ...findDelimiter(text) };
}

async function readSample(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
