/** The frame of every page: skip link, navigation, and the page itself once its code and the reader's key are there. */
import { lazy, type ReactNode, Suspense, useEffect, useRef } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { useSession } from '../hub/session';
import { PAGES } from '../pages/pages';
import { ErrorPanel, Skeleton } from '../parts/states';
import { useFrameMessages } from './frame-messages';
import { NotAllowed, NotFound } from './no-page';
import { PageBoundary } from './page-boundary';
import { type PageEntry } from './page-entry';
import { SideNav } from './side-nav';
import { SignIn } from './sign-in';
import './frame.css';

const loaded = PAGES.map((entry) => ({
  ...entry,
  Component: lazy(async () => ({ default: await entry.load() })),
}));

/** After a change of page the reader, and the screen reader, begin at its heading. */
function useFreshStart(): void {
  const [location] = useLocation();
  const before = useRef(location);
  useEffect(() => {
    if (before.current === location) return;
    before.current = location;
    window.scrollTo(0, 0);
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
  }, [location]);
}

function Guarded({ role, children }: { role: PageEntry['role']; children: ReactNode }) {
  const session = useSession();
  if (role === null) return children;
  if (session.state === 'CHECKING') return <Skeleton lines={8} />;
  if (session.state === 'FAILED' && session.error) {
    return <ErrorPanel error={session.error} onRetry={session.again} />;
  }
  if (session.state !== 'KNOWN') return <SignIn />;
  return session.may(role) ? children : <NotAllowed role={role} />;
}

export function Frame() {
  const say = useFrameMessages();
  useFreshStart();
  return (
    <div className="frame">
      <a className="skip" href="#main">
        {say.skip}
      </a>
      <SideNav />
      <main id="main" tabIndex={-1}>
        <Suspense fallback={<Skeleton lines={8} />}>
          <Switch>
            {loaded.map(({ path, role, Component }) => (
              <Route key={path} path={path}>
                <PageBoundary key={path}>
                  <Guarded role={role}>
                    <Component />
                  </Guarded>
                </PageBoundary>
              </Route>
            ))}
            <Route>
              <NotFound />
            </Route>
          </Switch>
        </Suspense>
      </main>
    </div>
  );
}
