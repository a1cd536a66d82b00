/** The column that holds a property: `regionSetByHand` in code is `region_set_by_hand` in PostgreSQL. */
export const columnName = (property: string): string =>
  property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
