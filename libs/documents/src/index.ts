export { Typesetter, type TypesetterOptions } from './typesetting/typesetter.js';
export type { TypesetDocument } from './typesetting/typesetting-process.js';
export { dependantsTable, letterDocumentSchema, type Dependant, type LetterBlock, type LetterDocument, type LetterRun, type LetterSignature } from './typesetting/letter-document.js';
export { TypesettingError, type TypesettingCode } from './typesetting/typesetting.errors.js';
export { qrSvg, qrSymbol, type QrSymbol } from './qr/qr-svg.js';
