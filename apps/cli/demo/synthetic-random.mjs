/** Chance that repeats itself: the same text gives the same numbers on every machine (mulberry32 over an FNV hash). */
export function randomFrom(text) {
  let state = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  const fraction = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (low, high) => low + Math.floor(fraction() * (high - low + 1));
  return {
    fraction,
    between,
    under: (share) => fraction() < share,
    of: (list) => list[Math.floor(fraction() * list.length)],
    /** The sum of two throws: the middle of the range is the most likely. */
    bell: (low, high) => low + Math.floor(((fraction() + fraction()) / 2) * (high - low + 1)),
    some(list, howMany) {
      const rest = [...list];
      return Array.from({ length: Math.min(howMany, rest.length) }, () => rest.splice(between(0, rest.length - 1), 1)[0]);
    },
    /** One of `[value, weight]` pairs. */
    weighted(pairs) {
      let total = 0;
      for (const pair of pairs) total += pair[1];
      let throwOf = fraction() * total;
      for (const pair of pairs) if ((throwOf -= pair[1]) < 0) return pair[0];
      return pairs[0][0];
    },
  };
}
