/**
 * What a list remembers while one walks to a record and back: the typed search and the cursors of the pages
 * seen. Both may hold a person's name, so they stay in memory and never enter the address bar or storage.
 */
export interface ListMemory { search: string; cursors: string[]; scope: string }

const lists = new Map<string, ListMemory>();

export function listMemory(name: string): ListMemory {
  let memory = lists.get(name);
  if (!memory) {
    memory = { search: '', cursors: [], scope: '' };
    lists.set(name, memory);
  }
  return memory;
}

export function forgetLists(): void {
  lists.clear();
}
