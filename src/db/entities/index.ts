/** All tables that TypeORM knows; rows of people (dataset_row, rejected_row, verdict and what people decided on it) and of what people said of cells are handled in plain SQL. */
import { Agency } from './agency.entity';
import { ApiKey } from './api-key.entity';
import { Artifact } from './artifact.entity';
import { Assessment } from './assessment.entity';
import { AuditEntry } from './audit-entry.entity';
import { ChangeDecision } from './change-decision.entity';
import { Chunk } from './chunk.entity';
import { Connector } from './connector.entity';
import { ConnectorVitals } from './connector-vitals.entity';
import { DatasetProfile } from './dataset-profile.entity';
import { Dataset } from './dataset.entity';
import { Evidence } from './evidence.entity';
import { FeedDay } from './feed-day.entity';
import { FeedRecord } from './feed-record.entity';
import { Indicator } from './indicator.entity';
import { IocFeed } from './ioc-feed.entity';
import { IocNode } from './ioc-node.entity';
import { IocStageChange } from './ioc-stage-change.entity';
import { Locality } from './locality.entity';
import { LocalityLineage } from './locality-lineage.entity';
import { MatrixCell } from './matrix-cell.entity';
import { MatrixColumn } from './matrix-column.entity';
import { MatrixGroup } from './matrix-group.entity';
import { MatrixItem } from './matrix-item.entity';
import { MatrixTemplate } from './matrix-template.entity';
import { Observation } from './observation.entity';
import { Period } from './period.entity';
import { Run } from './run.entity';
import { RunEvent } from './run-event.entity';
import { SavedMapping } from './saved-mapping.entity';
import { Schedule } from './schedule.entity';
import { Upload } from './upload.entity';

export const ENTITIES = [
  Agency,
  ApiKey,
  Artifact,
  Assessment,
  AuditEntry,
  ChangeDecision,
  Chunk,
  Connector,
  ConnectorVitals,
  Dataset,
  DatasetProfile,
  Evidence,
  FeedDay,
  FeedRecord,
  Indicator,
  IocFeed,
  IocNode,
  IocStageChange,
  Locality,
  LocalityLineage,
  MatrixCell,
  MatrixColumn,
  MatrixGroup,
  MatrixItem,
  MatrixTemplate,
  Observation,
  Period,
  Run,
  RunEvent,
  SavedMapping,
  Schedule,
  Upload,
];
