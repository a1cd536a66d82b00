/** `GET /api/today`: the day the server calls today, so that a screen and the rules agree. */
export interface Today {
  /** `YYYY-MM-DD`, in Europe/London. */
  today: string;
}
