/** What is known of the regency beyond its code and name in `data/regions.csv` (PP 18/2008 moved the capital to Kepanjen). */
export const regencyFacts = { province: 'Jawa Timur', capital: 'Kepanjen' } as const;
