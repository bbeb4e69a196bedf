/** Writes a lag in the room of a tile: minutes, hours or days. */
import { formatNumber } from '../../shared/format';
import { getLanguage } from '../../shared/language';

export function formatLag(minutes: number | null): string {
  const vi = getLanguage() === 'vi';
  if (minutes === null) return '–';
  if (minutes < 60) return `${formatNumber(minutes)} ${vi ? 'ph' : 'min'}`;
  if (minutes < 48 * 60) return `${formatNumber(minutes / 60, minutes < 600 ? 1 : 0)} ${vi ? 'giờ' : 'h'}`;
  return `${formatNumber(minutes / 1440, 1)} ${vi ? 'ngày' : 'd'}`;
}
