export function ResidentList() {
  return null;
}
