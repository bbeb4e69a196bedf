/** A choice between a few views, side by side. */
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { Icon, type IconName } from './icon';
import './segments.css';

export interface Segment<Id extends string> {
  readonly id: Id;
  readonly title: string;
  readonly icon?: IconName;
}

export function Segments<Id extends string>({
  label,
  segments,
  selected,
  onSelect,
}: {
  label: string;
  segments: readonly Segment<Id>[];
  selected: Id;
  onSelect: (id: Id) => void;
}) {
  return (
    <ToggleButtonGroup
      className="segments"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[selected]}
      onSelectionChange={(keys) => {
        const chosen = segments.find(({ id }) => keys.has(id));
        if (chosen) onSelect(chosen.id);
      }}
    >
      {segments.map(({ id, title, icon }) => (
        <ToggleButton key={id} id={id} className="segment">
          {icon && <Icon name={icon} size={16} />}
          {title}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
