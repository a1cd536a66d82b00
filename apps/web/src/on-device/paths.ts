/** Everything that is kept on this device for whoever is signed in. */
export const ON_DEVICE_PATH = '/on-this-device';

export const keptBriefPath = (visitId: string) => `${ON_DEVICE_PATH}/${visitId}`;
