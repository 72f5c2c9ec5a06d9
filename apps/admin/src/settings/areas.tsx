export function Areas() {
  return null;
}
