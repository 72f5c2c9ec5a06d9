export function FamilyPage() {
  return null;
}
