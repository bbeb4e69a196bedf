/** Follows a subscription of the hub while the component stands; the socket opens with the first and closes with the last. */
import { type Client } from 'graphql-ws';
import { useEffect, useRef, useState } from 'react';
import { hubSocket } from '../shared/hub-socket';
import { type HubDocument } from './hub-document';
import { HubError } from './hub-error';

let connection: Promise<Client> | null = null;

/** The library is fetched with the first subscription only. */
function connect(): Promise<Client> {
  connection ??= open();
  return connection;
}

/** The hub knows a socket by the session with which it was opened: whoever comes next opens a new one. */
export function closeHubStreams(): void {
  void connection?.then((old) => old.dispose());
  connection = null;
}

async function open(): Promise<Client> {
  const { createClient } = await import('graphql-ws');
  return createClient(hubSocket(10));
}

export interface HubStream<Data> {
  readonly latest: Data | null;
  readonly error: HubError | null;
  readonly ended: boolean;
}

const SILENT = { latest: null, error: null, ended: false } as const;

function toHubError(reason: unknown): HubError {
  const [first] = Array.isArray(reason) ? (reason as { message: string; extensions?: object }[]) : [];
  return first ? HubError.of(first, null) : HubError.unreachable();
}

/** `variables` null asks nothing. `onValue` is called with each value as it comes. */
export function useHubStream<Data, Variables extends Record<string, unknown>>(
  document: HubDocument<Data, Variables>,
  variables: Variables | null,
  onValue?: (value: Data) => void,
): HubStream<Data> {
  const [stream, setStream] = useState<HubStream<Data>>(SILENT);
  const listener = useRef(onValue);
  listener.current = onValue;
  const asked = variables && JSON.stringify(variables);
  useEffect(() => {
    setStream(SILENT);
    if (asked === null) return;
    let stop = (): void => undefined;
    let over = false;
    void connect().then((client) => {
      if (over) return;
      stop = client.subscribe<Data>(
        { query: document.text, operationName: document.name, variables: JSON.parse(asked) as Variables },
        {
          next: ({ data }) => {
            if (!data) return;
            listener.current?.(data);
            setStream({ latest: data, error: null, ended: false });
          },
          error: (reason) => setStream((was) => ({ ...was, error: toHubError(reason) })),
          complete: () => setStream((was) => ({ ...was, ended: true })),
        },
      );
    });
    return () => {
      over = true;
      stop();
    };
  }, [document, asked]);
  return stream;
}
