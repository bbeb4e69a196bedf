/** Keeps a page that fails to load or to draw from taking the navigation with it. */
import { Component, type ReactNode } from 'react';
import { HubError } from '../hub/hub-error';
import { ErrorPanel } from '../parts/states';
import { getLanguage } from '../shared/language';

const WORDS = {
  vi: 'Trang này gặp lỗi và không hiển thị được. Hãy tải lại trang.',
  en: 'This page failed and cannot be shown. Load it again.',
};

export class PageBoundary extends Component<{ children: ReactNode }, { failure: HubError | null }> {
  override state: { failure: HubError | null } = { failure: null };

  static getDerivedStateFromError(reason: unknown): { failure: HubError } {
    const name = reason instanceof Error ? reason.name : 'Error';
    return { failure: new HubError(`PAGE_FAILED ${name}`, WORDS[getLanguage()], null) };
  }

  override render(): ReactNode {
    const { failure } = this.state;
    return failure ? (
      <ErrorPanel error={failure} onRetry={() => window.location.reload()} />
    ) : (
      this.props.children
    );
  }
}
