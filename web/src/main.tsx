import '@fontsource-variable/inter/index.css';
import '@mantine/core/styles.layer.css';
import './styles/tokens.css';
import './styles/base.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { startI18n } from './lib/i18n';

async function start(): Promise<void> {
  await startI18n();
  const element = document.getElementById('root');
  if (!element) throw new Error('index.html has no #root');
  createRoot(element).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

void start();
