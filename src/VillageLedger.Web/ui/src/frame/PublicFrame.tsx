import { Skeleton } from 'antd'
import { Suspense } from 'react'
import { Outlet } from 'react-router'
import { Later } from './Later'

/** Pages for everybody: nothing around them. */
export function PublicFrame() {
  return (
    <Suspense
      fallback={
        <Later>
          <Skeleton active className="vl-page" />
        </Later>
      }
    >
      <Outlet />
    </Suspense>
  )
}
