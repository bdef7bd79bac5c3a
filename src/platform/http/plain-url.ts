const ABSOLUTE = /^https?:\/\/[^/?]*/i;
const UNRESERVED = /[A-Za-z0-9_~-]/;

/**
 * An address as the router would find it anyhow: without scheme and host, and with no letter written as a percent code in its path (RFC 3986, 6.2.2.2).
 * Whoever decides by the address what a page may leave behind then sees what the router sees.
 */
export const plainUrl = (url: string): string => {
  const local = url.replace(ABSOLUTE, '');
  const query = local.indexOf('?');
  const path = query < 0 ? local : local.slice(0, query);
  const plain = path.replace(/%([0-9A-Fa-f]{2})/g, (code, hex: string) => {
    const letter = String.fromCharCode(Number.parseInt(hex, 16));
    return UNRESERVED.test(letter) ? letter : code;
  });
  return `${plain.startsWith('/') ? '' : '/'}${plain}${query < 0 ? '' : local.slice(query)}`;
};
