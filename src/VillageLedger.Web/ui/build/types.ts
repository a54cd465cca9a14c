import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript'

const heading = '// Made from openapi.json by `npm run types`; a test says when it is out of step.\n'

/** The types of what the server answers and takes, without those of single requests and reports, which pages read by their columns. */
export async function typesOf(document: OpenAPI3): Promise<string> {
  const schemas = Object.fromEntries(Object.entries(document.components?.schemas ?? {}).filter(([name]) => !/^(Request|Report|Row)-/.test(name)))
  const main = { openapi: document.openapi, info: document.info, paths: {}, components: { schemas } } as OpenAPI3
  return heading + astToString(await openapiTS(main))
}
