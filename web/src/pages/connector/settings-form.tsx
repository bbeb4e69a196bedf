/** The settings of a connector as a form made from its JSON Schema; secrets go in and never come out. */
import { useState } from 'react';
import { ConnectorPageDocument } from '../../../generated/connector-page';
import { SetConnectorSettingsDocument } from '../../../generated/set-connector-settings';
import { isRefused, type Refused } from '../../hub/hub-error';
import { useHubWrite } from '../../hub/use-hub';
import { Button } from '../../parts/button';
import { Choice, TextLine } from '../../parts/fields';
import { Notice } from '../../parts/notice';
import { RefusalNote } from '../../parts/refusal-note';
import { ErrorPanel } from '../../parts/states';
import { useSay } from '../../shared/use-language';
import { useConnectorMessages } from '../connectors/connector-messages';
import { type Connector } from '../connectors/health';
import { fieldsOf, type SettingField, textOf, valueOf } from './settings-schema';

interface FieldProps {
  field: SettingField;
  stored: unknown;
  secretsStored: boolean;
  value: string;
  onChange: (value: string) => void;
  onReset: () => void;
}

function useHelp({
  field,
  stored,
  secretsStored,
}: Pick<FieldProps, 'field' | 'stored' | 'secretsStored'>): string {
  const say = useConnectorMessages();
  if (field.isSecret) return secretsStored ? say.secretStored : say.secretNone;
  const preset = stored === undefined ? say.fromEnvironment : '';
  return [field.name, field.isRequired ? say.required : '', preset].filter(Boolean).join(' · ');
}

function Field(props: FieldProps) {
  const { field, stored, value, onChange, onReset } = props;
  const say = useConnectorMessages();
  const words = useSay();
  const help = useHelp(props);
  const isChoice = field.kind === 'choice' || field.kind === 'flag';
  const options = field.kind === 'flag' ? ['true', 'false'] : field.options;
  return (
    <div className="setting">
      {isChoice ? (
        <Choice
          label={words(field.label)}
          options={options.map((id) => ({ id, label: id }))}
          value={value || null}
          onChange={onChange}
          help={help}
        />
      ) : (
        <TextLine
          label={words(field.label)}
          type={field.isSecret ? 'password' : 'text'}
          inputMode={field.kind === 'number' ? 'decimal' : 'text'}
          autoComplete="off"
          value={value}
          onChange={onChange}
          placeholder={field.preset}
          help={help}
        />
      )}
      {stored !== undefined && !field.isSecret && (
        <Button small look="quiet" icon="undo" onPress={onReset}>
          {say.back}
        </Button>
      )}
    </div>
  );
}

/** What differs from what is stored: texts turned to values, null for what goes back to the environment. */
type Edits = Readonly<Record<string, string | null>>;

function useSettings(connector: Connector) {
  const [edits, setEdits] = useState<Edits>({});
  const [refusal, setRefusal] = useState<Refused | null>(null);
  const write = useHubWrite(SetConnectorSettingsDocument, [ConnectorPageDocument]);
  const fields = fieldsOf(connector.settingsSchema);
  const save = (): void => {
    const changed = fields.filter(({ name }) => edits[name] !== undefined && edits[name] !== '');
    const settings = Object.fromEntries(
      changed.map((field) => {
        const text = edits[field.name];
        return [field.name, text === null || text === undefined ? null : valueOf(field, text)];
      }),
    );
    setRefusal(null);
    write.mutate(
      { connector: connector.id, settings },
      {
        onSuccess: ({ setConnectorSettings: answer }) => {
          if (isRefused(answer)) setRefusal(answer as Refused);
          else setEdits({});
        },
      },
    );
  };
  return { fields, edits, setEdits, refusal, write, save };
}

export function SettingsForm({ connector }: { connector: Connector }) {
  const say = useConnectorMessages();
  const { fields, edits, setEdits, refusal, write, save } = useSettings(connector);
  const stored = connector.settings ?? {};
  const isEdited = Object.keys(edits).length > 0;
  return (
    <form
      className="settings-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isEdited) save();
      }}
    >
      {fields.map((field) => (
        <Field
          key={field.name}
          field={field}
          stored={stored[field.name]}
          secretsStored={connector.secretsStored}
          value={edits[field.name] ?? (edits[field.name] === null ? '' : textOf(stored[field.name]))}
          onChange={(value) => setEdits({ ...edits, [field.name]: value })}
          onReset={() => setEdits({ ...edits, [field.name]: null })}
        />
      ))}
      {refusal && <RefusalNote refusal={refusal} />}
      {write.error && <ErrorPanel error={write.error} />}
      {write.isSuccess && !refusal && !isEdited && <Notice tone="good">{say.saved}</Notice>}
      <div className="row">
        <Button type="submit" look="strong" isDisabled={!isEdited} isPending={write.isPending}>
          {say.save}
        </Button>
        {isEdited && (
          <Button icon="undo" onPress={() => setEdits({})}>
            {say.undo}
          </Button>
        )}
      </div>
    </form>
  );
}
