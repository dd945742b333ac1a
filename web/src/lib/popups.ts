/** Where menus, lists of choices, calendars and dialogues hang, apart from what opened them (see `lib/theme`). */
const POPUPS = '#popups';

/** Whether an element is in something that hangs over the page, and so may belong to what is being edited. */
export function isInPopup(element: Element): boolean {
  return element.closest(POPUPS) !== null;
}
