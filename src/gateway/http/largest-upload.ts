/** What sender and receiver of an upload must agree on. */

/** Bytes: 1 GiB, some ten million residents. */
export const LARGEST_UPLOAD = 1_073_741_824;

/** Carries the right to fill one upload. */
export const UPLOAD_TOKEN_HEADER = 'x-hub06-upload-token';
