import { createRoot } from 'react-dom/client'
import { PublicPages } from './pages/public/PublicPages'
import './pages/public/public.css'

export function start() {
  createRoot(document.getElementById('root')!).render(<PublicPages />)
}
