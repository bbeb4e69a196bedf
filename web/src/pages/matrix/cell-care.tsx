/** What a cell speaks of and who answers for it: its criteria, out of those of its column, its agency, and the form to change both. */
import { useState } from 'react';
import { AgenciesDocument } from '../../../generated/agencies';
import { SetCellOwnerDocument } from '../../../generated/set-cell-owner';
import { SetCellTagsDocument } from '../../../generated/set-cell-tags';
import { isRefused, type Refused } from '../../hub/hub-error';
import { useHub, useHubWrite } from '../../hub/use-hub';
import { Button } from '../../parts/button';
import { CheckLine } from '../../parts/check-line';
import { Finder } from '../../parts/fields';
import { RefusalNote } from '../../parts/refusal-note';
import { Notice } from '../../parts/notice';
import { vietnamese } from '../../shared/format';
import { useLanguage } from '../../shared/use-language';
import { CELL_QUESTIONS, type CellDetail } from './cell-data';
import { useCellMessages } from './cell-messages';

/** Stands in the list of agencies for "nobody". */
const NOBODY = '';

/** The national agencies and those of the cell's own province, by name. */
function useAgencies(cell: CellDetail) {
  const say = useCellMessages();
  const language = useLanguage();
  const agencies = useHub(AgenciesDocument, {});
  const [locality] = cell.id.split('.');
  const near = (agencies.data?.agencies ?? [])
    .filter((agency) => !agency.locality || agency.locality.code === locality)
    .map(({ code, name }) => ({ id: code, label: name[language] }));
  near.sort((a, b) => vietnamese.compare(a.label, b.label));
  return [{ id: NOBODY, label: say.noOwner }, ...near];
}

function useCare(cell: CellDetail) {
  const tagging = useHubWrite(SetCellTagsDocument, CELL_QUESTIONS);
  const owning = useHubWrite(SetCellOwnerDocument, CELL_QUESTIONS);
  const [refusal, setRefusal] = useState<Refused | null>(null);
  /** True when all that was to change has changed. Each write raises the version that the next must name. */
  const save = async (tags: readonly string[] | null, owner: string | null): Promise<boolean> => {
    let { version } = cell;
    if (tags) {
      const { setCellTags } = await tagging.mutateAsync({ id: cell.id, version, tags: [...tags] });
      if (isRefused(setCellTags)) return refuse(setCellTags);
      if ('version' in setCellTags) version = setCellTags.version;
    }
    if (owner !== null) {
      const { setCellOwner } = await owning.mutateAsync({ id: cell.id, version, owner: owner || null });
      if (isRefused(setCellOwner)) return refuse(setCellOwner);
    }
    return true;
  };
  const refuse = (refused: Refused) => {
    setRefusal(refused);
    return false;
  };
  return {
    save,
    refusal,
    error: tagging.error ?? owning.error,
    pending: tagging.isPending || owning.isPending,
  };
}

function CareForm({ cell, onDone }: { cell: CellDetail; onDone: () => void }) {
  const say = useCellMessages();
  const agencies = useAgencies(cell);
  const care = useCare(cell);
  const before = cell.tags.map(({ code }) => code);
  const [tags, setTags] = useState<readonly string[]>(before);
  const [owner, setOwner] = useState(cell.owner?.code ?? NOBODY);
  const toggle = (code: string, on: boolean) =>
    setTags((now) => (on ? [...now, code] : now.filter((one) => one !== code)));
  const retagged = tags.length !== before.length || tags.some((code) => !before.includes(code));
  const reowned = owner !== (cell.owner?.code ?? NOBODY);
  const save = async () => {
    if (await care.save(retagged ? tags : null, reowned ? owner : null)) onDone();
  };
  return (
    <div className="stack cell-form">
      <fieldset className="cell-criteria">
        <legend>{say.tags}</legend>
        {cell.column.vocabulary.map(({ code, label }) => (
          <CheckLine key={code} isSelected={tags.includes(code)} onChange={(on) => toggle(code, on)}>
            {label.text}
          </CheckLine>
        ))}
      </fieldset>
      <Finder label={say.owner} help={say.ownerHelp} options={agencies} value={owner} onChange={setOwner} />
      {care.refusal && <RefusalNote refusal={care.refusal} />}
      {care.error && <Notice tone="bad">{care.error.message}</Notice>}
      <div className="row">
        <Button
          look="strong"
          isPending={care.pending}
          isDisabled={!retagged && !reowned}
          onPress={() => void save().catch(() => undefined)}
        >
          {say.save}
        </Button>
        <Button onPress={onDone}>{say.cancel}</Button>
      </div>
    </div>
  );
}

export function CellCare({ cell, editable }: { cell: CellDetail; editable: boolean }) {
  const say = useCellMessages();
  const [editing, setEditing] = useState(false);
  if (editing) return <CareForm cell={cell} onDone={() => setEditing(false)} />;
  return (
    <>
      <dl className="facts">
        <dt>{say.tags}</dt>
        <dd>{cell.tags.length > 0 ? cell.tags.map(({ label }) => label.text).join(' · ') : say.noTags}</dd>
        <dt>{say.owner}</dt>
        <dd>{cell.owner?.name.text ?? say.noOwner}</dd>
      </dl>
      {editable && (
        <p>
          <Button small icon="edit" onPress={() => setEditing(true)}>
            {say.editCare}
          </Button>
        </p>
      )}
    </>
  );
}
