// @ts-check
/** What Python is told before it starts, here and where its bytecode is made: not to look for what is not there. */

export const ENVIRONMENT = {
  PYDANTIC_DISABLE_PLUGINS: "__all__",
  PYTHONTZPATH: "", // no zone's tables; without this word Python reads its whole configuration to find out
};
