/** Sets the headers that tell a browser what a page of ours may do: nothing inline, nothing from elsewhere. */
import { type RequestHandler } from 'express';
import helmet from 'helmet';

const POLICY = {
  'default-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'worker-src': ["'self'"],
  'connect-src': ["'self'", 'ws:', 'wss:'],
  'object-src': ["'none'"],
  'base-uri': ["'self'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
};

export const securityHeaders: RequestHandler = helmet({
  contentSecurityPolicy: { useDefaults: false, directives: POLICY },
  // The hub itself speaks plain HTTP; whoever puts TLS before it decides on this.
  strictTransportSecurity: false,
});

/** The explorer's editor writes style elements, carries its letters as data, and starts workers from blobs. */
export const explorerPolicy: RequestHandler = helmet.contentSecurityPolicy({
  useDefaults: false,
  directives: {
    ...POLICY,
    'style-src': ["'self'", "'unsafe-inline'"],
    'font-src': ["'self'", 'data:'],
    'worker-src': ["'self'", 'blob:'],
  },
});

/** A page of others, served from here: its editors write style elements; scripts and requests stay at home. */
export const boardPolicy: RequestHandler = helmet.contentSecurityPolicy({
  useDefaults: false,
  directives: { ...POLICY, 'style-src': ["'self'", "'unsafe-inline'"] },
});
