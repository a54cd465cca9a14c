import type { ComponentType, LazyExoticComponent } from 'react'
import type { Session } from './api'

/** Tasks of the navigation, in its order. */
export const menuGroups = ['entry', 'books', 'ventures', 'township', 'regulator', 'users'] as const
export type MenuGroup = (typeof menuGroups)[number]

export interface PageRoute {
  /** As react-router has it: `/vouchers/:id`. */
  path: string
  element: LazyExoticComponent<ComponentType>
  /** Where it stands in the navigation; a page that others lead to has none. */
  menu?: { group: MenuGroup; /** `slice:key` */ textKey: string; order: number }
  /** Whether this session sees the page at all; the server decides about every figure and request again. */
  may: (session: Session) => boolean
  /** Seen by everybody, without sign-in and without the frame. */
  isPublic?: boolean
}

const found = import.meta.glob<{ routes: PageRoute[] }>('./pages/*/routes.tsx', { eager: true })

export const pages: PageRoute[] = Object.values(found).flatMap(module => module.routes)

/** The pages of the navigation by task, of those that the session may see. */
export function menuOf(session: Session): { group: MenuGroup; pages: (PageRoute & Required<Pick<PageRoute, 'menu'>>)[] }[] {
  const listed = pages.filter((page): page is PageRoute & Required<Pick<PageRoute, 'menu'>> => page.menu !== undefined && page.may(session))
  return menuGroups
    .map(group => ({ group, pages: listed.filter(page => page.menu.group === group).sort((a, b) => a.menu.order - b.menu.order) }))
    .filter(({ pages: some }) => some.length > 0)
}
