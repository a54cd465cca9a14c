import type { PageRoute } from '../../routes'

/** Its pages (`/p`, `/p/:code`) stand outside the frame and its first load: see publicStart. */
export const routes: PageRoute[] = []
