import { expect, it } from '@jest/globals';
import { taxBook } from './tax-book.js';

it.each([[0n, 0], [1n, 1], [100_000n, 1], [100_001n, 2], [500_000n, 2], [500_001n, 3], [2_000_000n, 3], [2_000_001n, 4], [5_000_000n, 4], [5_000_001n, 5]])('%s rupiah are in book %s (SISMIOP, domain §5.7)', (amount, book) => {
  expect(taxBook(amount)).toBe(book);
});
