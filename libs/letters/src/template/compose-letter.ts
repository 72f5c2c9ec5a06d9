import { type LetterDocument, type LetterRun, signerHeading } from '#documents';
import { formatLong, formatTimeWib, plainDateInJakarta, type PlainDate } from '#values';
import { type LetterheadOffice, letterheadLines, words } from '#villages';
import { nameInCapitals } from '../letter/name-in-capitals.js';
import type { LetterType } from '../letter-type/letter-type.js';
import { renderBody, type TemplateValues } from './render-body.js';

/** The office on the letterhead; from villages' profile. */
export interface LetterOffice extends LetterheadOffice {
  readonly address: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly postalCode: string | null;
  readonly paper: 'F4' | 'A4';
}

/** Who signs. `acting` is Plt. (for a vacant post) or Plh. (for an absent head). */
export interface LetterSigner {
  readonly name: string;
  readonly positionName: string;
  readonly capacity: 'head' | 'on-behalf';
  readonly acting: 'Plt.' | 'Plh.' | null;
  readonly rank: string | null;
  readonly nip: string | null;
}

export interface LetterToCompose {
  readonly type: LetterType;
  readonly office: LetterOffice;
  readonly signer: LetterSigner;
  readonly applicantName: string;
  readonly values: TemplateValues;
  /** Values of the draft before, to mark what changed. */
  readonly previous?: TemplateValues;
}

const closing: LetterRun[] = ['Demikian surat keterangan ini dibuat dengan sebenarnya, untuk dipergunakan sebagaimana mestinya.'];

/** "Desa Pujon Kidul" or "Kelurahan Kepanjen". */
export const officeName = (office: LetterOffice): string => `${words(office.kind).office} ${office.name}`;

/** "Kepala Desa Pujon Kidul", "Lurah Kepanjen", "Plt. Kepala Desa …", or the delegate's own post. */
export function signerPosition(office: LetterOffice, signer: LetterSigner): string {
  if (signer.capacity === 'on-behalf') return `${signer.positionName} ${office.name}`;
  return `${signer.acting ? `${signer.acting} ` : ''}${headPosition(office)}`;
}

const headPosition = (office: LetterOffice): string => `${words(office.kind).head} ${office.name}`;

/** A letter as approved: number, date and the address inside the QR are final. */
export function composeIssued(letter: LetterToCompose, issue: { numberText: string; approvedAt: Date; verificationUrl: string }): LetterDocument {
  const host = new URL(issue.verificationUrl).host.toLowerCase();
  return {
    ...shared(letter, plainDateInJakarta(issue.approvedAt), issue.approvedAt),
    draft: false,
    number: issue.numberText,
    verificationUrl: issue.verificationUrl,
    footer: `Pindai kode QR untuk memeriksa keaslian. Halaman yang terbuka harus beralamat ${host} dan menampilkan nomor surat yang sama. Verifikasi internal, bukan tanda tangan elektronik tersertifikasi.`,
    signer: signature(letter, plainDateInJakarta(issue.approvedAt), [`Disetujui secara elektronik`, `${formatLong(plainDateInJakarta(issue.approvedAt))} pukul ${formatTimeWib(issue.approvedAt)}`]),
  };
}

/** The same letter before approval: marked as a draft, with neither number nor QR. */
export function composeDraft(letter: LetterToCompose, draft: { number: { before: string; after: string }; now: Date }): LetterDocument {
  return { ...shared(letter, plainDateInJakarta(draft.now), draft.now), draft: true, number: draft.number };
}

function shared(letter: LetterToCompose, on: PlainDate, createdAt: Date) {
  const { office, type } = letter;
  const contact = [
    [office.address, office.phone && `telepon ${office.phone}`, office.postalCode && `kode pos ${office.postalCode}`].filter(Boolean).join(', '),
    office.email ?? '',
  ].filter((line) => line !== '');
  return {
    paper: office.paper,
    createdAt: createdAt.toISOString(),
    letterhead: {
      authorities: letterheadLines(office).slice(0, -1),
      office: letterheadLines(office).at(-1) ?? '',
      contact,
    },
    title: type.title.toUpperCase(),
    body: renderBody(type.body, letter.values, letter.previous),
    closing,
    holder: type.holderSigns ? { heading: ['Pemegang Surat,'], name: nameInCapitals(letter.applicantName) } : null,
    signer: signature(letter, on),
  };
}

function signature(letter: LetterToCompose, on: PlainDate, note?: string[]): LetterDocument['signer'] {
  const { office, signer } = letter;
  const heading = signerHeading({
    place: office.name,
    date: formatLong(on),
    head: headPosition(office).toUpperCase(),
    acting: signer.acting,
    onBehalf: signer.capacity === 'on-behalf' ? { position: signer.positionName } : null,
  });
  const details = [signer.rank, signer.nip && `NIP ${signer.nip}`].filter((line): line is string => Boolean(line));
  return { heading, name: signer.name, ...(details.length > 0 ? { details } : {}), ...(note ? { note } : {}) };
}
