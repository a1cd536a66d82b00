/** How somebody likes the screens, by name: filters of a list, chosen columns, the theme. */
export type PreferenceValues = Record<string, unknown>;

/** How much is kept of a person. */
export const PREFERENCE_LIMITS = { names: 100, nameLength: 100, valueLength: 8_000 } as const;
