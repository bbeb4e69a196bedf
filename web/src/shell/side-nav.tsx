/** The navigation: the pages that the reader's role opens, and who is signed in. */
import { useEffect, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Link, useLocation } from 'wouter';
import { useSession } from '../hub/session';
import iconUrl from '../icon.svg';
import { PAGES } from '../pages/pages';
import { Icon } from '../parts/icon';
import { useLanguage } from '../shared/use-language';
import { AccountBox } from './account-box';
import { useFrameMessages } from './frame-messages';
import { type PageEntry, type Section, SECTIONS } from './page-entry';
import { useServerInfo } from './use-server-info';
import './side-nav.css';

function isHere(path: string, location: string): boolean {
  return path === '/' ? location === '/' : location === path || location.startsWith(`${path}/`);
}

function Entry({ entry }: { entry: PageEntry }) {
  const language = useLanguage();
  const [location] = useLocation();
  if (!entry.nav) return null;
  const here = isHere(entry.path, location);
  return (
    <li>
      <Link href={entry.path} className="nav-link" {...(here && { 'aria-current': 'page' })}>
        <Icon name={entry.nav.icon} />
        {entry.nav.title[language]}
      </Link>
    </li>
  );
}

function SectionList({ section, explorer }: { section: Section; explorer: boolean }) {
  const say = useFrameMessages();
  const { may } = useSession();
  const entries = PAGES.filter(({ nav, role }) => nav?.section === section && (role === null || may(role)));
  if (entries.length === 0) return null;
  return (
    <li>
      <h2 className="nav-section">{say.sections[section]}</h2>
      <ul>
        {entries.map((entry) => (
          <Entry key={entry.path} entry={entry} />
        ))}
        {explorer && (
          <li>
            <a className="nav-link" href="/explorer">
              <Icon name="explorer" />
              {say.explorer}
            </a>
          </li>
        )}
      </ul>
    </li>
  );
}

export function SideNav() {
  const say = useFrameMessages();
  const info = useServerInfo();
  const [location] = useLocation();
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(false), [location]);
  return (
    <div className="side" data-open={open || undefined}>
      <div className="side-head">
        <Link href="/" className="side-brand">
          <img src={iconUrl} alt="" />
          <span>
            <strong>Hub06</strong>
            <span>{say.product}</span>
          </span>
        </Link>
        <AriaButton className="side-toggle" aria-expanded={open} onPress={() => setOpen(!open)}>
          <Icon name={open ? 'close' : 'menu'} />
          <span className="visually-hidden">{open ? say.closeMenu : say.openMenu}</span>
        </AriaButton>
      </div>
      {info?.simulated && (
        <p className="side-simulated" title={say.simulatedMeans}>
          {say.simulated}
        </p>
      )}
      <nav aria-label={say.pages} className="side-pages">
        <ul>
          {SECTIONS.map((section) => (
            <SectionList
              key={section}
              section={section}
              explorer={section === 'build' && info?.mode === 'SANDBOX'}
            />
          ))}
        </ul>
      </nav>
      <AccountBox />
    </div>
  );
}
