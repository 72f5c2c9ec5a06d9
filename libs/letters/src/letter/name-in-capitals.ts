/** A name in capitals as letters print it; what follows the first comma are titles, whose case has a meaning (`S.Pd.I.`). */
export function nameInCapitals(name: string): string {
  const comma = name.indexOf(',');
  return comma < 0 ? name.toUpperCase() : name.slice(0, comma).toUpperCase() + name.slice(comma);
}
