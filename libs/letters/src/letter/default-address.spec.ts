import { describe, expect, it } from '@jest/globals';
import { letterTypeOf } from '../letter-type/letter-types.js';
import { defaultAddress } from './default-address.js';

const residence = letterTypeOf('SKD')?.fields.find(({ name }) => name === 'residence');
const purpose = letterTypeOf('SKD')?.fields.find(({ name }) => name === 'purpose');
if (!residence || !purpose) throw new Error('fields are missing');

const home = { recorded: 'JL. PANGLIMA SUDIRMAN NO. 139', printed: 'Jl. Panglima Sudirman No. 139, RT 003 RW 004, Dusun Baran' };

describe('the residence in a domicile letter', () => {
  it.each(['JL. PANGLIMA SUDIRMAN NO. 139', 'Jl. Panglima Sudirman No. 139', ' JL. PANGLIMA  SUDIRMAN NO. 139 '])('left as recorded (%j) is the whole home', (typed) => {
    expect(defaultAddress(residence, typed, home)).toBe(home.printed);
  });

  it.each(['JL. PANGLIMA SUDIRMAN NO. 140', 'Dusun Krajan RT 001 RW 002', home.printed])('another address (%j) is printed as typed', (typed) => {
    expect(defaultAddress(residence, typed, home)).toBe(typed);
  });

  it('is as typed for an outsider, and other fields always are', () => {
    expect(defaultAddress(residence, home.recorded, null)).toBe(home.recorded);
    expect(defaultAddress(purpose, home.recorded, home)).toBe(home.recorded);
  });
});
