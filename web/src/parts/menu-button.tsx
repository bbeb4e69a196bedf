/** A button that opens a short list of actions. */
import { Button as AriaButton } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Icon, type IconName } from './icon';
import './button.css';
import './fields.css';

export interface MenuEntry {
  readonly id: string;
  readonly title: string;
}

export function MenuButton({
  title,
  icon,
  entries,
  onChoose,
}: {
  title: string;
  icon?: IconName;
  entries: readonly MenuEntry[];
  onChoose: (id: string) => void;
}) {
  return (
    <MenuTrigger>
      <AriaButton className="button button-plain">
        {icon && <Icon name={icon} size={16} />}
        {title}
        <Icon name="down" size={14} />
      </AriaButton>
      <Popover className="field-popover">
        <Menu className="field-options" items={entries} onAction={(id) => onChoose(String(id))}>
          {(entry) => (
            <MenuItem id={entry.id} textValue={entry.title} className="field-option">
              {entry.title}
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
