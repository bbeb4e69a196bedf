/** What a reader can choose a matrix by: locality and period. */
import { LocalitiesDocument } from '../../../generated/localities';
import { PeriodsDocument } from '../../../generated/periods';
import { useHub } from '../../hub/use-hub';
import { vietnamese } from '../../shared/format';
import { useLanguage } from '../../shared/use-language';

/** The localities that exist now, the nation first, and the periods, in the reader's language. */
export function useMatrixChoices() {
  const language = useLanguage();
  const localities = useHub(LocalitiesDocument, {});
  const periods = useHub(PeriodsDocument, {});
  const named = (localities.data?.localities ?? []).map(({ code, name, level }) => ({
    id: code,
    label: name[language],
    first: level === 'NATION',
  }));
  return {
    localities: named.sort(
      (a, b) => Number(b.first) - Number(a.first) || vietnamese.compare(a.label, b.label),
    ),
    periods: (periods.data?.periods ?? []).map(({ code, label }) => ({ id: code, label: label[language] })),
  };
}
