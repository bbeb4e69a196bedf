/** A box to tick, and a switch that turns something on or off at once. */
import { type ReactNode } from 'react';
import { Checkbox as AriaCheckbox, type CheckboxProps } from 'react-aria-components/Checkbox';
import { Switch as AriaSwitch, type SwitchProps } from 'react-aria-components/Switch';
import { Icon } from './icon';
import './checkbox.css';

export function Checkbox({
  children,
  ...rest
}: Omit<CheckboxProps, 'children' | 'className'> & { children: ReactNode }) {
  return (
    <AriaCheckbox {...rest} className="checkbox">
      {({ isSelected }) => (
        <>
          <span className="checkbox-box">{isSelected && <Icon name="check" size={14} />}</span>
          {children}
        </>
      )}
    </AriaCheckbox>
  );
}

/** `label` is read aloud; `children` is shown beside it, if anything is. */
export function Switch({
  label,
  children,
  ...rest
}: Omit<SwitchProps, 'children' | 'className'> & { label?: string; children?: ReactNode }) {
  return (
    <AriaSwitch {...rest} {...(label && { 'aria-label': label })} className="switch">
      <span className="switch-track">
        <span className="switch-knob" />
      </span>
      {children}
    </AriaSwitch>
  );
}
