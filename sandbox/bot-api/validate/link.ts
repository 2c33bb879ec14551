/** Links in texts and buttons: which the official server takes, and the form it gives them. */

/** A link in its normal form, or why it is none, in the official words. */
export type Link = { url: string } | { fault: string };

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;
const PARTS =
  /^(?:([a-z][a-z0-9+-]*):\/\/)?(?:([^/?#@]*)@)?(\[[0-9a-f:.]*\]|[^:/?#]*)(?::(\d+))?([/?#].*)?$/is;

const telegramLink = (url: string): Link | undefined => {
  const match = /^(tg|ton):(?:\/\/)?([^/?#]*)([/?#].*)?$/is.exec(url);
  if (match === null) return undefined;
  const [, scheme = '', host = '', rest = ''] = match;
  if (host === '') return { fault: 'URL host is empty' };
  return { url: `${scheme.toLowerCase()}://${host.toLowerCase()}${rest}` };
};

/**
 * Checks and normalises a link: a scheme is added, the host is lowered, a bare host gets its slash.
 * On loopback hosts plain HTTP and names without a dot pass, as in Telegram's test environment: Mini Apps of the
 * sandbox live there.
 */
export const checkLink = (raw: string, httpsOnly = false): Link => {
  const url = raw.trim();
  const special = httpsOnly ? undefined : telegramLink(url);
  if (special !== undefined) return special;
  const match = PARTS.exec(url);
  if (match === null) return { fault: 'Wrong HTTP URL' };
  const [, scheme = 'http', user, rawHost = '', port, rest = ''] = match;
  const protocol = scheme.toLowerCase();
  const host = rawHost.toLowerCase();
  if (protocol !== 'http' && protocol !== 'https') return { fault: 'Unsupported URL protocol' };
  if (host === '') return { fault: 'URL host is empty' };
  const isLoopback = LOOPBACK.test(host);
  if (httpsOnly && protocol !== 'https' && !isLoopback) return { fault: 'Only HTTPS links are allowed' };
  const isNamed = host.includes('.') || host.startsWith('[') || isLoopback;
  if (!isNamed || /[\s<>"]/.test(host)) return { fault: 'Wrong HTTP URL' };
  const path = rest.startsWith('/') ? rest : `/${rest}`;
  return {
    url: `${protocol}://${user === undefined ? '' : `${user}@`}${host}${port ? `:${port}` : ''}${path}`,
  };
};

/** The user that a `tg://user?id=…` link mentions. */
export const linkedUser = (url: string): number | undefined => {
  const match = /^tg:(?:\/\/)?user\/?\?(?:.*&)?id=(\d{1,16})(?:&|$)/i.exec(url.trim());
  const id = match === null ? 0 : Number(match[1]);
  return id > 0 ? id : undefined;
};
