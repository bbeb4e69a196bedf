/** The nation on one page. */
import { PageHead } from '../../parts/page-head';

export function OverviewPage() {
  return (
    <div className="page">
      <PageHead title="Tổng quan" />
    </div>
  );
}
