/** A titled box on a page. */
import { type ReactNode, useId } from 'react';
import './page.css';

export function Panel({
  title,
  note,
  actions,
  flush = false,
  titled = true,
  children,
}: {
  title: string;
  note?: ReactNode;
  actions?: ReactNode;
  /** Lets a table reach the borders of the box. */
  flush?: boolean;
  /** False where the page's own heading says the same already; screen readers still hear the title. */
  titled?: boolean;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={`panel${flush ? ' panel-flush' : ''}`} aria-labelledby={id}>
      <header className={titled ? 'panel-head' : 'visually-hidden'}>
        <h2 id={id}>{title}</h2>
        {note && <span className="panel-note">{note}</span>}
        {actions && <div className="panel-actions">{actions}</div>}
      </header>
      {/* A wide table scrolls here, so the keyboard must be able to reach it. */}
      <div className="panel-body" {...(flush && { role: 'group', 'aria-labelledby': id, tabIndex: 0 })}>
        {children}
      </div>
    </section>
  );
}
