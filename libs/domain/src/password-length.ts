/** Characters a password has at least. Which ones they are does not matter. */
export const SHORTEST_PASSWORD = 12;

/** Characters a password has at most; far more than anybody types. */
export const LONGEST_PASSWORD = 1000;
