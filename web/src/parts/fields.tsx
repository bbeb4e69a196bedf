/** Form fields: a line or a block of text, a choice from a list, a choice by typing; each with label, help and error. */
import { type ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { ComboBox } from 'react-aria-components/ComboBox';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select, SelectValue } from 'react-aria-components/Select';
import {
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
  TextField,
  type TextFieldProps,
} from 'react-aria-components/TextField';
import { foldAccents } from '../shared/fold-accents';
import { Icon } from './icon';
import './fields.css';

interface FieldWords {
  label: string;
  help?: ReactNode;
  error?: string | undefined;
}

function Help({ help, error }: Pick<FieldWords, 'help' | 'error'>) {
  return (
    <>
      {help && (
        <Text slot="description" className="field-help">
          {help}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
    </>
  );
}

export function TextLine({
  label,
  help,
  error,
  lines,
  placeholder,
  ...rest
}: Omit<TextFieldProps, 'children' | 'className'> & FieldWords & { lines?: number; placeholder?: string }) {
  return (
    <TextField {...rest} className="field" isInvalid={Boolean(error)} validationBehavior="aria">
      <Label>{label}</Label>
      {lines ? (
        <TextArea className="field-input" rows={lines} {...(placeholder && { placeholder })} />
      ) : (
        <Input className="field-input" {...(placeholder && { placeholder })} />
      )}
      <Help help={help} error={error} />
    </TextField>
  );
}

export interface Option {
  readonly id: string;
  readonly label: string;
}

interface ChoiceProps extends FieldWords {
  options: readonly Option[];
  value: string | null;
  onChange: (id: string) => void;
  /** Label beside the field instead of above it. */
  inline?: boolean;
  isDisabled?: boolean;
}

function Options({ options }: { options: readonly Option[] }) {
  return (
    <Popover className="field-popover">
      <ListBox items={options} className="field-options">
        {(option) => (
          <ListBoxItem id={option.id} textValue={option.label} className="field-option">
            {option.label}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  );
}

export function Choice({ label, help, error, options, value, onChange, inline, isDisabled }: ChoiceProps) {
  return (
    <Select
      className={inline ? 'field field-inline' : 'field'}
      value={value}
      onChange={(id) => id !== null && onChange(String(id))}
      isInvalid={Boolean(error)}
      isDisabled={isDisabled ?? false}
      placeholder="–"
    >
      <Label>{label}</Label>
      <AriaButton className="field-input field-select">
        <SelectValue />
        <Icon name="down" size={14} />
      </AriaButton>
      <Help help={help} error={error} />
      <Options options={options} />
    </Select>
  );
}

/** A long list, found by typing; accents may be left out. Until the list has come there is nothing to type for. */
export function Finder({ label, help, error, options, value, onChange, inline, isDisabled }: ChoiceProps) {
  return (
    <ComboBox
      // It takes its list once: another list, another box.
      key={options.length}
      className={inline ? 'field field-inline' : 'field'}
      value={value}
      onChange={(id) => id !== null && onChange(String(id))}
      defaultItems={options}
      defaultFilter={(text, typed) => foldAccents(text).includes(foldAccents(typed))}
      menuTrigger="focus"
      isInvalid={Boolean(error)}
      isDisabled={isDisabled || options.length === 0}
    >
      <Label>{label}</Label>
      <div className="field-input field-combo">
        <Input />
        <AriaButton aria-label={label}>
          <Icon name="down" size={14} />
        </AriaButton>
      </div>
      <Help help={help} error={error} />
      <Options options={options} />
    </ComboBox>
  );
}
