/** Carries the graphql-ws protocol over a WebSocket: messages, pings, closing, and failures told to the logger alone. */
import { type IncomingMessage } from 'node:http';
import { CloseCode, type Server } from 'graphql-ws';
import { type WebSocket, type WebSocketServer } from 'ws';
import { type Log } from '../log';

/** What the protocol's hooks get to see of a connection. */
export interface Carrier {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
}

/** A client that does not answer a ping until the next one is due has gone. */
const PING_EVERY_MS = 12_000;
/** For clients that do not answer the closing either. */
const CLOSING_MS = 1_000;

/**
 * The package's own transport writes errors, with whatever they quote, to the console, past the logger and its rules
 * on personal values; hence this one.
 */
export function carry<Extra extends Carrier>(
  protocol: Server<Extra>,
  { socket, request }: Carrier,
  log: Log,
): void {
  const fail = (error: unknown) => {
    log.warn({ err: error }, 'a WebSocket failed');
    socket.close(CloseCode.InternalServerError, 'Internal server error');
  };
  // Without a listener an error of the connection would end the process.
  socket.on('error', (error) => log.debug({ err: error }, 'a WebSocket broke'));
  const stopPinging = keepAlive(socket);
  const closed = protocol.opened(
    {
      protocol: socket.protocol,
      send: (data) =>
        new Promise((resolve, reject) => {
          if (socket.readyState !== socket.OPEN) return resolve();
          socket.send(data, (error) => (error ? reject(error) : resolve()));
        }),
      close: (code, reason) => socket.close(code, reason),
      onMessage: (handle) => socket.on('message', (data: Buffer) => void handle(data.toString()).catch(fail)),
    },
    { socket, request } as Extra,
  );
  socket.once('close', (code, reason) => {
    stopPinging();
    closed(code, reason.toString()).catch(fail);
  });
}

function keepAlive(socket: WebSocket): () => void {
  let answered = true;
  socket.on('pong', () => (answered = true));
  const timer = setInterval(() => {
    if (!answered) return socket.terminate();
    answered = false;
    if (socket.readyState === socket.OPEN) socket.ping();
  }, PING_EVERY_MS);
  return () => clearInterval(timer);
}

/** Asks all clients to go, and ends the connections of those that do not. */
export async function closeSockets(sockets: WebSocketServer): Promise<void> {
  for (const socket of sockets.clients) socket.close(1001, 'Going away');
  const force = setTimeout(() => {
    for (const socket of sockets.clients) socket.terminate();
  }, CLOSING_MS);
  await new Promise<void>((resolve) => sockets.close(() => resolve()));
  clearTimeout(force);
}
