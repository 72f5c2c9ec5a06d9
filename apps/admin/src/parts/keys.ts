import { useEffect, useRef, useSyncExternalStore } from 'react';

/**
 * Every shortcut of the screen in one place: the page registers what it can do, one listener carries it out
 * and the dialog behind `?` lists exactly what is active. Single letters can be switched off (WCAG 2.1.4).
 */
export interface Shortcut {
  /** `key` of the keyboard event, in lower case; `ctrl+k` with Ctrl or Command held. */
  readonly key: string;
  /** As printed on the key, for the dialog. */
  readonly shown: string;
  readonly label: string;
  /** Goes on while the key is held, as leafing does; an act happens once for each press. */
  readonly repeats?: boolean;
  readonly run: (event: KeyboardEvent) => void;
}

interface Group { readonly title: string; readonly shortcuts: readonly Shortcut[] }

const OFF = 'pamong.letter-keys-off';
const active = new Set<{ current: Group }>();
const listeners = new Set<() => void>();
let lettersOff = localStorage.getItem(OFF) === '1';

export function setLettersOff(off: boolean): void {
  lettersOff = off;
  if (off) localStorage.setItem(OFF, '1');
  else localStorage.removeItem(OFF);
  for (const listener of listeners) listener();
}

export function useLettersOff(): boolean {
  return useSyncExternalStore((changed) => {
    listeners.add(changed);
    return () => listeners.delete(changed);
  }, () => lettersOff);
}

export const EVERYWHERE = 'Di mana saja';

/** The groups active now, the page's own before those of the shell. */
export function activeShortcuts(): Group[] {
  return [...active].map((ref) => ref.current)
    .filter((group) => group.shortcuts.length > 0)
    .toSorted((a, b) => Number(a.title === EVERYWHERE) - Number(b.title === EVERYWHERE));
}

export function useShortcuts(title: string, shortcuts: readonly Shortcut[]): void {
  const ref = useRef<Group>({ title, shortcuts });
  useEffect(() => { ref.current = { title, shortcuts }; });
  useEffect(() => {
    active.add(ref);
    return () => { active.delete(ref); };
  }, []);
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && !isTick(target));
const isTick = (target: HTMLElement) => target instanceof HTMLInputElement && (target.type === 'checkbox' || target.type === 'radio');
const isPressable = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.closest('a,button,summary,[role="button"],[role="menuitem"],[role="option"]') !== null || isTick(target));
const dialogIsOpen = () => [...document.querySelectorAll('.ant-modal-wrap, .ant-drawer-open')].some((node) => node.checkVisibility());

const isHeld = (event: KeyboardEvent) => event.ctrlKey || event.metaKey;
// With Ctrl held the page comes first: an open choice would take Ctrl Enter for its own Enter.
window.addEventListener('keydown', (event) => { if (isHeld(event)) carryOut(event); }, true);
window.addEventListener('keydown', (event) => { if (!isHeld(event)) carryOut(event); });

function carryOut(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.altKey || event.isComposing) return;
  const held = isHeld(event);
  if (!held && (isTyping(event.target) || dialogIsOpen())) return;
  if (held && dialogIsOpen() && event.key.toLowerCase() !== 'enter') return;
  const name = `${held ? 'ctrl+' : ''}${event.key === ' ' ? 'space' : event.key.toLowerCase()}`;
  // A focused button or link keeps its own Space and Enter.
  if ((name === 'space' || name === 'enter') && isPressable(event.target)) return;
  if (!held && lettersOff && event.key.length === 1 && event.key !== ' ') return;
  for (const group of active) {
    const found = group.current.shortcuts.find((shortcut) => shortcut.key === name);
    if (found) {
      event.preventDefault();
      if (held) event.stopPropagation();
      if (!event.repeat || found.repeats) found.run(event);
      return;
    }
  }
}
