import { describe, expect, it } from '@jest/globals';
import { nameInCapitals } from './name-in-capitals.js';

describe('a name in capitals', () => {
  it.each([
    ['Siti Aminah', 'SITI AMINAH'],
    ['Siti Aminah, S.Pd.I., M.Pd.', 'SITI AMINAH, S.Pd.I., M.Pd.'],
    ['H. Budi Santoso, S.H.', 'H. BUDI SANTOSO, S.H.'],
    ['SITI AMINAH, S.PD.', 'SITI AMINAH, S.PD.'],
    ["Nur'aini", "NUR'AINI"],
    ['', ''],
  ])('%j is printed %j', (name, printed) => {
    expect(nameInCapitals(name)).toBe(printed);
  });
});
