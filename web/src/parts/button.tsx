/** Buttons, and links that look like them: one strong action a place, quiet ones beside it. */
import { type ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps } from 'react-aria-components/Button';
import { Link } from 'wouter';
import { Icon, type IconName } from './icon';
import './button.css';

export type ButtonLook = 'strong' | 'plain' | 'quiet' | 'danger';

interface Looks {
  look?: ButtonLook;
  icon?: IconName;
  small?: boolean;
}

const classOf = ({ look = 'plain', small = false }: Looks) =>
  `button button-${look}${small ? ' button-small' : ''}`;

export function Button({
  look,
  icon,
  small,
  children,
  ...rest
}: Omit<ButtonProps, 'children' | 'className'> & Looks & { children: ReactNode }) {
  return (
    <AriaButton {...rest} className={classOf({ ...(look && { look }), ...(small && { small }) })}>
      {icon && <Icon name={icon} size={16} />}
      {children}
    </AriaButton>
  );
}

/** A button that shows its icon alone; `label` is what screen readers and the tip say. */
export function IconButton({
  label,
  icon,
  ...rest
}: Omit<ButtonProps, 'children' | 'className'> & { label: string; icon: IconName }) {
  return (
    <AriaButton {...rest} aria-label={label} className="icon-button">
      <Icon name={icon} />
    </AriaButton>
  );
}

/** Leads to a page of the console. */
export function LinkButton({
  href,
  look,
  icon,
  small,
  children,
}: Looks & { href: string; children: ReactNode }) {
  return (
    <Link href={href} className={classOf({ ...(look && { look }), ...(small && { small }) })}>
      {icon && <Icon name={icon} size={16} />}
      {children}
    </Link>
  );
}

/** Leads out of the console: a file, the explorer. */
export function OutsideLink({
  href,
  look,
  icon,
  small,
  download,
  children,
}: Looks & { href: string; download?: boolean; children: ReactNode }) {
  return (
    <a
      href={href}
      {...(download && { download: '' })}
      className={classOf({ ...(look && { look }), ...(small && { small }) })}
    >
      {icon && <Icon name={icon} size={16} />}
      {children}
    </a>
  );
}
