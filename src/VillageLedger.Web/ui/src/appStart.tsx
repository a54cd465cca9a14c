import { createRoot } from 'react-dom/client'
import { App, fetchEarly } from './App'
import { caller } from './api/client'
import { currentPreferences } from './preferences'
import { startTexts } from './texts'
import './frame/frame.css'

export async function start() {
  const { language } = currentPreferences()
  caller.language = language
  void fetchEarly()
  await startTexts(language)
  createRoot(document.getElementById('root')!).render(<App />)
}
