import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { DomainError, type ObjectStore } from '#platform';
import { fileMissing, fileTooLarge } from '../imports.errors.js';

/** A list of a million rows fits; the whole file is never in memory. */
export const LARGEST_MEGABYTES = 200;

export interface ReceivedFile {
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
}

export interface ReceivedForm extends ReceivedFile {
  /** The form's other fields, as typed; those behind the file do not count. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Streams the upload's field `file` into the object store. @throws DomainError 413, 415, 422 */
export async function receiveFile(request: FastifyRequest, store: ObjectStore, megabytes = LARGEST_MEGABYTES): Promise<ReceivedForm> {
  if (!request.isMultipart()) throw new DomainError('UNSUPPORTED_MEDIA_TYPE', 415, 'Kirim berkas sebagai formulir (multipart/form-data).');
  const part: MultipartFile | undefined = await request.file({ limits: { fileSize: megabytes * 1024 * 1024 }, throwFileSizeLimit: false });
  if (part?.fieldname !== 'file') {
    part?.file.resume();
    throw fileMissing();
  }
  const stored = await store.put(part.file);
  // A cut upload leaves an object no row names; the nightly sweep takes it.
  if (part.file.truncated) throw fileTooLarge(megabytes);
  if (stored.size === 0) throw fileMissing();
  return { name: displayName(part.filename), ...stored, fields: textFields(part) };
}

function textFields({ fields }: MultipartFile): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).flatMap(([name, field]) => (field && 'value' in field && typeof field.value === 'string' ? [[name, field.value.trim()]] : [])));
}

/** The name as shown: without a path and without characters that would turn or hide text. */
function displayName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  return last.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '').trim().slice(-120) || 'berkas';
}
