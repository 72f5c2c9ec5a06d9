export { LettersHttpModule, LettersModule } from './letters.module.js';
export { letterTypes } from './letter-type/letter-types.js';
export { ApproveLetter } from './letter/approve-letter.js';
export { RequestLetter, type LetterRequest } from './letter/request-letter.js';
export { VerifyLetter } from './letter/verify-letter.js';
