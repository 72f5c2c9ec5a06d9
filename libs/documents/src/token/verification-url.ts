/**
 * The address printed in a QR code. Scheme and host mean the same in capitals, and capitals make the code
 * smaller; a path in the public address does not, so then only the token stays in capitals.
 */
export function verificationUrl(publicUrl: string, token: string): string {
  const { origin, pathname } = new URL(publicUrl);
  if (pathname === '/') return `${origin}/V/${token}`.toUpperCase();
  return `${origin}${pathname.replace(/\/$/, '')}/V/${token}`;
}
