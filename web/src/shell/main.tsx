/** Starts the console. */
import '../shared/tokens.css';
import '../shared/dark.css';
import '../shared/controls.css';
import { createRoot } from 'react-dom/client';
import { Console } from './console';

const root = document.querySelector('#root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(<Console />);
