export { reserveNumber, reservedNumber, takeNumber, type NumberRequest } from './series/reserve-number.js';
