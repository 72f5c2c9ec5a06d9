export { reserveNumber, type NumberRequest } from './series/reserve-number.js';
