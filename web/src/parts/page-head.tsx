/** The head of a page: its one h1, a sentence on what it is for, and what can be done here. */
import { type ReactNode, useEffect } from 'react';
import './page.css';

export function PageHead({
  title,
  lead,
  children,
}: {
  title: string;
  lead?: ReactNode;
  children?: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} – Hub06`;
  }, [title]);
  return (
    <header className="page-head">
      <div className="page-head-words">
        <h1 tabIndex={-1}>{title}</h1>
        {lead && <p>{lead}</p>}
      </div>
      {children && <div className="page-head-actions">{children}</div>}
    </header>
  );
}
