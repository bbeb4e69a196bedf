/** What stands where a page would: none of that address, or none for this key. */
import { type Role } from '../../generated/types';
import { LinkButton } from '../parts/button';
import { PageHead } from '../parts/page-head';
import { useFrameMessages } from './frame-messages';

export function NotFound() {
  const say = useFrameMessages();
  return (
    <div className="page">
      <PageHead title={say.notFound} lead={say.notFoundNext} />
      <p>
        <LinkButton href="/">{say.toOverview}</LinkButton>
      </p>
    </div>
  );
}

export function NotAllowed({ role }: { role: Role }) {
  const say = useFrameMessages();
  return (
    <div className="page">
      <PageHead title={say.notAllowed} lead={say.notAllowedNext(say.roles[role])} />
      <p>
        <LinkButton href="/">{say.toOverview}</LinkButton>
      </p>
    </div>
  );
}
