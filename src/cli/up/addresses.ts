/** The address of the hub that a person types into a browser. */

/** Listening on every address is no address to visit. */
function visitable(host: string): string {
  if (host === '0.0.0.0' || host === '::' || host === '') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

/** For people: `localhost` where that is what it is. */
export function publicUrl(host: string, port: number): string {
  const name = visitable(host);
  return `http://${name === '127.0.0.1' || name === '[::1]' ? 'localhost' : name}:${port}`;
}
