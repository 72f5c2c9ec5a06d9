type Room = typeof import('./new-letter.js');

let here: Room | null = null;

/** The room of a new letter, and whether it has been fetched already. */
export const loadNewLetter = Object.assign(async (): Promise<Room> => (here ??= await import('./new-letter.js')), { here: () => here });
