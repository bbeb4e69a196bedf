/** A few figures side by side, each under its name. */
import { type ReactNode } from 'react';
import './figures.css';

export interface Figure {
  readonly name: string;
  readonly value: ReactNode;
}

export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <dl className="figures">
      {figures.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
