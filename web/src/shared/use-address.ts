/** What the reader chose, kept in the page's address: its search parameters, and a way to change some of them. */
import { useCallback } from 'react';
import { useSearchParams } from 'wouter';

/** Null and "" take a parameter out, which is how a default is written. */
export type AddressChange = Readonly<Record<string, string | null>>;

/** With `step` the reader can go back to what was there before; without, the entry of the history is rewritten. */
export type ChangeAddress = (changes: AddressChange, how?: { readonly step?: boolean }) => void;

export function useAddress(): [address: URLSearchParams, change: ChangeAddress] {
  const [address, setAddress] = useSearchParams();
  const change = useCallback<ChangeAddress>(
    (changes, { step = false } = {}) =>
      setAddress((before) => withChanges(before, changes), { replace: !step }),
    [setAddress],
  );
  return [address, change];
}

function withChanges(before: URLSearchParams, changes: AddressChange): URLSearchParams {
  const next = new URLSearchParams(before);
  for (const [name, value] of Object.entries(changes)) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  return next;
}
