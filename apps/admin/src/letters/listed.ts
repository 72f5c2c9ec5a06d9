/** `Agama`, `Agama dan pekerjaan`, `Agama, pekerjaan, dan status perkawinan`: labels as one sentence begins. */
export function listed(labels: readonly string[]): string {
  const words = labels.map((label, at) => (at === 0 ? label : label.charAt(0).toLowerCase() + label.slice(1)));
  return words.length < 3 ? words.join(' dan ') : `${words.slice(0, -1).join(', ')}, dan ${words.at(-1)}`;
}
