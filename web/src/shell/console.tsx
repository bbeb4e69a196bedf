/** The whole console: what every page stands on, then the frame with the page that the address names. */
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { SessionProvider } from '../hub/session';
import { createQueryClient } from '../hub/use-hub';
import { useLanguage } from '../shared/use-language';
import { Frame } from './frame';

export function Console() {
  const [client] = useState(createQueryClient);
  const language = useLanguage();
  return (
    <I18nProvider locale={language === 'vi' ? 'vi-VN' : 'en-GB'}>
      <QueryClientProvider client={client}>
        <SessionProvider>
          <Frame />
        </SessionProvider>
      </QueryClientProvider>
    </I18nProvider>
  );
}
