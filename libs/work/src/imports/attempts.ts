/** An import or an undo that took its worker down so often is not begun again. */
export const MOST_ATTEMPTS = 3;
