import type { LetterDocument, PublicSnapshot } from '#documents';
import type { Capacity } from './signatory.js';

/** Everything a letter prints and says about itself, as it was when it was approved. Nothing of it is looked up again. */
export interface LetterSnapshot {
  readonly document: LetterDocument;
  readonly logoSha256: string | null;
  readonly applicant: { readonly name: string; readonly nik: string | null };
  readonly signatory: { readonly officialId: string; readonly name: string; readonly positionText: string; readonly capacity: Capacity };
  /** What a stranger with the paper may see. */
  readonly public: PublicSnapshot;
}
