/** What a page tells the console about itself; the page's own code is fetched when it is first opened. */
import { type ComponentType } from 'react';
import { type Role } from '../../generated/types';
import { type IconName } from '../parts/icon';
import { type Bilingual } from '../shared/language';

export const SECTIONS = ['watch', 'work', 'build', 'govern'] as const;
export type Section = (typeof SECTIONS)[number];

export interface PageEntry {
  /** wouter's pattern: '/runs/:id' */
  readonly path: string;
  /** Gives the component; it reads its parameters by wouter's useParams. */
  readonly load: () => Promise<ComponentType>;
  /** The least role that may open it; null opens it without a key. */
  readonly role: Role | null;
  /** Its place in the navigation; without it the page is reached from another. */
  readonly nav?: { readonly section: Section; readonly title: Bilingual; readonly icon: IconName };
}
