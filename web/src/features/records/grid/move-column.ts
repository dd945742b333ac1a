/** The columns with one of them at another place; those between move over. */
export function moveColumn(columns: readonly string[], moved: string, to: number): string[] {
  if (!columns.includes(moved)) return [...columns];
  return columns.filter((column) => column !== moved).toSpliced(to, 0, moved);
}
