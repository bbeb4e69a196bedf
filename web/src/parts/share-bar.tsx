/** One bar cut into shares, with its counts in words for those who do not see it. */
import './share-bar.css';

export interface BarShare {
  readonly id: string;
  readonly title: string;
  readonly count: number;
}

export function ShareBar({ label, shares }: { label: string; shares: readonly BarShare[] }) {
  const all = shares.reduce((sum, { count }) => sum + count, 0);
  const present = shares.filter(({ count }) => count > 0);
  const words = `${label}: ${present.map(({ title, count }) => `${title} ${count}`).join(', ')}`;
  return (
    <span className="share-bar" role="img" aria-label={words}>
      {present.map(({ id, count, title }) => (
        <span
          key={id}
          data-share={id}
          title={`${title}: ${count}`}
          style={{ flexGrow: count, flexBasis: 0, minWidth: all > 0 ? '2px' : 0 }}
        />
      ))}
    </span>
  );
}
