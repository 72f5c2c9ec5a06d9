import { DomainError, type ObjectStore } from '#platform';

export const LARGEST_PROOF_MEGABYTES = 10;

/** How a PDF, a JPEG and a PNG begin. */
const BEGINNINGS = [Buffer.from('%PDF-'), Buffer.from([0xff, 0xd8, 0xff]), Buffer.from([0x89, 0x50, 0x4e, 0x47])];

/** @throws DomainError 422 for a file that is no picture and no PDF: it proves nothing, and is shown to people later */
export async function assertProof(store: ObjectStore, sha256: string): Promise<void> {
  const bytes = await store.read(sha256);
  if (BEGINNINGS.some((beginning) => bytes.subarray(0, beginning.length).equals(beginning))) return;
  throw new DomainError('PROOF_UNREADABLE', 422, 'Bukti setor harus berupa foto (JPEG, PNG) atau PDF.', [{ field: 'file', code: 'PROOF_UNREADABLE', message: 'Pilih foto (JPEG, PNG) atau PDF.' }]);
}
