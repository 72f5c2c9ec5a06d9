import { createHash } from 'node:crypto';
import { qrSvg } from '../qr/qr-svg.js';
import { checkLetter } from './check-letter.js';
import { brokenLogo } from './compiler-failure.js';
import type { LetterDocument } from './letter-document.js';
import { letterSteps } from './line-pitch.js';
import { keepTogether } from './no-break.js';
import type { TypesettingJob } from './typesetting-process.js';

/** What the layout gets besides the letter: the QR as SVG and the path of the logo. */
type PreparedLetter = LetterDocument & { qr: string | null; logo: string | null };

/**
 * The message that makes a typesetting process print this letter.
 *
 * @param logo PNG or JPEG bytes; null leaves the letterhead without a picture.
 * @throws TypesettingError MISSING_FIELD, MISSING_GLYPH or BROKEN_LOGO, before any process is troubled.
 */
export function prepareLetter(candidate: LetterDocument, logo: Buffer | null): TypesettingJob {
  const letter = checkLetter(candidate);
  const picture = logo === null ? null : { name: logoName(logo), bytes: logo };
  const address = letter.draft ? null : letter.verificationUrl;
  const prepared: PreparedLetter = {
    ...bindWords(letter),
    qr: address === null ? null : qrSvg(address),
    logo: picture === null ? null : `/logo/${picture.name}`,
  };
  return {
    layout: 'letter.typ',
    data: JSON.stringify(prepared),
    ...letterSteps(letter.paper),
    logo: picture,
    createdAt: Math.floor(Date.parse(letter.createdAt) / 1000),
  };
}

/** No-break spaces in everything that may reach the end of a line; table cells and headings included. */
function bindWords<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (key, item: unknown) => (typeof item === 'string' && !verbatim.has(key) ? keepTogether(item) : item)) as T;
}

const verbatim = new Set(['kind', 'paper', 'align', 'createdAt', 'number', 'before', 'after', 'verificationUrl']);

/** Named by content, so that the compiler may keep the decoded picture of a village for the next letter. */
function logoName(bytes: Buffer): string {
  const format = bytes.subarray(0, 4).equals(Buffer.from('\u0089PNG', 'latin1')) ? 'png' : bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])) ? 'jpg' : null;
  if (format === null) throw brokenLogo('neither PNG nor JPEG');
  return `${createHash('sha256').update(bytes).digest('hex')}.${format}`;
}
