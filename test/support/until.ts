/** Asks again and again until the answer is the one waited for. @throws Error with the last answer after `patienceMs` */
export async function until<T>(ask: () => Promise<T>, good: (answer: T) => boolean, patienceMs = 40_000): Promise<T> {
  for (const limit = Date.now() + patienceMs; ; ) {
    const answer = await ask();
    if (good(answer)) return answer;
    if (Date.now() > limit) throw new Error(`waited in vain; last: ${JSON.stringify(answer)}`);
    await new Promise((again) => setTimeout(again, 100));
  }
}
