/** Small letters, digits, dot, underscore, hyphen; 3–40 characters. The same rule stands in the table's check. */
export const usernamePattern = /^[a-z0-9][a-z0-9._-]{2,39}$/;
