/** The permissions of this room; identity's role table says who holds them. */
export const letterPermissions = ['letter.read', 'letter.request', 'letter.verify', 'letter.return', 'letter.reject', 'letter.approve', 'letter.void', 'letter.print'] as const;

export type LetterPermission = (typeof letterPermissions)[number];
