/** Languages whose letters the fonts of our papers do not have (East Asian, Ethiopic, Thai, Urdu and others; tried one by one), by ISO 639-1. */
const WITHOUT_FONT = new Set('am bn dv dz gu ii iu ja km kn ko ks lo ml my or pa ps sd si ta te th ti ug ur zh'.split(' '));

/** Whether a paper can be printed in this language. Where it cannot, the page itself is printed: a browser has the letters. */
export const canBePrinted = (language: string): boolean => !WITHOUT_FONT.has(language);
