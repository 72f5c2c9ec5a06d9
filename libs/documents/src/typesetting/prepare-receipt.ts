import { qrSvg } from '../qr/qr-svg.js';
import { keepTogether } from './no-break.js';
import { type ReceiptDocument, receiptDocumentSchema } from './receipt-document.js';
import { missingField, missingGlyph } from './typesetting.errors.js';
import type { TypesettingJob } from './typesetting-process.js';

/** Sheet of a receipt; `onePage` false asks for the page numbers of a longer one. */
export interface SheetStep {
  paper: 'A6' | 'A5';
  onePage: boolean;
}

/** So many rows fit the small sheet, unless names are long: then it is tried and the next size taken. */
const MOST_ROWS_ON_A6 = 5;

/**
 * The message that makes a typesetting process print this receipt.
 * @throws TypesettingError MISSING_FIELD or MISSING_GLYPH, naming the place in the document
 */
export function prepareReceipt(candidate: ReceiptDocument): TypesettingJob {
  const receipt = checkReceipt(candidate);
  const a5: SheetStep = { paper: 'A5', onePage: true };
  const prepared = {
    ...receipt,
    statement: { ...receipt.statement, text: keepTogether(receipt.statement.text) },
    qr: qrSvg(receipt.verificationUrl),
  };
  return {
    layout: 'receipt.typ',
    data: JSON.stringify(prepared),
    steps: receipt.lines.length > MOST_ROWS_ON_A6 ? [a5] : [{ paper: 'A6', onePage: true }, a5],
    fallback: { paper: 'A5', onePage: false },
    logo: null,
    createdAt: Math.floor(Date.parse(receipt.createdAt) / 1000),
  };
}

function checkReceipt(candidate: ReceiptDocument): ReceiptDocument {
  const result = receiptDocumentSchema.safeParse(candidate);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const character: unknown = issue?.code === 'custom' ? issue.params?.['character'] : undefined;
  const field = issue?.path.join('.') ?? '';
  throw typeof character === 'string' ? missingGlyph(character, field) : missingField(field);
}
