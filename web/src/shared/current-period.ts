/** The half-year that pages show when the reader has chosen none. */
export const CURRENT_PERIOD = '2025-H2';
