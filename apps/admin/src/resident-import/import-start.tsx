export function ImportStart() {
  return null;
}
