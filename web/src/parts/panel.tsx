/** A titled box on a page. */
import { type ReactNode, useId } from 'react';
import './page.css';

export function Panel({
  title,
  note,
  actions,
  flush = false,
  children,
}: {
  title: string;
  note?: ReactNode;
  actions?: ReactNode;
  /** Lets a table reach the borders of the box. */
  flush?: boolean;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={`panel${flush ? ' panel-flush' : ''}`} aria-labelledby={id}>
      <header className="panel-head">
        <h2 id={id}>{title}</h2>
        {note && <span className="panel-note">{note}</span>}
        {actions && <div className="panel-actions">{actions}</div>}
      </header>
      <div className="panel-body">{children}</div>
    </section>
  );
}
