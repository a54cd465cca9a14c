import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { App as Messages, ConfigProvider } from 'antd'
import english from 'antd/locale/en_US'
import chinese from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { useEffect } from 'react'
import { createBrowserRouter, matchRoutes, RouterProvider } from 'react-router'
import { fetchOwners } from './api/ledger'
import { isProblem } from './api/problem'
import { fetchReportList } from './api/reports'
import { fetchSession } from './api/session'
import { ErrorPage } from './frame/ErrorPage'
import { Frame } from './frame/Frame'
import { NotFound } from './frame/NotFound'
import { PublicFrame } from './frame/PublicFrame'
import { Start } from './frame/Start'
import { loadNow } from './later'
import { usePrefersDark } from './media'
import { nonce } from './nonce'
import { usePreferences } from './preferences'
import { pages } from './routes'
import { themeOf } from './theme'

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // Only what was never answered is worth asking again; a refusal stays one.
      retry: (times, error) => times < 2 && isProblem(error) && error.isOffline,
      refetchOnWindowFocus: false,
    },
  },
})

const router = createBrowserRouter([
  { element: <PublicFrame />, errorElement: <ErrorPage />, children: pages.filter(page => page.isPublic).map(({ path, element: Page }) => ({ path, element: <Page /> })) },
  {
    element: <Frame />,
    errorElement: <ErrorPage />,
    children: [
      { path: '/', element: <Start /> },
      ...pages.filter(page => !page.isPublic).map(({ path, element: Page }) => ({ path, element: <Page />, errorElement: <ErrorPage /> })),
      { path: '*', element: <NotFound /> },
    ],
  },
])

/** What the address asks for is on its way while the frame is still being drawn. */
export async function fetchEarly() {
  loadNow(matchRoutes(pages.map(({ path, element }) => ({ path, Component: element })), location)?.[0]?.route.Component)
  if (!(await fetchSession(queries))) return
  void fetchOwners(queries)
  if (location.pathname.startsWith('/reports')) void fetchReportList(queries)
}

export function App() {
  const { theme, language } = usePreferences()
  const prefersDark = usePrefersDark()
  const isDark = theme === 'dark' || (theme === 'auto' && prefersDark)
  useEffect(() => void (document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light'), [isDark])
  dayjs.locale(language === 'zh' ? 'zh-cn' : 'en')
  return (
    <ConfigProvider locale={language === 'zh' ? chinese : english} theme={themeOf(isDark)} csp={nonce ? { nonce } : undefined} componentSize="middle" button={{ autoInsertSpace: false }}>
      <Messages className="vl-app" message={{ maxCount: 3 }}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </Messages>
    </ConfigProvider>
  )
}
