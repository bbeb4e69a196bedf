/** What a resolver gets to work with: the hub's parts, who asks, in which language, and loaders of this request's own. */
import { type IncomingMessage } from 'node:http';
import { type TLSSocket } from 'node:tls';
import { type DataSource } from 'typeorm';
import { type Config } from '../config';
import { type KeyHolder } from '../db/queries/find-api-key';
import { type Actor } from '../domain/actor';
import { type Doorbell } from '../jobs/backend';
import { type Log } from '../log';
import { type Authenticate } from './authenticate';
import { ClientError } from './errors';
import { type Language } from './language';
import { createLoaders, type Loaders } from './loaders';
import { type FindForm } from './matrix-forms';
import { type Feeds } from './feeds';

/** The parts that all requests of a gateway share. */
export interface Hub {
  readonly config: Config;
  readonly version: string;
  readonly secret: string;
  readonly db: DataSource;
  readonly queue: Doorbell;
  readonly log: Log;
  readonly authenticate: Authenticate;
  readonly feeds: Feeds;
  readonly findForm: FindForm;
}

export interface Caller {
  readonly requestId: string;
  readonly language: Language;
  /** Null without a key. */
  readonly holder: KeyHolder | null;
  /** `http://host:port`, as the caller addressed the hub. */
  readonly baseUrl: string;
}

export interface GatewayContext extends Caller {
  readonly hub: Hub;
  readonly loaders: Loaders;
}

/** A socket lives long, so what its loaders read must not be kept: `cache` off. */
export function createContext(hub: Hub, caller: Caller, options = { cache: true }): GatewayContext {
  return { ...caller, hub, loaders: createLoaders(hub.db, scopeOf(caller.holder), options) };
}

/** The localities that may be seen. Without a key: none, should a guard ever be missing. */
export function scopeOf(holder: KeyHolder | null): { localityCode: string | null } {
  return { localityCode: holder ? holder.localityCode : '-' };
}

/** @throws ClientError without a key. */
export function actorOf(context: Caller): Actor {
  const { holder, requestId } = context;
  if (!holder) throw new ClientError('UNAUTHENTICATED');
  return { keyId: holder.id, role: holder.role, localityCode: holder.localityCode, requestId };
}

/** The address by which the caller reached the hub; what it says of itself is used only to answer the same caller. */
export function baseUrlOf(request: IncomingMessage): string {
  const forwarded = request.headers['x-forwarded-proto'];
  const secure = (request.socket as TLSSocket).encrypted || forwarded === 'https';
  const host = /^[\w.:[\]-]{1,255}$/.exec(request.headers.host ?? '')?.[0] ?? 'localhost';
  return `${secure ? 'https' : 'http'}://${host}`;
}
