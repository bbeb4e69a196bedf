/** Lays out the explorer: the bar with the key, the examples beside it, and GraphiQL. */
import { GraphiQL } from 'graphiql';
import { useEffect, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import serverInfoDocument from '../../../schema/operations/server-info.graphql?raw';
import iconUrl from '../icon.svg';
import { findTabStorage } from '../shared/browser-session';
import { sendGraphql } from '../shared/graphql-request';
import { setLanguage } from '../shared/language';
import { useLanguage } from '../shared/use-language';
import { ExampleList, WELCOME } from './example-list';
import { connectExplorer } from './explorer-fetcher';
import { KeyField } from './key-field';
import { useMessages } from './messages';

/**
 * GraphiQL would keep headers and variables, which may hold a key or a person's data, beyond the browser tab.
 * Null stands for no storage at all: GraphiQL takes it, its type forgot it.
 */
const storage = findTabStorage() as Storage;
const NARROW = '(max-width: 60rem)';

function useSimulated(): boolean {
  const [simulated, setSimulated] = useState(false);
  useEffect(() => {
    sendGraphql<{ serverInfo: { simulated: boolean } }>({ query: serverInfoDocument }).then(
      (answer) => setSimulated(answer.data?.serverInfo.simulated ?? false),
      () => setSimulated(false),
    );
  }, []);
  return simulated;
}

function LanguageSwitch() {
  const language = useLanguage();
  const say = useMessages();
  return (
    <div className="language-switch" role="group" aria-label={say.languages}>
      <button type="button" lang="vi" aria-pressed={language === 'vi'} onClick={() => setLanguage('vi')}>
        VI<span className="visually-hidden"> Tiếng Việt</span>
      </button>
      <button type="button" lang="en" aria-pressed={language === 'en'} onClick={() => setLanguage('en')}>
        EN<span className="visually-hidden"> English</span>
      </button>
    </div>
  );
}

export function Explorer() {
  const say = useMessages();
  const simulated = useSimulated();
  // Counts the sessions of this page: each has a connection of its own.
  const [turn, setTurn] = useState(0);
  const [examples, setExamples] = useState<HTMLElement | null>(null);
  const connection = useMemo(connectExplorer, [turn]);
  useEffect(() => () => connection.close(), [connection]);
  useEffect(() => {
    document.title = say.pageTitle;
  }, [say]);
  return (
    <div className="explorer">
      <header className="bar">
        <a className="wordmark" href="/" title={say.home}>
          <img src={iconUrl} alt="" />
          Hub06
        </a>
        <strong className="simulated-badge" hidden={!simulated}>
          {say.simulated}
        </strong>
        <KeyField onChange={() => setTurn((was) => was + 1)} />
        <LanguageSwitch />
      </header>
      <details className="examples" open={!matchMedia(NARROW).matches}>
        <summary>
          <h2>{say.examples}</h2>
        </summary>
        <div className="examples-list" ref={setExamples} />
      </details>
      <main className="workbench">
        <GraphiQL
          fetcher={connection.fetcher}
          storage={storage}
          defaultQuery={WELCOME}
          defaultEditorToolsVisibility="variables"
          forcedTheme="light"
          shouldPersistHeaders={false}
          showPersistHeadersSettings={false}
        >
          <GraphiQL.Logo>GraphiQL</GraphiQL.Logo>
          {/* The list stands outside GraphiQL's box but needs its store, hence the portal. */}
          {examples && createPortal(<ExampleList />, examples)}
        </GraphiQL>
      </main>
    </div>
  );
}
