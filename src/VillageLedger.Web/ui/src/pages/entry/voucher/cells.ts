/** Moves to a cell of the grid and marks what is in it, so that typing replaces it. */
export function focusCell(grid: ParentNode | null | undefined, row: number, field: string): boolean {
  const cell = grid?.querySelector<HTMLInputElement>(`input[data-row="${row}"][data-field="${field}"], select[data-row="${row}"][data-field="${field}"]`)
  if (!cell) return false
  cell.focus()
  if (cell instanceof HTMLInputElement) cell.select()
  return true
}

/** All cells in their order. */
export function cellsOf(grid: ParentNode): HTMLElement[] {
  return [...grid.querySelectorAll<HTMLElement>('[data-row][data-field]')]
}
