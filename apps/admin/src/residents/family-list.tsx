export function FamilyList() {
  return null;
}
