/** Work in the background that waits or is done at this moment, and so can be stopped. */
export const isUnderWay = ({ status }: { status: string }): boolean =>
  status === 'queued' || status === 'running';
