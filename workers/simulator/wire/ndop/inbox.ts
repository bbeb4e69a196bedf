/** Answers for records that agencies send back: each with a version that must grow, kept so that a conflict can be told. */
import { refusal } from '../refusal';
import { fieldsOf, textOf } from './envelope';
import { type Operation } from './ndop-skin';

/** What was received is of no use to the simulator; only versions are kept, and only so many. */
const MOST_RECORDS = 200_000;

export class Inbox {
  private readonly versions = new Map<string, number>();

  receive(): Operation {
    return (call, { senderId, data }) => {
      const source = textOf(fieldsOf(data['NguonDuLieu'])?.['IdNguonDuLieu'], 64);
      const id = textOf(fieldsOf(data['DuLieuTiepNhan'])?.['IdBanGhi'], 128);
      const version = fieldsOf(data['TrangThaiDuLieu'])?.['PhienBan'];
      if (source === '' || id === '' || !Number.isInteger(version) || (version as number) < 1)
        return refusal('INVALID', 'IdNguonDuLieu, IdBanGhi and a PhienBan from 1 are needed');
      const key = `${senderId} ${source} ${id}`;
      const stored = this.versions.get(key) ?? 0;
      if ((version as number) <= stored)
        return refusal('VERSION_CONFLICT', `PhienBan must be above the stored one (${stored})`);
      const oldest = this.versions.keys().next();
      if (this.versions.size >= MOST_RECORDS && oldest.done !== true) this.versions.delete(oldest.value);
      this.versions.set(key, version as number);
      const received = {
        IdBanGhi: id,
        PhienBan: version,
        ThoiGianTiepNhan: new Date(call.nowMs).toISOString(),
      };
      return { data: JSON.stringify(received), people: 0 };
    };
  }
}
