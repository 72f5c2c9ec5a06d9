export function NewLetter() {
  return null;
}
