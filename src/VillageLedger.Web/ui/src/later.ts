import { lazy, type ComponentType, type LazyExoticComponent } from 'react'

type Load = () => Promise<{ default: ComponentType }>

const loads = new WeakMap<LazyExoticComponent<ComponentType>, Load>()

/** A page that is loaded when it is gone to; or before, where the address tells that it will be. */
export function later(load: Load): LazyExoticComponent<ComponentType> {
  const page = lazy(load)
  loads.set(page, load)
  return page
}

export function loadNow(page: LazyExoticComponent<ComponentType> | undefined) {
  // What cannot be loaded is said where it is drawn.
  if (page) void loads.get(page)?.().catch(() => undefined)
}
