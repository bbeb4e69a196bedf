/** The words for the lines of a run's timeline. */
import { messagesOf } from '../../shared/use-language';

const VI: Readonly<Record<string, string>> = {
  REQUESTED: 'Được yêu cầu',
  CUT: 'Chia thành khúc',
  STARTED: 'Bắt đầu làm',
  FINISHED: 'Kết thúc',
  FAILED: 'Thất bại',
  CANCELLED: 'Bị dừng',
  CHUNK_GIVEN_BACK: 'Một khúc phải chờ làm lại',
  CHUNK_TAKEN_OVER: 'Một khúc được tiến trình khác làm tiếp',
  CHUNK_SPLIT: 'Một khúc được chia đôi để tìm dòng gây lỗi',
  RECORD_QUARANTINED: 'Một dòng được để riêng',
};

const EN: Readonly<Record<string, string>> = {
  REQUESTED: 'Requested',
  CUT: 'Cut into chunks',
  STARTED: 'Work began',
  FINISHED: 'Finished',
  FAILED: 'Failed',
  CANCELLED: 'Cancelled',
  CHUNK_GIVEN_BACK: 'A chunk has to wait and be done again',
  CHUNK_TAKEN_OVER: 'Another worker took a chunk over',
  CHUNK_SPLIT: 'A chunk was halved to find the row that breaks it',
  RECORD_QUARANTINED: 'A row was set aside',
};

export const useRunEvents = messagesOf({ vi: VI, en: EN });
