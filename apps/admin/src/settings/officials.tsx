export function Officials() {
  return null;
}
