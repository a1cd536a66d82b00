/** It grows with the text that somebody reads. */
export const APP_BAR_HEIGHT = '3.5rem';
