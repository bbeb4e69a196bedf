/** A yes or no with its words. */
import { type ReactNode } from 'react';
import { Checkbox } from 'react-aria-components/Checkbox';
import { Icon } from './icon';
import './check-line.css';

export function CheckLine({
  isSelected,
  onChange,
  children,
}: {
  isSelected: boolean;
  onChange: (selected: boolean) => void;
  children: ReactNode;
}) {
  return (
    <Checkbox className="check-line" isSelected={isSelected} onChange={onChange}>
      <span className="check-box">
        <Icon name="check" size={13} />
      </span>
      {children}
    </Checkbox>
  );
}
