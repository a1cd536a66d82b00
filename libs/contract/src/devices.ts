/** `PUT /api/devices/{id}`: what a device says of its person's logs that are on it and nowhere else. */
export interface DeviceReport {
  /** Such as `Chrome on Android`. */
  label: string;
  /** Finished, and on their way. */
  waiting: number;
  /** Finished, and not taken by the tracker: their person has to look at them. */
  attention: number;
  /** Begun and not finished. */
  drafts: number;
  /** ISO 8601 instant at which the oldest one that is finished was; only when there is one. */
  oldestFinishedAt?: string | null;
}
