import type { PublicSnapshot, Verification } from '#documents';

export type FoundVerification = Exclude<Verification, { state: 'not-found' }>;

/** A verification of one kind of document. */
export type FoundOf<Document extends PublicSnapshot> = FoundVerification & { readonly document: Document };

/** What the page of a found document says, before a file is compared. */
export interface Told extends Appearance {
  /** What it is called in a sentence: 'surat'. */
  readonly noun: string;
  readonly sentence: string;
  /** What the code alone would say, when the file that was sent is another one. */
  readonly codeLine: string;
  readonly meaning: { readonly title: string; readonly text: string; readonly advice: string } | null;
  readonly replacement: string;
  readonly rows: readonly { readonly term: string; readonly value: string; readonly strong?: boolean }[];
  readonly matchTitle: string;
  readonly matchText: string;
}

/** States are told by word, colour (`state`, in page.css) and icon. */
export interface Appearance {
  readonly word: string;
  readonly icon: string;
  readonly state: string;
}

const circle = '<circle cx="26" cy="26" r="22"/>';
const check = `${circle}<path d="m17 27 6.5 6.5L36 20"/>`;
const cross = `${circle}<path d="m18.5 18.5 15 15m0-15-15 15"/>`;

export const appearance = {
  valid: { word: 'SAH', icon: check, state: 'valid' },
  expired: { word: 'KEDALUWARSA', icon: `${circle}<path d="M26 14v12l8 6"/>`, state: 'expired' },
  revoked: { word: 'DICABUT', icon: cross, state: 'revoked' },
  different: { word: 'BERKAS BERBEDA', icon: cross, state: 'different' },
  'with-collector': { word: 'DIBAYAR KE PETUGAS – MENUNGGU SETOR', icon: '<path d="M14 5h24M14 47h24M17 5v8c0 5 9 8 9 13s-9 8-9 13v8M35 5v8c0 5-9 8-9 13s9 8 9 13v8"/>', state: 'waiting' },
  deposited: { word: 'DISETOR – MENUNGGU BUKTI BANK', icon: '<path d="M5 20 26 7l21 13zM10 26v13M21 26v13M31 26v13M42 26v13M5 45h42"/>', state: 'moving' },
  settled: { word: 'LUNAS', icon: check, state: 'valid' },
} as const satisfies Record<string, Appearance>;
