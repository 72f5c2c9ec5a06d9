import { DomainError, type ObjectStore } from '#platform';

export const LARGEST_PROOF_MEGABYTES = 10;

interface ProofKind {
  readonly type: string;
  readonly extension: string;
}

/** What a proof may be, told by how it begins: the name and type that came with the upload prove nothing. */
const KINDS: readonly (ProofKind & { readonly beginning: Buffer })[] = [
  { type: 'application/pdf', extension: 'pdf', beginning: Buffer.from('%PDF-') },
  { type: 'image/jpeg', extension: 'jpg', beginning: Buffer.from([0xff, 0xd8, 0xff]) },
  { type: 'image/png', extension: 'png', beginning: Buffer.from([0x89, 0x50, 0x4e, 0x47]) },
];

/** @throws DomainError 422 for a file that is no picture and no PDF: it proves nothing, and is shown to people later */
export async function proofKind(store: ObjectStore, sha256: string): Promise<ProofKind> {
  const head = await headOf(store, sha256);
  const kind = KINDS.find(({ beginning }) => head.subarray(0, beginning.length).equals(beginning));
  if (kind) return kind;
  throw new DomainError('PROOF_UNREADABLE', 422, 'Bukti setor harus berupa foto (JPEG, PNG) atau PDF.', [{ field: 'file', code: 'PROOF_UNREADABLE', message: 'Pilih foto (JPEG, PNG) atau PDF.' }]);
}

/** The first piece of the file: whole proofs are megabytes. */
async function headOf(store: ObjectStore, sha256: string): Promise<Buffer> {
  for await (const piece of store.get(sha256) as AsyncIterable<Buffer>) return piece;
  return Buffer.alloc(0);
}
