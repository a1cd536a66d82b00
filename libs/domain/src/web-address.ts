/** The whole address of a page that a link can lead to. */
export const WEB_ADDRESS = /^https?:\/\/[^\s/?#@]+\.[^\s/?#@]+([/?#]\S*)?$/i;
